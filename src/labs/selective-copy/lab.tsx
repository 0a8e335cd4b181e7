import { colourNames, selective, task } from '#figures/mamba/setting.ts';
import { fixed, formatPercent } from '#draw/format.ts';
import { defineLab } from '../frame/lab.ts';
import { run, type ModelRun } from './model.ts';
import { text } from './text.zh.ts';
import { View } from './View.tsx';

/** Strips with data close together, far apart, early and late. */
const seeds = [73, 249, 338, 12, 212, 8];

const deltaRange = { kind: 'range', symbol: 'Δ', colour: 'figure-accent', min: 1e-6, max: 4, step: 1 } as const;

const fields = {
  step: {
    kind: 'steps',
    label: text.fields.step,
    initial: task.L - 1,
    pace: 450,
    format: (step: number) => text.position(step, task.L),
  },
  data: {
    ...deltaRange,
    label: text.fields.data,
    values: [0.05, 0.1, 0.2, 0.3, 0.5, 1, 2, 4],
    initial: selective.data,
  },
  noise: {
    ...deltaRange,
    label: text.fields.noise,
    values: [1e-6, 1e-5, 1e-4, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1],
    initial: selective.noise,
  },
  seed: {
    kind: 'range',
    label: text.fields.seed,
    min: 0,
    max: 1000,
    step: 1,
    values: seeds,
    initial: seeds[0]!,
    format: (seed: number) => text.seed(seeds.indexOf(seed) + 1),
  },
} as const;

const name = (colour: number | undefined): string => (colour === undefined ? '—' : colourNames[colour - 1]!);
const asked = ({ readings }: ModelRun): number => readings.filter(({ truth }) => truth !== undefined).length;

/** Selective Copying on a short strip: a hand-built selective SSM above the same weights with one Δ for all tokens. */
export default defineLab({
  id: 'selective-copy',
  paper: 'mamba',
  title: text.title,
  takeaway: text.takeaway,
  simplified: text.simplified,
  fields,
  compute: run,
  last: () => task.L - 1,
  View,
  summary: ({ step, data, noise }, { selective, constant }) =>
    text.summary({
      data: String(data),
      noise: String(noise),
      read: step + 1,
      asked: asked(selective),
      selective: selective.right,
      constant: constant.right,
      averages: [formatPercent(selective.average, 2), formatPercent(constant.average, 2)],
    }),
  numbers: (_, { selective, constant }) => ({
    columns: text.columns,
    rows: selective.readings.map(({ ago, truth, answer, score }, k) => {
      const rival = constant.readings[k]!;
      return [
        text.view.ago[ago]!,
        name(truth),
        name(answer),
        fixed(2)(score),
        name(rival.answer),
        fixed(2)(rival.score),
      ];
    }),
  }),
  presets: [
    { label: text.presets.early, state: { step: 16 } },
    { label: text.presets.leaky, state: { noise: 0.01 } },
    { label: text.presets.reset, state: { data: 2 } },
    { label: text.presets.equal, state: { noise: 0.3 } },
  ],
});

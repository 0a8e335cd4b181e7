import { formatPercent } from '#draw/format.ts';
import { defineLab } from '../frame/lab.ts';
import { run, steps, type Run } from './model.ts';
import { text } from './text.zh.ts';
import { View } from './View.tsx';

const fields = {
  step: {
    kind: 'steps',
    label: text.fields.step,
    initial: 20,
    pace: 90,
    format: (step: number) => text.units.step(step, steps),
  },
  alpha: {
    kind: 'range',
    label: text.fields.alpha,
    symbol: 'α',
    min: 0,
    max: 0.1,
    step: 0.001,
    values: [0, 0.001, 0.003, 0.01, 0.03, 0.1],
    initial: 0.01,
  },
  capacityFactor: {
    kind: 'range',
    label: text.fields.capacityFactor,
    min: 1,
    max: 4,
    step: 0.25,
    values: [1, 1.25, 1.5, 2, 3, 4],
    initial: 1.25,
  },
  skew: {
    kind: 'range',
    label: text.fields.skew,
    min: 0,
    max: 1.5,
    step: 0.5,
    initial: 1,
    format: text.units.skew,
  },
} as const;

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const emptyShare = ({ experts, C }: Run): number => sum(experts.map(({ empty }) => empty)) / (experts.length * C);

/** Switch Transformer's router trained on its balance loss alone (Eqs. 4–6), under a capacity factor (Eq. 3). */
export default defineLab({
  id: 'expert-balance',
  paper: 'switch-transformer',
  title: text.title,
  takeaway: text.takeaway,
  simplified: text.simplified,
  fields,
  compute: run,
  last: () => steps,
  View,
  summary: ({ step, alpha }, result) =>
    text.summary({
      step,
      shares: result.experts.map(({ load }) => formatPercent(load / result.choices.length, 2)).join('、'),
      dropped: formatPercent(result.dropped.size / result.choices.length, 2),
      empty: formatPercent(emptyShare(result), 2),
      loss: result.loss.toFixed(4),
      quiet: alpha === 0,
    }),
  numbers: (_, { experts }) => ({
    columns: text.columns,
    rows: experts.map(({ load, seated, empty }, e) => [text.view.expert(e), load, seated, load - seated, empty]),
  }),
  presets: [
    { label: text.presets.off, state: { alpha: 0, step: 100 } },
    { label: text.presets.done, state: { step: 100 } },
    { label: text.presets.strong, state: { alpha: 0.1, step: 100 } },
    { label: text.presets.tight, state: { capacityFactor: 1, step: 100 } },
    { label: text.presets.loose, state: { capacityFactor: 2 } },
  ],
});

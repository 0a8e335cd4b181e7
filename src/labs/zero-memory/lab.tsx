import { formatNumber } from '#draw/format.ts';
import { defineLab } from '../frame/lab.ts';
import { measure, type StageResult } from './model.ts';
import { text } from './text.zh.ts';
import { gigabytes, View } from './View.tsx';

const billions = (n: number) => text.units.billions(formatNumber(n, 3));

const fields = {
  psi: {
    kind: 'range',
    label: text.fields.psi,
    symbol: 'Ψ',
    min: 0.1,
    max: 1000,
    step: 1,
    values: [0.1, 0.35, 1.5, 3, 7.5, 13, 30, 70, 128, 175, 400, 1000],
    initial: 7.5,
    format: billions,
  },
  Nd: {
    kind: 'range',
    label: text.fields.Nd,
    symbol: 'Nd',
    min: 1,
    max: 1024,
    step: 1,
    values: [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024],
    initial: 64,
    format: text.units.cards,
  },
  memory: {
    kind: 'range',
    label: text.fields.memory,
    min: 16,
    max: 192,
    step: 1,
    values: [16, 32, 40, 80, 192],
    initial: 32,
    format: text.units.gb,
  },
  recipe: { kind: 'choice', label: text.fields.recipe, options: text.recipes, initial: 'mixed-precision-adam' },
} as const;

const largest = ({ largest: psi }: StageResult) => billions(psi / 1e9);

/** ZeRO's memory formulas for any model, cluster and precision, with communication counted on a simulated ring. */
export default defineLab({
  id: 'zero-memory',
  paper: 'zero',
  title: text.title,
  takeaway: text.takeaway,
  simplified: text.simplified,
  fields,
  compute: measure,
  View: ({ state, result }) => <View stages={result.stages} memory={state.memory} />,
  summary: ({ psi, Nd }, { K, stages }) =>
    text.summary({
      psi: billions(psi),
      Nd,
      K,
      bytes: stages.map((s) => gigabytes(s.total)),
      fits: text.fits(stages.filter((s) => s.fits).map((s) => text.stages[s.stage]!)),
      largest: largest(stages[3]!),
    }),
  numbers: (_, { stages }) => ({
    columns: text.columns,
    rows: stages.map((s) => [
      text.stages[s.stage]!,
      gigabytes(s.bytes.parameters),
      gigabytes(s.bytes.gradients),
      gigabytes(s.bytes.optimizerStates),
      gigabytes(s.total),
      formatNumber(s.volume),
      largest(s),
    ]),
  }),
  presets: [
    { label: text.presets.figure1, state: {} },
    { label: text.presets.trillion, state: { psi: 1000, Nd: 1024 } },
    { label: text.presets.single, state: { Nd: 1 } },
  ],
});

import { paper } from '#figures/speculative-sampling/machine.ts';
import { fixed } from '#draw/format.ts';
import { defineLab } from '../frame/lab.ts';
import { most, run } from './model.ts';
import { text } from './text.zh.ts';
import { View } from './View.tsx';

const fields = {
  likeness: {
    kind: 'range',
    label: text.fields.likeness,
    colour: 'item-1',
    min: 0,
    max: 1,
    step: 0.25,
    values: [0, 0.25, 0.5, 0.75, 0.9],
    initial: 0,
    format: text.units.share,
  },
  temperature: {
    kind: 'range',
    label: text.fields.temperature,
    symbol: 'T',
    min: 0.25,
    max: 2,
    step: 0.25,
    values: [0.25, 0.5, 0.75, 1, 1.5, 2],
    initial: 1,
  },
  rule: { kind: 'choice', label: text.fields.rule, options: text.rules, initial: 'residual' },
  K: { kind: 'range', label: text.fields.K, symbol: 'K', min: 0, max: most.K, step: 1, initial: 4 },
  draft: {
    kind: 'range',
    label: text.fields.draft,
    min: 0.5,
    max: paper.target.ms,
    step: 0.1,
    values: [0.5, 1, paper.draft.ms, 3.5, 7, paper.target.ms],
    initial: paper.draft.ms,
    format: text.units.ms,
  },
  batch: {
    kind: 'range',
    label: text.fields.batch,
    min: 1,
    max: 1024,
    step: 1,
    values: [1, 4, 16, 32, 64, 128, 256, 512, 1024],
    initial: 1,
  },
} as const;

/** One position of speculative sampling (Theorem 1), and what whole rounds gain if every position is like it. */
export default defineLab({
  id: 'speculative-rounds',
  paper: 'speculative-sampling',
  title: text.title,
  takeaway: text.takeaway,
  simplified: text.simplified,
  fields,
  compute: run,
  View,
  summary: ({ K }, { alpha, tokens, together, best, distance }) =>
    text.summary({
      alpha: fixed(2)(alpha),
      K,
      tokens: fixed(2)(tokens),
      gain: fixed(2)(together[K]!),
      best,
      right: distance < 1e-9,
      distance: fixed(2)(distance),
    }),
  numbers: (_, { alone, together }) => ({
    columns: text.columns,
    rows: alone.map((gain, K) => [K, fixed(2)(gain), fixed(2)(together[K]!)]),
  }),
  presets: [
    { label: text.presets.close, state: { likeness: 0.9, K: 8 } },
    { label: text.presets.cold, state: { temperature: 0.5 } },
    { label: text.presets.slow, state: { draft: 7 } },
    { label: text.presets.crowded, state: { batch: 256 } },
    { label: text.presets.wrong, state: { rule: 'again' } },
  ],
});

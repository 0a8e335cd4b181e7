import { fixed, formatPercent } from '#draw/format.ts';
import { defineLab } from '../frame/lab.ts';
import { run, slots, steps, systems } from './model.ts';
import { text } from './text.zh.ts';
import { View } from './View.tsx';

const fields = {
  step: {
    kind: 'steps',
    label: text.fields.step,
    initial: 80,
    pace: 140,
    format: (step: number) => text.units.step(step, steps - 1),
  },
  system: { kind: 'choice', label: text.fields.system, options: text.systems, initial: 'paged' },
  blockSize: {
    kind: 'range',
    label: text.fields.blockSize,
    symbol: 'B',
    min: 1,
    max: 64,
    step: 1,
    values: [1, 2, 4, 8, 16, 32, 64],
    initial: 16,
  },
  output: {
    kind: 'range',
    label: text.fields.output,
    min: 20,
    max: 120,
    step: 20,
    initial: 60,
    format: text.units.tokens,
  },
} as const;

const share = (value: number): string => formatPercent(value, 2);

/** A KV memory given out in contiguous chunks by three rules, or in blocks (PagedAttention, Sec. 3.1 and 4.3, Fig. 2). */
export default defineLab({
  id: 'kv-memory',
  paper: 'pagedattention',
  title: text.title,
  takeaway: text.takeaway,
  simplified: text.simplified,
  fields,
  compute: run,
  last: () => steps - 1,
  View,
  summary: ({ step, system }, { kept, use, preempted, means }) =>
    text.summary({
      step,
      system: text.systems[system],
      running: kept.length,
      stored: share(use.stored / slots),
      preempted,
      mean: fixed(1)(means[systems.indexOf(system)]!.batch),
      max: fixed(1)(means[0]!.batch),
    }),
  numbers: (_, { means }) => ({
    columns: text.columns,
    rows: means.map(({ system, use, batch }) => [
      text.systems[system],
      fixed(1)(batch),
      share(use.stored),
      share(use.reserved),
      share(use.internal),
      share(use.external),
    ]),
  }),
  presets: [
    { label: text.presets.max, state: { system: 'max' } },
    { label: text.presets.one, state: { system: 'paged', blockSize: 1 } },
    { label: text.presets.short, state: { system: 'paged', output: 20 } },
    { label: text.presets.coarse, state: { system: 'paged', blockSize: 64, output: 20 } },
  ],
});

import { fixed } from '#draw/format.ts';
import { letterOf } from '#figures/serving/words.zh.ts';
import { defineLab } from '../frame/lab.ts';
import { budgets, contest, TICK, type Contest, type Contestant } from './model.ts';
import { text } from './text.zh.ts';
import { View } from './View.tsx';

const tickMs = TICK * 1e3;

const fields = {
  moment: {
    kind: 'steps',
    label: text.fields.moment,
    initial: 20,
    pace: 160,
    format: (step: number) => text.moment(step * tickMs),
  },
  tau: {
    kind: 'range',
    label: text.fields.tau,
    symbol: 'τ',
    min: 128,
    max: 4096,
    step: 1,
    values: budgets,
    initial: 512,
    format: text.tokens,
  },
  blocks: {
    kind: 'range',
    label: text.fields.blocks,
    colour: 'kv',
    min: 272,
    max: 1024,
    step: 1,
    values: [272, 320, 416, 512, 768, 1024],
    initial: 512,
    format: text.blocks,
  },
  prompt: {
    kind: 'range',
    label: text.fields.prompt,
    colour: 'prefill',
    min: 512,
    max: 4096,
    step: 1,
    values: [512, 1024, 2048, 4096],
    initial: 4096,
    format: text.tokens,
  },
  target: {
    kind: 'range',
    label: text.fields.target,
    min: 15,
    max: 200,
    step: 1,
    values: [15, 20, 30, 50, 100, 200],
    initial: 30,
    format: text.target,
  },
} as const;

const row = (name: string, lanes: readonly Contestant[], value: (one: Contestant) => string | number) => [
  name,
  ...lanes.map(value),
];
const ms = (seconds: number) => fixed(1)(seconds * 1e3);

/** The same requests under request-level, prefill-first, Orca-style and stall-free scheduling. */
export default defineLab({
  id: 'serving-schedulers',
  paper: 'sarathi-serve',
  title: text.title,
  takeaway: text.takeaway,
  simplified: text.simplified,
  fields,
  compute: contest,
  last: (_, { end }: Contest) => Math.ceil(end / TICK),
  View: ({ state, result }) => (
    <View contest={result} tau={state.tau} time={Math.min(state.moment * TICK, result.end)} />
  ),
  summary: ({ moment, tau, target, blocks }, { lanes, limit, allowed }) => {
    const sarathi = lanes.at(-1)!;
    return text.summary({
      tau,
      target,
      moment: moment * tickMs,
      blocks,
      allowed,
      stalls: lanes.map(({ stalls }) => stalls),
      tokens: lanes.map((one) => one.tokensBy(moment * TICK)),
      tbt: `${ms(sarathi.levels.maxTbt)} ms`,
      kept: sarathi.levels.maxTbt <= limit,
      peak: sarathi.levels.peakBlocks,
    });
  },
  numbers: ({ moment }, { lanes }) => ({
    columns: text.columns,
    rows: [
      row(text.rows.maxTbt, lanes, ({ levels }) => ms(levels.maxTbt)),
      row(text.rows.stalls, lanes, ({ stalls }) => stalls),
      ...[...lanes[0]!.ttft.keys()].map((id) =>
        row(text.rows.ttft(letterOf(id)), lanes, ({ ttft }) => ms(ttft.get(id)!)),
      ),
      row(text.rows.throughput, lanes, ({ levels }) => fixed(1)(levels.throughput)),
      row(text.rows.makespan, lanes, ({ levels }) => ms(levels.makespan)),
      row(text.rows.peak, lanes, ({ levels }) => levels.peakBlocks),
      row(text.rows.iterations, lanes, ({ run }) => run.iterations.length),
      row(text.rows.tokens, lanes, (one) => one.tokensBy(moment * TICK)),
    ],
  }),
  presets: [
    { label: text.presets.coarse, state: { tau: 2048 } },
    { label: text.presets.fine, state: { tau: 128 } },
    { label: text.presets.narrow, state: { blocks: 272 } },
  ],
});

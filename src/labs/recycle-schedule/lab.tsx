import { formatNumber, formatPercent } from '#draw/format.ts';
import { workerName } from '#mechanisms/pipeline/schedule.ts';
import { defineLab } from '../frame/lab.ts';
import { everything, healthyTime, keyOf, run, workers, type Run } from './model.ts';
import { text } from './text.zh.ts';
import { View } from './View.tsx';

const t = text.summary;
const names: Readonly<Record<string, string>> = Object.fromEntries(
  workers.map((worker) => [keyOf(worker), workerName(worker)]),
);

const fields = {
  failed: { kind: 'set', label: text.fields.failed, colour: 'fault', options: names, initial: ['p1s2'] },
  decoupled: { kind: 'switch', label: text.fields.decoupled, initial: false },
  staggered: { kind: 'switch', label: text.fields.staggered, initial: false },
  memory: {
    kind: 'range',
    label: text.fields.memory,
    min: 4,
    max: everything,
    step: 1,
    values: [4, 5, 6, 7, 8, 9, everything],
    initial: everything,
    format: (n: number) => text.memory(n, everything),
  },
} as const;

const both = { decoupled: true, staggered: true };

/** ReCycle's example as a schedule that the reader breaks: workers die, their peers take over, two switches win time back. */
export default defineLab({
  id: 'recycle-schedule',
  paper: 'recycle',
  title: text.title,
  takeaway: text.takeaway,
  simplified: text.simplified,
  fields,
  compute: run,
  View: ({ state, result, set }) => (
    <View result={result} onWorker={(i) => set({ failed: toggled(state.failed, keyOf(workers[i]!)) })} />
  ),
  summary: (_, result) => summaryOf(result),
  numbers: (_, { training }) => ({
    columns: text.columns,
    rows: training
      ? training.shares.map(({ name, dead, load, peak, idle }) => [
          name,
          dead ? text.dead : text.alive,
          load,
          peak,
          dead ? '—' : idle,
        ])
      : [],
  }),
  presets: [
    { label: text.presets.all, state: both },
    { label: text.presets.memory, state: { ...both, memory: 4 } },
    { label: text.presets.two, state: { ...both, failed: ['p0s2', 'p1s2'] } },
    { label: text.presets.diagonal, state: { ...both, failed: ['p0s0', 'p1s1', 'p2s2'] } },
    { label: text.presets.none, state: { failed: [] } },
  ],
});

const toggled = (failed: readonly string[], key: string): string[] =>
  Object.keys(names).filter((name) => failed.includes(name) !== (name === key));

function summaryOf({ setup, lost, training }: Run): string {
  if (!training) return text.view.lost(lost!);
  const { time, change, shares } = training;
  const most = Math.max(...shares.map(({ load }) => load));
  const busiest = shares.filter(({ load }) => load === most).map(({ name }) => name);
  const dead = setup.failed.map(workerName);
  const share = formatPercent(Math.abs(change), 2);
  return [
    dead.length > 0 ? t.dead(dead.join(t.join), busiest.join(t.join), most) : t.healthy,
    t.time(
      formatNumber(time),
      formatNumber(healthyTime),
      change === 0 ? t.same : change > 0 ? t.slower(share) : t.faster(share),
    ),
    t.peak(Math.max(...shares.map(({ peak }) => peak))),
  ].join('');
}

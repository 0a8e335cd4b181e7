import { formatNumber, formatPercent } from '#draw/format.ts';
import { traffic } from '#mechanisms/attention/work.ts';
import { defineLab } from '../frame/lab.ts';
import { run, type Run } from './model.ts';
import { text } from './text.zh.ts';
import { View } from './View.tsx';

const fields = {
  step: { kind: 'steps', label: text.fields.step, initial: 7, pace: 900 },
  M: {
    kind: 'range',
    label: text.fields.M,
    symbol: 'M',
    min: 48,
    max: 256,
    step: 1,
    values: [48, 64, 96, 128, 192, 256],
    initial: 128,
    format: text.elements,
  },
  causal: { kind: 'switch', label: text.fields.causal, initial: false },
} as const;

/** FlashAttention's Algorithm 1 beside Algorithm 0 on one clock, on real numbers. */
export default defineLab({
  id: 'flash-tiles',
  paper: 'flashattention',
  title: text.title,
  takeaway: text.takeaway,
  simplified: text.simplified,
  fields,
  compute: run,
  last: (_, result) => result.moments.length - 1,
  View: ({ state, result }) => {
    const time = momentAt(result, state.step);
    return (
      <View result={result} time={time} visit={result.visits.findLast((v) => v.end <= time)} causal={state.causal} />
    );
  },
  summary: ({ M }, { sizes, work, error }) =>
    text.summary({
      M,
      ...sizes,
      flash: traffic(work.flash),
      standard: traffic(work.standard),
      ratio: formatPercent(traffic(work.flash) / traffic(work.standard)),
      error: error.toExponential(0),
    }),
  numbers: ({ step }, result) => {
    const { standard, flash } = result.work;
    const moved = result.movedAt(momentAt(result, step));
    const names = text.rowNames;
    return {
      columns: text.columns,
      rows: [
        [names.reads, standard.reads, flash.reads],
        [names.writes, standard.writes, flash.writes],
        [names.total, traffic(standard), traffic(flash)],
        [names.moments, formatNumber(moved.standard), formatNumber(moved.flash)],
        [names.time, formatNumber(result.standard.at(-1)!.end), formatNumber(result.visits.at(-1)!.end)],
        [names.error, '—', result.error.toExponential(1)],
      ],
    };
  },
  presets: [
    { label: text.presets.small, state: { M: 48 } },
    { label: text.presets.whole, state: { M: 256 } },
  ],
});

const momentAt = (result: Run, step: number) => result.moments[Math.min(step, result.moments.length - 1)]!;

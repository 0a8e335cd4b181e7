import { fixed, formatNumber, formatPercent } from '#draw/format.ts';
import { rowMax } from '#mechanisms/attention/softmax.ts';
import { defineLab } from '../frame/lab.ts';
import { curves, run, scalingNames, widths } from './model.ts';
import { text } from './text.zh.ts';
import { View } from './View.tsx';

const fields = {
  dk: { kind: 'range', label: text.fields.dk, symbol: 'dₖ', min: 1, max: 512, step: 1, values: widths, initial: 64 },
  sample: { kind: 'range', label: text.fields.sample, min: 1, max: 8, step: 1, initial: 4 },
  measure: { kind: 'choice', label: text.fields.measure, options: text.measures, initial: 'entropy' },
} as const;

/** Why the scores are divided by √d_k (§3.2.1, footnote 4), and why not by d_k. */
export default defineLab({
  id: 'softmax-saturation',
  paper: 'attention-is-all-you-need',
  title: text.title,
  takeaway: text.takeaway,
  simplified: text.simplified,
  fields,
  compute: run,
  View: ({ state, result }) => <View run={result} dk={state.dk} measure={state.measure} />,
  summary: ({ dk }, { weights, averages: { none, root } }) =>
    text.summary({
      dk,
      variance: formatNumber(none.variance, 3),
      none: formatPercent(rowMax(weights.none)),
      root: formatPercent(rowMax(weights.root)),
      entropyNone: fixed(2)(none.entropy),
      entropyRoot: fixed(2)(root.entropy),
      slopeNone: fixed(3)(none.slope),
      slopeRoot: fixed(3)(root.slope),
    }),
  numbers: () => ({
    columns: text.columns,
    rows: curves.map((at) => [
      at.dk,
      formatNumber(at.none.variance, 3),
      ...scalingNames.map((name) => fixed(2)(at[name].entropy)),
      ...scalingNames.map((name) => fixed(3)(at[name].slope)),
    ]),
  }),
});

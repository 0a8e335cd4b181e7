import { formatNumber, formatPercent, formatSeconds } from '#draw/format.ts';
import type { OperatorTime } from '#mechanisms/hardware/layer.ts';
import { defineLab } from '../frame/lab.ts';
import { measure, STACK } from './model.ts';
import { text } from './text.zh.ts';
import { View } from './View.tsx';

const range = { kind: 'range', min: 1, max: 1024, step: 1 } as const;
const bandwidth = (stacks: number) => text.units.bandwidth(formatNumber((stacks * STACK) / 1e9));

const fields = {
  compute: { kind: 'choice', label: text.fields.compute, options: text.compute, initial: 'quarter' },
  stacks: { ...range, label: text.fields.stacks, values: [1, 2, 3, 4, 5, 6, 7, 8], initial: 5, format: bandwidth },
  local: {
    ...range,
    label: text.fields.local,
    values: [32, 64, 128, 192, 256, 512, 1024],
    initial: 192,
    format: text.units.kib,
  },
  global: { ...range, label: text.fields.global, values: [5, 10, 20, 48, 80], initial: 48, format: text.units.mib },
  batch: {
    ...range,
    label: text.fields.batch,
    values: [1, 2, 4, 8, 16, 32, 64, 128],
    initial: 8,
    format: text.units.sequences,
  },
} as const;

const limit = ({ roofline }: OperatorTime) => text.bound[roofline?.boundBy ?? 'link'];
const ratio = (value: number) => value.toFixed(2);

/** One GPT-3 layer on a chip of the reader's making: tile search, roofline, and the time of every operator. */
export default defineLab({
  id: 'hardware-roofline',
  paper: 'llmcompass',
  title: text.title,
  takeaway: text.takeaway,
  simplified: text.simplified,
  fields,
  compute: measure,
  View: ({ result }) => <View result={result} />,
  summary: (_, { prefill, decode }) =>
    text.summary({
      prefill: formatSeconds(prefill.layer.total),
      decode: formatSeconds(decode.layer.total),
      prefillRatio: ratio(prefill.ratio),
      decodeRatio: ratio(decode.ratio),
      launch: formatPercent(decode.launch / decode.layer.total, 2),
    }),
  numbers: (_, { prefill, decode }) => ({
    columns: text.columns,
    rows: [
      ...prefill.layer.operators.map((one, i) => {
        const other = decode.layer.operators[i]!;
        return [
          text.operators[one.operator.name],
          ((one.work + one.launch) * 1e3).toFixed(3),
          limit(one),
          ((other.work + other.launch) * 1e6).toFixed(1),
          limit(other),
        ];
      }),
      [text.total, (prefill.layer.total * 1e3).toFixed(3), '', (decode.layer.total * 1e6).toFixed(1), ''],
    ],
  }),
  presets: [
    { label: text.presets.ga100, state: { compute: 'full' } },
    { label: text.presets.bandwidth, state: { compute: 'full', stacks: 2 } },
    { label: text.presets.tiny, state: { compute: 'full', local: 32 } },
    { label: text.presets.large, state: { compute: 'full', batch: 128 } },
  ],
});

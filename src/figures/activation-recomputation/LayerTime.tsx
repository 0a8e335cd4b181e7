import { Bars, barsHeight, type Bar, type BarsProps } from '#draw/Bars.tsx';
import { Canvas } from '#draw/Canvas.tsx';

/** Table 4 of the paper: milliseconds of one layer of the 22B model, and its overhead. */
const measured: readonly [way: string, forward: number, backward: number, note: string][] = [
  ['不重算', 7.7, 11.9, '19.6'],
  ['只加序列并行', 7.2, 11.8, '19.0（−3%）'],
  ['整层重算', 7.7, 19.5, '27.2（+39%）'],
  ['选择性重算', 7.7, 13.2, '20.9（+7%）'],
  ['选择性 + 序列并行', 7.2, 13.1, '20.3（+4%）'],
];
const bars: Bar[] = measured.map(([label, forward, backward, note]) => ({
  label,
  note,
  parts: [
    { kind: 'forward', value: forward, label: String(forward) },
    { kind: 'backward', value: backward, label: String(backward) },
  ],
}));
const props: BarsProps = {
  bars,
  keys: [
    { kind: 'forward', label: '前向' },
    { kind: 'backward', label: '反向，含重算' },
  ],
  label: '一层的时间（ms）',
};

/** What recomputation costs in time, as the paper measured it. */
export default function LayerTime() {
  return (
    <Canvas id="layer-time" height={barsHeight(props)} label="22B 模型一层的前向与反向时间">
      <Bars {...props} />
    </Canvas>
  );
}

import { Bars, barsHeight } from '#draw/Bars.tsx';
import { Canvas } from '#draw/Canvas.tsx';
import { formatPercent } from '#draw/format.ts';
import { at32 } from './measured.ts';
import { words } from './words.zh.ts';

const bars = at32.flatMap(({ model, linear, systems }) =>
  systems.map(({ name, kind, pflops }) => ({
    label: words.bar(model, name),
    parts: [{ kind, value: (pflops ?? 0) / linear }],
    note: pflops === null ? words.outOfMemory : words.about(pflops / linear),
  })),
);
const chart = {
  bars,
  domain: [0, 1.4] as const,
  format: (value: number) => formatPercent(value, 2),
  label: words.ofLinear,
  references: [{ value: 1, label: words.linear, kind: 'ink' as const }],
};

/** Fig. 7 at 32 GPUs: each system as a share of linear scaling. */
export default function Throughput() {
  return (
    <Canvas id="alpa-throughput" height={barsHeight(chart)} label="32 张卡时各系统的吞吐占线性扩展的比例">
      <Bars {...chart} />
    </Canvas>
  );
}

import { Canvas } from '#draw/Canvas.tsx';
import { columnWidth } from '#draw/frame.ts';
import { Label } from '#draw/Label.tsx';
import { Lines, type Series } from '#draw/Lines.tsx';
import { gates } from './setting.ts';

const HALF = columnWidth / 2 - 6;
const HEIGHT = 270;
const curves = [
  { label: '$a^c$ = 0.9', kind: 'accent', points: gates.slow, dashed: false },
  { label: '$a^c$ = 0.6', kind: 'item-2', points: gates.fast, dashed: false },
  { label: '更新门', kind: 'ink', points: gates.update, dashed: true },
] as const;

const series = (side: 'a' | 'b'): Series[] =>
  curves.map(({ points, ...look }) => ({
    ...look,
    marker: 'none',
    points: points.map((point) => [point.r, point[side]] as const),
  }));

const axis = { label: '门开多少', domain: [0, 1], ticks: [0, 0.5, 1] } as const;
const share = { domain: [0, 1], ticks: [0, 0.25, 0.5, 0.75, 1] } as const;

/** What the recurrence gate does to the two coefficients, beside a GRU's update gate (App. A, Fig. 7). */
export default function Gates() {
  return (
    <Canvas id="griffin-gates" height={HEIGHT + 24} minWidth={580} label="门从关到开时，旧状态与输入各乘多少">
      <Label x={0} y={9} text="旧状态乘多少" bold />
      <Lines y={18} width={HALF} height={HEIGHT} series={series('a')} xAxis={axis} yAxis={share} />
      <Label x={HALF + 12} y={9} text="输入乘多少" bold />
      <Lines x={HALF + 12} y={18} width={HALF} height={HEIGHT} series={series('b')} xAxis={axis} yAxis={share} />
    </Canvas>
  );
}

import type { VNode } from 'preact';
import { Canvas } from '#draw/Canvas.tsx';
import { labelRoom } from '#draw/EndLabels.tsx';
import { columnWidth, type Point } from '#draw/frame.ts';
import { Lines, type Series } from '#draw/Lines.tsx';
import { Markers } from '#draw/PlotMarks.tsx';
import { layPlot } from '#draw/plot.ts';
import { crossover, ttftInter, ttftIntra, ttftSingle } from '#mechanisms/serving/ttft-queue.ts';
import { played } from './setting.ts';

export const example = { D: 0.1, K: 1.5 };
const { D, K } = example;
const rates = Array.from({ length: 145 }, (_, i) => i / 10);
const most = 0.3;

const curve = (formula: (R: number) => number): Point[] =>
  rates.map((R): Point => [R, formula(R) * 1e3]).filter(([, y]) => y <= most * 1e3 * 1.3);
const series: Series[] = [
  { label: '一张卡', kind: 'muted', points: curve((R) => ttftSingle(R, D)), marker: 'none' },
  { label: '张量并行', kind: 'ink', points: curve((R) => ttftIntra(R, D, K)), marker: 'none' },
  { label: '流水线并行', kind: 'accent', points: curve((R) => ttftInter(R, D)), marker: 'none' },
];
const witnesses: { kind: Series['kind']; points: Point[] }[] = [
  { kind: 'muted', points: [2, 4, 6].map((R) => [R, played(R, 1, () => D) * 1e3]) },
  { kind: 'ink', points: [3, 6, 9, 12].map((R) => [R, played(R, 1, () => D / K) * 1e3]) },
  { kind: 'accent', points: [3, 6, 9, 12, 14].map((R) => [R, played(R, 2, () => D) * 1e3]) },
];
const xAxis = { label: '每秒到达的请求数 $R$', domain: [0, 14.4], ticks: [0, 2, 4, 6, 8, 10, 12, 14] } as const;
const yAxis = { label: '平均 TTFT（ms）', domain: [0, most * 1e3] } as const;

/** Eq. 1–3 for D = 100 ms and K = 1.5 as lines; queues played out event by event as points. */
export default function TtftCurves(): VNode {
  const plot = layPlot({
    xAxis,
    yAxis,
    xDomain: xAxis.domain,
    yDomain: yAxis.domain,
    width: columnWidth,
    height: 330,
    right: labelRoom(series.map(({ label }) => label)),
    top: 18,
  });
  return (
    <Canvas id="ttft-curves" height={330} label="三种用法的平均 TTFT 随到达率的变化">
      <Lines
        height={330}
        series={series}
        xAxis={xAxis}
        yAxis={yAxis}
        references={[{ axis: 'x', value: crossover(K) / D, label: '分界' }]}
      />
      {witnesses.map(({ kind, points }) => (
        <Markers key={kind} plot={plot} points={points} marker="circle" kind={kind} />
      ))}
    </Canvas>
  );
}

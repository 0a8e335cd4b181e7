import type { VNode } from 'preact';
import { Canvas } from '#draw/Canvas.tsx';
import { labelRoom } from '#draw/EndLabels.tsx';
import { columnWidth } from '#draw/frame.ts';
import { Lines } from '#draw/Lines.tsx';
import { Markers } from '#draw/PlotMarks.tsx';
import { layPlot } from '#draw/plot.ts';
import { hitCurve, publicHits } from './setting.ts';
import { words } from './words.zh.ts';

const height = 300;
const label = '合成记录';
const xAxis = {
  scale: 'log',
  label: '缓存能放多少个 token',
  domain: [1e5, 1e8],
  ticks: [1e5, 1e6, 1e7, 1e8],
  format: words.tokens,
} as const;
const yAxis = {
  label: '命中的块占多少；圆点是公开的真实记录',
  domain: [0, 0.4],
  ticks: [0, 0.1, 0.2, 0.3, 0.4],
  format: words.percent,
} as const;

/** The share of blocks that one LRU cache finds against its capacity: the synthetic hour as a line, the public trace as points. */
export default function HitRates(): VNode {
  const plot = layPlot({
    xAxis,
    yAxis,
    xDomain: xAxis.domain,
    yDomain: yAxis.domain,
    width: columnWidth,
    height,
    right: labelRoom([label]),
    top: 0,
  });
  return (
    <Canvas id="hit-rates" height={height} label="命中率随缓存容量的变化">
      <Lines
        height={height}
        series={[{ label, kind: 'accent', points: hitCurve, marker: 'none' }]}
        xAxis={xAxis}
        yAxis={yAxis}
        references={[
          { axis: 'x', value: 3e6, label: '300 万' },
          { axis: 'x', value: 50e6, label: '5000 万' },
        ]}
      />
      <Markers plot={plot} points={publicHits} marker="circle" kind="ink" />
    </Canvas>
  );
}

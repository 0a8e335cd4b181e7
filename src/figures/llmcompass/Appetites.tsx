import type { VNode } from 'preact';
import { Canvas } from '#draw/Canvas.tsx';
import { columnWidth, type Point } from '#draw/frame.ts';
import { Lines, type Series } from '#draw/Lines.tsx';
import { appetite, PAPER_BANDWIDTH, type Phase } from './sweeps.ts';

const gap = 16;
const width = (columnWidth - gap) / 2;
const yAxis = { scale: 'log', label: '时间（GA100 = 1）', domain: [0.4, 4], ticks: [0.5, 1, 2, 4] } as const;
const line = (phase: Phase, points: Point[]): Series => ({ label: phase, kind: phase, points });
const printed = (phase: Phase): Series => ({
  label: `论文 ${phase}`,
  kind: 'muted',
  points: PAPER_BANDWIDTH[phase],
  dashed: true,
});

/** Time of one layer against arithmetic and against bandwidth: each phase answers to one of them. */
export default function Appetites(): VNode {
  return (
    <Canvas id="appetites" height={300} minWidth={600} label="算力与显存带宽变化时，prefill 与 decode 一层的时间">
      <Lines
        width={width}
        height={300}
        series={[line('prefill', appetite.cores.prefill), line('decode', appetite.cores.decode)]}
        xAxis={{ scale: 'log2', label: '核数', ticks: [32, 64, 128, 256] }}
        yAxis={yAxis}
      />
      <Lines
        x={width + gap}
        width={width}
        height={300}
        series={[
          line('prefill', appetite.bandwidth.prefill),
          line('decode', appetite.bandwidth.decode),
          printed('prefill'),
          printed('decode'),
        ]}
        xAxis={{ scale: 'log2', label: '显存带宽（GB/s）', ticks: [400, 800, 1600, 3200] }}
        yAxis={{ ...yAxis, label: '时间（2000 GB/s = 1）' }}
      />
    </Canvas>
  );
}

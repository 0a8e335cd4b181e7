import type { VNode } from 'preact';
import { Canvas } from '#draw/Canvas.tsx';
import { Lines, type Series } from '#draw/Lines.tsx';
import { A100_LAUNCH, launchSlope } from '#mechanisms/hardware/kernel-cycles.ts';
import { words } from './words.zh.ts';

const sizes = Array.from({ length: 32 }, (_, i) => i + 1);

const series: Series[] = [
  {
    label: words.slope,
    kind: 'accent',
    points: sizes.map((BS) => [BS, launchSlope(A100_LAUNCH, BS)]),
    marker: 'none',
  },
  {
    label: words.slopePerWarp,
    kind: 'ink',
    points: sizes.map((BS) => [BS, launchSlope(A100_LAUNCH, BS) / BS]),
    marker: 'none',
    dashed: true,
  },
];

/** What one more thread block adds to the launch of a kernel on an A100, whole and per warp. */
export default function Launch(): VNode {
  return (
    <Canvas id="launch" height={280} label="启动延迟的斜率随 block 大小的变化">
      <Lines
        height={280}
        series={series}
        xAxis={{ label: words.blockAxis, domain: [1, 32], ticks: [1, 8, 16, 24, 32] }}
        yAxis={{ label: words.cycles, domain: [0, 7] }}
      />
    </Canvas>
  );
}

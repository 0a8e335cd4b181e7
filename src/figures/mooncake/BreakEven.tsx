import type { VNode } from 'preact';
import { Canvas } from '#draw/Canvas.tsx';
import type { Point } from '#draw/frame.ts';
import { Lines } from '#draw/Lines.tsx';
import { eightA800, eightH800, leastBandwidth, llama3 } from '#mechanisms/kv-cache/fetch-or-recompute.ts';

const lengths = Array.from({ length: 45 }, (_, i) => 128 * 2 ** (i / 4)).filter((p) => p <= 131072);
const curve = (G: number): Point[] => lengths.map((p) => [p, leastBandwidth(p, G, llama3) / 1e9]);

/** Eq. 2: the bandwidth from which fetching a prefix beats computing it, on two kinds of machine. */
export default function BreakEven(): VNode {
  return (
    <Canvas id="break-even" height={310} label="八张卡上，取比算快所需的带宽随前缀长度的变化">
      <Lines
        height={310}
        series={[
          { label: 'H800', kind: 'ink', points: curve(eightH800), marker: 'none' },
          { label: 'A800', kind: 'accent', points: curve(eightA800), marker: 'none' },
        ]}
        xAxis={{
          scale: 'log',
          label: '前缀长度 $p$（token）',
          domain: [128, 131072],
          ticks: [128, 1024, 8192, 65536],
        }}
        yAxis={{ scale: 'log', label: '至少要的带宽 $B$（GB/s）', domain: [1, 160], ticks: [1, 3, 10, 30] }}
        references={[
          { axis: 'y', value: 87, label: '实测 87 GB/s' },
          { axis: 'y', value: 12.5, label: '100 Gbps' },
          { axis: 'y', value: 3, label: '24 Gbps' },
        ]}
      />
    </Canvas>
  );
}

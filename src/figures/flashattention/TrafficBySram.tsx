import { Canvas } from '#draw/Canvas.tsx';
import type { Point } from '#draw/frame.ts';
import { Lines } from '#draw/Lines.tsx';
import { flashForward, standardForward } from '#mechanisms/attention/io-cost.ts';
import { blockSizes } from '#mechanisms/attention/tiling.ts';
import { d, elementBytes, gigabytes, M, N } from './setting.ts';

const sizes = Array.from({ length: 61 }, (_, i) => 4 * 1024 * 2 ** (i / 10)); // bytes of SRAM
const flash: Point[] = sizes.map((bytes) => [
  bytes / 1024,
  gigabytes(flashForward({ N, d, Bc: blockSizes(bytes / elementBytes, d).Bc })),
]);
const standard: Point[] = sizes.map((bytes) => [bytes / 1024, gigabytes(standardForward({ N, d }))]);

/** Forward traffic against the size of the SRAM, both axes logarithmic: a slope of −1 is the theorem. */
export default function TrafficBySram() {
  return (
    <Canvas id="traffic-by-sram" height={320} label="前向的显存读写随 SRAM 容量的变化">
      <Lines
        height={320}
        series={[
          { label: '标准算法', kind: 'ink', points: standard, marker: 'none' },
          { label: 'FlashAttention', kind: 'accent', points: flash, marker: 'none', stepped: true },
        ]}
        xAxis={{ scale: 'log', label: 'SRAM 容量（KB）', ticks: [4, 16, 64, 192], domain: [4, 256] }}
        yAxis={{ scale: 'log', label: '显存读写（GB）', ticks: [1, 2, 5, 10, 20, 50], domain: [0.9, 60] }}
        references={[{ axis: 'x', value: (M * elementBytes) / 1024, label: 'A100：192 KB' }]}
      />
    </Canvas>
  );
}

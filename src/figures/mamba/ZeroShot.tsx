import { Canvas } from '#draw/Canvas.tsx';
import { Lines } from '#draw/Lines.tsx';
import type { Point } from '#draw/frame.ts';

/** Table 3 of the paper (PDF): billions of parameters, average zero-shot accuracy in per cent; all read 300B tokens of the Pile. */
const measured = {
  mamba: [
    [0.13, 44.7],
    [1.4, 59.7],
    [2.8, 63.3],
  ],
  pythia: [
    [0.16, 40.6],
    [1.4, 55.2],
    [2.8, 59.1],
    [6.9, 61.7],
  ],
} satisfies Record<string, Point[]>;
const rwkv = 62.5;

/** Zero-shot accuracy against size. */
export default function ZeroShot() {
  return (
    <Canvas id="mamba-zero-shot" height={300} label="零样本平均正确率随参数量的变化">
      <Lines
        height={300}
        series={[
          { label: 'Mamba', kind: 'accent', points: measured.mamba },
          { label: 'Pythia', kind: 'ink', points: measured.pythia },
        ]}
        references={[{ axis: 'y', value: rwkv, label: 'RWKV-7.4B', kind: 'muted' }]}
        xAxis={{ scale: 'log', label: '参数量（十亿）', domain: [0.1, 8], ticks: [0.1, 0.3, 1, 3, 8] }}
        yAxis={{ label: '零样本平均（%）', domain: [40, 65] }}
      />
    </Canvas>
  );
}

import type { VNode } from 'preact';
import { Canvas } from '#draw/Canvas.tsx';
import { Lines } from '#draw/Lines.tsx';
import { hunger } from './setting.ts';

const points = (name: 'B/16' | 'L/16') => hunger[name].map((y, i): [number, number] => [hunger.images[i]!, y]);

/** Table 5 as two lines that cross. */
export default function Hunger(): VNode {
  return (
    <Canvas id="hunger" height={290} label="预训练图像数与 ImageNet 准确率">
      <Lines
        height={290}
        series={[
          { label: 'ViT-L/16', kind: 'accent', points: points('L/16') },
          { label: 'ViT-B/16', kind: 'ink', points: points('B/16'), dashed: true },
        ]}
        xAxis={{ scale: 'log', label: '预训练用的图像（百万张）', domain: [1, 400], ticks: hunger.images }}
        yAxis={{ label: 'ImageNet 准确率（%）', domain: [74, 90], ticks: [75, 80, 85, 90] }}
      />
    </Canvas>
  );
}

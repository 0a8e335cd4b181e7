import type { VNode } from 'preact';
import { Canvas } from '#draw/Canvas.tsx';
import { Lines } from '#draw/Lines.tsx';
import { costs } from './setting.ts';
import { words } from './words.zh.ts';

const points = (value: (one: (typeof costs)[number]) => number) =>
  costs.map((one): [number, number] => [one.P, value(one) / 1e9]);

/** Multiplications of ViT-B for one image by the side of a patch, on logarithmic axes. */
export default function Cost(): VNode {
  return (
    <Canvas id="cost" height={310} label="ViT-B 看一张图的乘加次数，随 patch 边长变化">
      <Lines
        height={310}
        series={[
          { label: words.linear, kind: 'ink', points: points(({ linear }) => linear) },
          { label: words.quadratic, kind: 'accent', points: points(({ quadratic }) => quadratic) },
        ]}
        xAxis={{ scale: 'log', label: 'patch 的边长（像素）', domain: [4, 56], ticks: costs.map(({ P }) => P) }}
        yAxis={{ scale: 'log', label: '乘加次数（十亿）', domain: [0.005, 3000], ticks: [0.01, 0.1, 1, 10, 100, 1000] }}
        references={[{ axis: 'x', value: 16 }]}
      />
    </Canvas>
  );
}

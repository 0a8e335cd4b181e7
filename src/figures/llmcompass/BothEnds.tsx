import type { VNode } from 'preact';
import { Canvas } from '#draw/Canvas.tsx';
import { Roofline, type RooflinePoint } from '#draw/Roofline.tsx';
import { groups, roof } from './setting.ts';

const points: RooflinePoint[] = [
  { label: 'decode 注意力', ...groups.decode.attention, kind: 'decode', marker: 'triangle' },
  { label: 'decode 权重', ...groups.decode.weights, kind: 'decode', marker: 'circle' },
  { label: 'prefill 注意力', ...groups.prefill.attention, kind: 'prefill', marker: 'triangle' },
  { label: 'prefill 权重', ...groups.prefill.weights, kind: 'prefill', marker: 'circle' },
];

/** The products of one layer under the roof of a GA100: prefill at one end, decode at the other. */
export default function BothEnds(): VNode {
  return (
    <Canvas id="both-ends" height={330} label="一层 GPT-3 的矩阵乘法在 GA100 屋顶线下的位置">
      <Roofline
        height={330}
        roofs={[
          {
            ...roof,
            label: `GA100 ${Math.round(roof.peak / 1e12)} TFLOP/s`,
            slopeLabel: `显存 ${roof.bandwidth / 1e9} GB/s`,
          },
        ]}
        points={points}
        xAxis={{ label: '算术强度（FLOP / 字节）', domain: [0.5, 10000] }}
        yAxis={{ label: 'FLOP/s' }}
        ridgeLabel={(x) => `拐点 ${Math.round(x)}`}
      />
    </Canvas>
  );
}

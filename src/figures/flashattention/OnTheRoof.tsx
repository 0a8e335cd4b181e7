import { Canvas } from '#draw/Canvas.tsx';
import { attainable, Roofline, type Roof, type RooflinePoint } from '#draw/Roofline.tsx';
import { a100 } from '#mechanisms/attention/clock.ts';
import { flashForward, standardForward } from '#mechanisms/attention/io-cost.ts';
import { traffic, type Work } from '#mechanisms/attention/work.ts';
import { Bc, d, elementBytes, N } from './setting.ts';

const roof: Roof = {
  peak: a100.peak,
  bandwidth: a100.bandwidth,
  label: 'A100 312 TFLOP/s',
  slopeLabel: 'HBM 1555 GB/s',
};

/** Operations per softmax element as we count them: maximum, subtraction, exponential, sum, division. */
const softmaxOperations = 5;
const softmax: Work = { reads: N * N, writes: N * N, flops: softmaxOperations * N * N };

function point(label: string, work: Work, kind: RooflinePoint['kind']): RooflinePoint {
  const intensity = work.flops / (traffic(work) * elementBytes);
  return { label, intensity, performance: attainable(roof, intensity), kind };
}

/** Where standard attention and FlashAttention stand under an A100's roof, forward, one head. */
export default function OnTheRoof() {
  const points = [
    point('softmax 一步', softmax, 'communication'),
    point('标准算法，全程', standardForward({ N, d }), 'ink'),
    point('FlashAttention', flashForward({ N, d, Bc }), 'accent'),
  ];
  return (
    <Canvas id="on-the-roof" height={320} label="标准注意力与 FlashAttention 在 A100 屋顶线下的位置">
      <Roofline
        height={320}
        roofs={[roof]}
        points={points}
        xAxis={{ label: '算术强度（FLOP / 字节）' }}
        yAxis={{ label: 'FLOP/s' }}
        ridgeLabel={(x) => `拐点 ${Math.round(x)}`}
      />
    </Canvas>
  );
}

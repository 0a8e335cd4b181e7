import { Bars, type BarsProps } from '#draw/Bars.tsx';
import { Canvas } from '#draw/Canvas.tsx';
import { itemKind } from '#draw/palette.ts';
import { causalConvolution, convolutionKernel } from '#mechanisms/recurrence/state-space-model.ts';
import { impulses, tail } from './small-example.ts';

const kernel = convolutionKernel(tail, 8);
const parts = impulses.map((impulse) => causalConvolution(impulse.x, kernel));

const props: BarsProps = {
  orientation: 'vertical',
  height: 250,
  label: '输出 y',
  bars: Array.from({ length: 8 }, (_, t) => ({
    label: String(t + 1),
    parts: parts.map((y, i) => ({ kind: itemKind(i + 1), value: y[t]! })),
  })),
  keys: impulses.map(({ name }, i) => ({ kind: itemKind(i + 1), label: name })),
};

/** The output of a time-invariant model as the sum of one and the same tail behind each input. */
export default function Tails() {
  return (
    <Canvas id="mamba-tails" height={250} label="时不变模型的输出：每个输入后面拖着同样形状的尾巴，叠加起来">
      <Bars {...props} />
    </Canvas>
  );
}

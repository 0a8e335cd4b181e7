import { Bars, barsHeight, type Bar, type BarsProps } from '#draw/Bars.tsx';
import { Canvas } from '#draw/Canvas.tsx';
import { fixed } from '#draw/format.ts';
import { A100, activations, keepings, modelNames, states } from './setting.ts';

const bars: Bar[] = modelNames.flatMap((name) =>
  (['tensor', 'both'] as const).map((way) => ({
    label: `${name}，${way === 'tensor' ? '张量并行' : '本文'}`,
    parts: [
      { kind: 'parameters' as const, value: states(name) / 1e9 },
      { kind: 'activations' as const, value: activations(name, keepings[way]) / 1e9 },
    ],
  })),
);
const props: BarsProps = {
  bars,
  keys: [
    { kind: 'parameters', label: '参数、梯度与优化器状态' },
    { kind: 'activations', label: '激活' },
  ],
  references: [{ value: A100.memory / 1e9, label: 'A100 80 GB', kind: 'ink' }],
  label: '第一段流水线每张卡的显存（GB）',
  format: fixed(0),
};

/** Fig. 1 of the paper from its formulas: without the two techniques no model fits, with them all do. */
export default function FitsIn80() {
  return (
    <Canvas id="fits-in-80" height={barsHeight(props)} label="四个模型在两种做法下每张卡的显存，与 80 GB 相比">
      <Bars {...props} />
    </Canvas>
  );
}

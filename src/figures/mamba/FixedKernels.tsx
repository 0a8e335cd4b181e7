import { Bars, type BarsProps } from '#draw/Bars.tsx';
import { Canvas } from '#draw/Canvas.tsx';
import { fixed, formatPercent } from '#draw/format.ts';
import { columnWidth, fontSize } from '#draw/frame.ts';
import { Grid } from '#draw/Grid.tsx';
import { Label } from '#draw/Label.tsx';
import { muted } from '#draw/palette.ts';
import { RampKey } from '#draw/RampKey.tsx';
import { accuracy, kernels, strips } from './accuracy.ts';
import { task } from './setting.ts';
import { cell, gutter } from './track.ts';

/** Left to right as the tokens lie: the greatest lag first. */
const weights = kernels.map((kernel) => kernel.toReversed());
const reach = Math.max(...weights.flat().map(Math.abs));
const HEAT = { y: 26, height: 4 * 20 };
const CHART = { y: 176, height: 230 };

const bars: BarsProps = {
  ...CHART,
  orientation: 'vertical',
  arrangement: 'grouped',
  domain: [0, 1.2],
  label: `读对的比例（${strips} 条纸带）`,
  format: (value) => formatPercent(value, 2),
  bars: accuracy.selective.map((_, k) => ({
    label: `第 ${k + 1} 个`,
    parts: [
      { kind: 'accent', value: accuracy.selective[k]! },
      { kind: 'ink', value: accuracy.kernel[k]! },
      { kind: 'muted', value: accuracy.constant[k]! },
    ],
  })),
  keys: [
    { kind: 'accent', label: '选择性' },
    { kind: 'ink', label: '最小二乘的固定核' },
    { kind: 'muted', label: '同一套权重，Δ 恒定' },
  ],
};

/** The best kernels that a time-invariant model could have for Selective Copying, and how often they are right. */
export default function FixedKernels() {
  return (
    <Canvas
      id="mamba-kernels"
      height={CHART.y + CHART.height}
      label="四个读出各自最好的固定卷积核，以及三种模型的正确率"
    >
      <Label x={0} y={9} text="最小二乘卷积核：给每个位置的权重" bold />
      {weights.map((_, k) => (
        <Label key={k} x={0} y={HEAT.y + (k + 0.5) * 20} text={`读第 ${k + 1} 个`} size={fontSize.small} />
      ))}
      <Grid values={weights} x={gutter} {...HEAT} width={cell * task.L} ramp="diverging" domain={[-reach, reach]} />
      <Label x={gutter} y={HEAT.y + HEAT.height + 14} text="纸带开头" size={fontSize.small} colour={muted} />
      <Label
        x={columnWidth}
        y={HEAT.y + HEAT.height + 14}
        text="末尾"
        size={fontSize.small}
        colour={muted}
        anchor="end"
      />
      <RampKey
        x={gutter + 190}
        y={HEAT.y + HEAT.height + 4}
        ramp="diverging"
        domain={[-reach, reach]}
        label="权重"
        format={fixed(2)}
      />
      <Bars {...bars} />
    </Canvas>
  );
}

import { Bars, type BarsProps } from '#draw/Bars.tsx';
import { Canvas } from '#draw/Canvas.tsx';
import { fixed } from '#draw/format.ts';
import type { Kind } from '#draw/palette.ts';
import { scoresOf, type Model } from './setting.ts';

const models: readonly { model: Model; kind: Kind }[] = [
  { model: 'Transformer-6B', kind: 'muted' },
  { model: 'Hawk-7B', kind: 'item-2' },
  { model: 'Griffin-7B', kind: 'accent' },
  { model: 'Llama-2 7B', kind: 'ink' },
];
const groups = [
  { label: '六项平均', pick: 'six' },
  { label: '其中 MMLU', pick: 'mmlu' },
  { label: '其余五项平均', pick: 'five' },
] as const;

const props: BarsProps = {
  orientation: 'vertical',
  arrangement: 'grouped',
  height: 300,
  label: '正确率（%）',
  format: fixed(1),
  bars: groups.map(({ label, pick }) => ({
    label,
    parts: models.map(({ model, kind }) => ({ kind, value: scoresOf(model)[pick] })),
  })),
  keys: models.map(({ model, kind }) => ({ kind, label: model })),
};

/** Table 1 taken apart: the average, MMLU, and the rest. */
export default function Scores() {
  return (
    <Canvas id="griffin-scores" height={300} label="四个 7B 级模型的六项平均、MMLU 与其余五项平均">
      <Bars {...props} />
    </Canvas>
  );
}

import { Bars, type BarsProps } from '#draw/Bars.tsx';
import { Canvas } from '#draw/Canvas.tsx';
import { models } from './setting.ts';

const props: BarsProps = {
  bars: models.map(({ name, tokensPerParameter }) => ({
    label: `LLaMA-${name}`,
    parts: [{ kind: 'accent', value: tokensPerParameter }],
  })),
  format: (value) => value.toFixed(0),
  references: [{ value: 20, label: 'Chinchilla：20', kind: 'ink' }],
  label: '每个参数读过的 token',
  height: 214,
};

/** Table 2 divided out: only the small models are trained far past the rule. */
export default function TokensPerParameter() {
  return (
    <Canvas id="llama-ratio" height={214} label="四个模型每个参数读过的 token 数">
      <Bars {...props} />
    </Canvas>
  );
}

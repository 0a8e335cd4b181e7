import { Bars, barsHeight, type Bar, type BarsProps } from '#draw/Bars.tsx';
import { Canvas } from '#draw/Canvas.tsx';

/** Table 2 of the paper: days to train GPT-2 on OpenWebText with eight A100s. */
const days = {
  small: { huggingFace: 9.5, megatron: 4.7, flash: 2.7 },
  medium: { huggingFace: 21.0, megatron: 11.5, flash: 6.9 },
};

const bars: Bar[] = Object.entries(days).flatMap(([size, row]): Bar[] => [
  { label: `${size} HuggingFace`, parts: [{ kind: 'muted', value: row.huggingFace }] },
  { label: `${size} Megatron-LM`, parts: [{ kind: 'ink', value: row.megatron }] },
  { label: `${size} FlashAttention`, parts: [{ kind: 'accent', value: row.flash }] },
]);
const props: BarsProps = { bars, label: '训练天数', format: (value) => `${value} 天` };

/** Days of training, as the paper reports them. */
export default function Measured() {
  return (
    <Canvas id="measured" height={barsHeight(props)} label="GPT-2 在三种实现下的训练天数">
      <Bars {...props} />
    </Canvas>
  );
}

import { Bars, type BarsProps } from '#draw/Bars.tsx';
import { Canvas } from '#draw/Canvas.tsx';
import { formatNumber } from '#draw/format.ts';
import { throughput } from './setting.ts';

const props: BarsProps = {
  orientation: 'vertical',
  arrangement: 'grouped',
  height: 300,
  label: '训练吞吐（千词/秒，8 张 A100-80GB，长 8192）',
  format: (value) => formatNumber(value, 3),
  bars: throughput.map(({ size, transformer, flash, retnet }) => ({
    label: size,
    parts: [
      { kind: 'muted', value: transformer / 1000 },
      { kind: 'ink', value: flash / 1000 },
      { kind: 'accent', value: retnet / 1000 },
    ],
  })),
  keys: [
    { kind: 'muted', label: 'Transformer' },
    { kind: 'ink', label: 'Transformer + FlashAttention' },
    { kind: 'accent', label: 'RetNet（PyTorch，B = 512）' },
  ],
};

/** Table 4: training throughput of the three systems. */
export default function Throughput() {
  return (
    <Canvas id="retnet-throughput" height={300} label="三种规模下 Transformer、加 FlashAttention、RetNet 的训练吞吐">
      <Bars {...props} />
    </Canvas>
  );
}

import { Bars, barsHeight, type BarsProps } from '#draw/Bars.tsx';
import { Canvas } from '#draw/Canvas.tsx';

/** Table 1 of the paper: TFLOP/s per A100 while training on eight of them. */
const speeds = {
  '1.3B，2k': { without: 142, first: 189, second: 196 },
  '1.3B，8k': { without: 72, first: 170, second: 220 },
  '2.7B，2k': { without: 149, first: 189, second: 205 },
  '2.7B，8k': { without: 80, first: 175, second: 225 },
};

const props: BarsProps = {
  orientation: 'vertical',
  arrangement: 'grouped',
  bars: Object.entries(speeds).map(([label, { without, first, second }]) => ({
    label,
    parts: [
      { kind: 'muted', value: without },
      { kind: 'ink', value: first },
      { kind: 'accent', value: second },
    ],
  })),
  keys: [
    { kind: 'muted', label: '不用 FlashAttention' },
    { kind: 'ink', label: 'FlashAttention' },
    { kind: 'accent', label: 'FlashAttention-2' },
  ],
  domain: [0, 250],
  label: '每张卡 TFLOP/s',
};

/** Training speed as the paper reports it. */
export default function EndToEnd() {
  return (
    <Canvas id="end-to-end" height={barsHeight(props)} label="四种设置下的训练速度，每张 A100 的 TFLOP/s">
      <Bars {...props} />
    </Canvas>
  );
}

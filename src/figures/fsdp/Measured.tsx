import { Bars, barsHeight, type BarsProps } from '#draw/Bars.tsx';
import { Canvas } from '#draw/Canvas.tsx';
import { words } from './words.zh.ts';

/** What the paper measured (Sec. 5.2 and 5.3, Figs. 6b and 6c): speed with the technique on, over that with it off. */
const rows = [
  { label: '反向预取 · GPT-175B', value: 1.18, note: words.about(1.18), kind: 'communication' as const },
  { label: '限流 · T5-11B', value: 5, note: words.atMost(5), kind: 'accent' as const },
  { label: '限流 · RegNet-9B', value: 1, note: words.baseline, kind: 'accent' as const },
  { label: '限流 · DeepViT-8B', value: 0.95, note: words.about(0.95), kind: 'accent' as const },
];
const props: BarsProps = {
  label: words.speed,
  domain: [0, 5],
  bars: rows.map(({ label, value, note, kind }) => ({ label, note, parts: [{ kind, value }] })),
};

/** Prefetching helps evenly; the rate limiter is worth five times, nothing, or a loss. */
export default function Measured() {
  const height = barsHeight(props);
  return (
    <Canvas id="fsdp-measured" height={height} label="论文实测：反向预取与限流对速度的影响">
      <Bars {...props} height={height} />
    </Canvas>
  );
}

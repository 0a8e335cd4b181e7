import type { VNode } from 'preact';
import { Bars, barsHeight, type BarsProps } from '#draw/Bars.tsx';
import { Canvas } from '#draw/Canvas.tsx';
import { idleAt, issued, representative, subCores } from './setting.ts';
import { words } from './words.zh.ts';

const props: BarsProps = {
  bars: subCores.map((warps, i) => ({
    label: words.subCore(i, i === representative),
    parts: [
      ...warps.map((count) => ({ kind: 'compute', value: count, label: String(count) }) as const),
      { kind: 'idle', value: idleAt(i) },
    ],
    note: String(issued[i]),
  })),
  keys: [
    { kind: 'compute', label: words.issued },
    { kind: 'idle', label: words.idle },
  ],
  label: words.issued,
};

/** Two warps on each of four sub-cores, and how long each sub-core idles until the busiest has issued all. */
export default function Imbalance(): VNode {
  return (
    <Canvas id="imbalance" height={barsHeight(props)} label="四个 sub-core 各有两个 warp，指令数却不同">
      <Bars {...props} />
    </Canvas>
  );
}

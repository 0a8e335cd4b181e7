import type { VNode } from 'preact';
import { Bars, type BarsProps } from '#draw/Bars.tsx';
import { Canvas } from '#draw/Canvas.tsx';
import { fixed } from '#draw/format.ts';
import type { Kind } from '#draw/palette.ts';
import { corrections, words } from './setting.ts';

const kinds: readonly Kind[] = ['item-4', 'ink', 'muted'];
const names = ['补 q − p 的正部（恰好是 q）', '从 q 直接补', '从 p 重抽，直到接受'];

const props: BarsProps = {
  orientation: 'vertical',
  arrangement: 'grouped',
  height: 270,
  format: fixed(2),
  domain: [0, 0.5],
  bars: words.map((word, i) => ({
    label: word,
    parts: corrections.map(({ out }, rule) => ({ kind: kinds[rule]!, value: out[i]! })),
  })),
  keys: kinds.map((kind, i) => ({ kind, label: names[i]! })),
};

/** What comes out under three ways to replace a rejected token. */
export default function WrongRules(): VNode {
  return (
    <Canvas id="wrong-rules" height={272} label="拒绝之后三种补法的输出分布">
      <Bars {...props} />
    </Canvas>
  );
}

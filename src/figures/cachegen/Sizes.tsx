import type { VNode } from 'preact';
import { Bars, barsHeight, type BarsProps } from '#draw/Bars.tsx';
import { Canvas } from '#draw/Canvas.tsx';
import { bits } from './setting.ts';
import { words } from './words.zh.ts';

const bar = (label: string, value: number, kind: 'muted' | 'accent' = 'muted') => ({
  label,
  parts: [{ kind, value }],
  note: words.bits(value),
});
const props: BarsProps = {
  bars: [
    bar(words.bars.fp16, 16),
    bar(words.bars.int8, 8),
    bar(words.bars.directOne, bits.directOne),
    bar(words.bars.deltasOne, bits.deltasOne),
    bar(words.bars.directEach, bits.directEach),
    bar(words.bars.deltasEach, bits.deltasEach, 'accent'),
  ],
  domain: [0, 18],
  axis: false,
};

/** Bits an element of the synthetic cache takes as each idea joins. */
export default function Sizes(): VNode {
  return (
    <Canvas id="bits-per-element" height={barsHeight(props)} label="每个元素占几个 bit">
      <Bars {...props} />
    </Canvas>
  );
}

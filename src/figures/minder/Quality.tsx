import type { VNode } from 'preact';
import { Bars, barsHeight, type BarsProps } from '#draw/Bars.tsx';
import { Canvas } from '#draw/Canvas.tsx';
import { printed } from './setting.ts';
import { words } from './words.zh.ts';

const bar = (label: string, { P, R }: { P: number; R: number }) => ({
  label,
  parts: [
    { kind: 'accent' as const, value: P },
    { kind: 'muted' as const, value: R },
  ],
});
const props: BarsProps = {
  bars: [bar('Minder', printed.minder), bar('Mahalanobis 距离', printed.mahalanobis)],
  arrangement: 'grouped',
  domain: [0, 1],
  keys: [
    { kind: 'accent', label: words.precision },
    { kind: 'muted', label: words.recall },
  ],
  format: (value) => value.toFixed(3),
  axis: false,
};

/** Precision and recall as the paper prints them. */
export default function Quality(): VNode {
  return (
    <Canvas id="quality" height={barsHeight(props)} label="精确率与召回率">
      <Bars {...props} />
    </Canvas>
  );
}

import type { VNode } from 'preact';
import { Bars, barsHeight, type BarsProps } from '#draw/Bars.tsx';
import { Canvas } from '#draw/Canvas.tsx';
import { published } from './setting.ts';
import { words } from './words.zh.ts';

const props: BarsProps = {
  bars: published.map(({ of, gcom, amali }) => ({
    label: words.kernels[of],
    parts: [
      { kind: 'muted', value: gcom },
      { kind: 'accent', value: amali },
    ],
  })),
  arrangement: 'grouped',
  keys: [
    { kind: 'muted', label: 'GCoM' },
    { kind: 'accent', label: 'AMALI' },
  ],
  label: words.errorAxis,
  format: (value) => String(value),
};

/** The errors that the paper reports for both models. */
export default function Published(): VNode {
  return (
    <Canvas id="published" height={barsHeight(props)} label="论文报告的误差：GCoM 与 AMALI">
      <Bars {...props} />
    </Canvas>
  );
}

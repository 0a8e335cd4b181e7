import type { VNode } from 'preact';
import { Bars, barsHeight, type BarsProps } from '#draw/Bars.tsx';
import { Canvas } from '#draw/Canvas.tsx';
import { accuracy } from './setting.ts';
import { words } from './words.zh.ts';

const props: BarsProps = {
  bars: accuracy.bian.map((value, k) => ({
    label: words.top(k),
    parts: [
      { kind: 'accent', value },
      { kind: 'muted', value: accuracy.hotDevice[k]! },
    ],
  })),
  arrangement: 'grouped',
  domain: [0, 100],
  keys: [
    { kind: 'accent', label: 'BiAn' },
    { kind: 'muted', label: 'Hot Device' },
  ],
  format: (value) => value.toFixed(1),
  axis: false,
};

/** Sec. 6.1 on 357 incidents. */
export default function Accuracy(): VNode {
  return (
    <Canvas id="accuracy" height={barsHeight(props)} label="357 起事故上的准确率（%）">
      <Bars {...props} />
    </Canvas>
  );
}

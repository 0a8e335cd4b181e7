import type { VNode } from 'preact';
import { Bars, barsHeight, type BarsProps } from '#draw/Bars.tsx';
import { Canvas } from '#draw/Canvas.tsx';
import { schedulers } from './setting.ts';
import { words } from './words.zh.ts';

/** Fig. 5: mean TTFT in seconds. */
export const measured = { random: 19.65, balanced: 5.27, local: 3.58, global: 3.07 } as const;
const order = ['random', 'balanced', 'local', 'global'] as const;
const props: BarsProps = {
  arrangement: 'grouped',
  bars: order.map((name) => ({
    label: words.schedulers[name],
    parts: [
      { kind: 'accent', value: schedulers[name].ttft },
      { kind: 'muted', value: measured[name] },
    ],
  })),
  domain: [0, 21],
  axis: false,
  format: words.seconds,
  keys: [
    { kind: 'accent', label: words.ours },
    { kind: 'muted', label: words.papers },
  ],
};

/** Mean TTFT under four schedulers: this page's simulation beside the paper's cluster. */
export default function Schedulers(): VNode {
  return (
    <Canvas id="schedulers" height={barsHeight(props)} label="四种派法的平均 TTFT">
      <Bars {...props} />
    </Canvas>
  );
}

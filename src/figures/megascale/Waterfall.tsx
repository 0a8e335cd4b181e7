import type { VNode } from 'preact';
import { Bars, barsHeight, type BarsProps } from '#draw/Bars.tsx';
import { Canvas } from '#draw/Canvas.tsx';
import { ablation, steps } from './setting.ts';
import { words } from './words.zh.ts';

const props: BarsProps = {
  bars: [
    {
      label: words.baseline,
      parts: [{ kind: 'muted', value: ablation[0].mfu, tone: 'tint' }],
      note: `${ablation[0].mfu}%`,
    },
    ...steps.map(({ name, gain, mfu, changes }) => ({
      label: words.steps[name as keyof typeof words.steps],
      parts: [
        { kind: 'muted' as const, value: mfu - gain, tone: 'tint' as const },
        { kind: changes ? ('accent' as const) : ('prefill' as const), value: gain },
      ],
      note: `+${gain.toFixed(1)} → ${mfu}%`,
    })),
  ],
  keys: [
    { kind: 'muted', tone: 'tint', label: words.before },
    { kind: 'accent', label: words.changing },
    { kind: 'prefill', label: words.systems },
  ],
  domain: [0, 80],
  axis: false,
};

/** Table 3 as a waterfall, apart by whether the training itself was changed. */
export default function Waterfall(): VNode {
  return (
    <Canvas id="waterfall" height={barsHeight(props)} label="MFU 逐项上升">
      <Bars {...props} />
    </Canvas>
  );
}

import type { VNode } from 'preact';
import { Bars, barsHeight, type Bar, type BarsProps } from '#draw/Bars.tsx';
import { Canvas } from '#draw/Canvas.tsx';
import { mostHits, schedulers } from './setting.ts';
import { words } from './words.zh.ts';

const order = ['random', 'balanced', 'local', 'global'] as const;
const props: BarsProps = {
  bars: [
    ...order.map((name): Bar => ({
      label: words.schedulers[name],
      parts: [{ kind: name === 'global' ? 'accent' : 'muted', value: schedulers[name].hits }],
    })),
    { label: words.everything, parts: [{ kind: 'muted', tone: 'ghost', value: mostHits }] },
  ],
  domain: [0, 0.36],
  axis: false,
  format: words.percent,
};

/** The share of blocks that the eight nodes find under each way of choosing among them. */
export default function PoolHits(): VNode {
  return (
    <Canvas id="pool-hits" height={barsHeight(props)} label="四种派法的命中率">
      <Bars {...props} />
    </Canvas>
  );
}

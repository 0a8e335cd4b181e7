import type { VNode } from 'preact';
import { Bars, barsHeight, type BarsProps } from '#draw/Bars.tsx';
import { Canvas } from '#draw/Canvas.tsx';
import { fixed } from '#draw/format.ts';
import { batch, printed, systemNames, systems } from './setting.ts';

const props: BarsProps = {
  arrangement: 'grouped',
  bars: systems.map((system) => ({
    label: systemNames[system],
    parts: [
      { kind: 'muted', value: printed[system].shareGpt },
      { kind: 'accent', value: batch[system] },
    ],
  })),
  format: fixed(1),
  domain: [0, 35],
  axis: false,
  keys: [
    { kind: 'muted', label: '论文实测（图 13a）' },
    { kind: 'accent', label: '本页复算' },
  ],
};

/** How many requests of OPT-13B run at once on ShareGPT. */
export default function BatchSizes(): VNode {
  return (
    <Canvas id="batch-sizes" height={barsHeight(props)} label="同时在批里的请求数，论文与复算">
      <Bars {...props} />
    </Canvas>
  );
}

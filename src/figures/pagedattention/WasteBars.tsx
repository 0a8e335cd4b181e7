import type { VNode } from 'preact';
import { Bars, barsHeight, type BarsProps } from '#draw/Bars.tsx';
import { Canvas } from '#draw/Canvas.tsx';
import { fixed } from '#draw/format.ts';
import type { SlotUse } from '#mechanisms/serving/crowd.ts';
import { printed, systemNames, systems, use } from './setting.ts';

const looks = {
  stored: { kind: 'kv' },
  reserved: { kind: 'kv', tone: 'tint' },
  internal: { kind: 'idle' },
  external: { kind: 'neutral' },
} as const;
const percent = fixed(1);
const parts = ['stored', 'reserved', 'internal', 'external'] as const;

const bar = (label: string, shares: Partial<SlotUse>): BarsProps['bars'][number] => ({
  label,
  note: '',
  parts: parts
    .filter((part) => (shares[part] ?? 0) > 0.004)
    .map((part) => ({ ...looks[part], value: shares[part]! * 100, label: `${percent(shares[part]! * 100)}%` })),
});

const props: BarsProps = {
  bars: systems.flatMap((system) => [
    bar(`${systemNames[system]} 论文`, printed[system].use),
    bar('复算', use[system]),
  ]),
  domain: [0, 100],
  label: '占全部 KV 位置的百分比',
  keys: [
    { kind: 'kv', label: '存着 token' },
    { kind: 'kv', tone: 'tint', label: '预留' },
    { kind: 'idle', label: '内部碎片' },
    { kind: 'neutral', label: '外部碎片及其他' },
  ],
};

/** Where the slots go: the paper's measurement and our run, pair by pair. */
export default function WasteBars(): VNode {
  return (
    <Canvas id="waste-bars" height={barsHeight(props)} label="四种系统的 KV 位置去向，论文与复算">
      <Bars {...props} />
    </Canvas>
  );
}

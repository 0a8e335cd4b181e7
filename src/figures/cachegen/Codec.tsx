import type { VNode } from 'preact';
import { Canvas } from '#draw/Canvas.tsx';
import { Label } from '#draw/Label.tsx';
import { colourOf, muted, textOf } from '#draw/palette.ts';
import { GROUP } from '#mechanisms/kv-cache/anchor-deltas.ts';
import { channel, deltaAt, example } from './setting.ts';
import { words } from './words.zh.ts';

const LEFT = 92;
const STEP = 27.4;
const UNIT = 15;
const rows = { original: 132, difference: 212, symbols: 278 };
const middle = (t: number) => LEFT + (t + 0.5) * STEP;

/** One channel, twenty tokens: the values, what is left of them beside their anchors, and the integers that are coded. */
export default function Codec(): VNode {
  const tokens = [...channel.keys()];
  return (
    <Canvas id="codec" height={308} minWidth={560} label="一个通道的二十个 token，从原值到差分再到整数">
      <Label x={0} y={rows.original - 40} text={words.original} bold />
      <Label x={0} y={rows.difference} text={words.difference} bold />
      <Label x={0} y={rows.symbols} text={words.symbols} bold />
      {tokens.map((t) => (
        <Token key={t} t={t} />
      ))}
      {example.anchors.map((_, g) => (
        <Label
          key={g}
          x={middle(g * GROUP)}
          y={18}
          anchor="middle"
          text={words.anchor}
          size={12}
          colour={textOf('accent')}
        />
      ))}
      <path d={`M${LEFT},${rows.original}H646M${LEFT},${rows.difference}H646`} stroke={muted} stroke-width={0.75} />
    </Canvas>
  );
}

function Token({ t }: { t: number }): VNode {
  const delta = deltaAt(t);
  const isAnchor = delta === undefined;
  const kind = isAnchor ? 'accent' : 'kv';
  const away = channel[t]! - example.anchors[Math.floor(t / GROUP)]!;
  const x = middle(t) - 9;
  return (
    <g>
      <Column x={x} base={rows.original} value={channel[t]!} kind={kind} />
      {!isAnchor && <Column x={x} base={rows.difference} value={away} kind="kv" />}
      <rect
        x={middle(t) - 12}
        y={rows.symbols - 12}
        width={24}
        height={24}
        fill="none"
        stroke={colourOf(kind)}
        {...(isAnchor && { 'stroke-width': 1.75 })}
      />
      <Label
        x={middle(t)}
        y={rows.symbols}
        anchor="middle"
        size={12}
        text={isAnchor ? words.eight : String(delta).replace('-', '−')}
      />
    </g>
  );
}

/** A value as a column up or down from its base. */
function Column({ x, base, value, kind }: { x: number; base: number; value: number; kind: 'accent' | 'kv' }): VNode {
  const height = Math.abs(value) * UNIT;
  return (
    <rect x={x} y={value > 0 ? base - height : base} width={18} height={Math.max(height, 0.5)} fill={colourOf(kind)} />
  );
}

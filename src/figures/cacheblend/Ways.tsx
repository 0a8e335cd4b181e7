import type { VNode } from 'preact';
import { Canvas } from '#draw/Canvas.tsx';
import { Label } from '#draw/Label.tsx';
import { Legend } from '#draw/Legend.tsx';
import { colourOf, muted } from '#draw/palette.ts';
import { blended, reused, shape, tokens } from './setting.ts';
import { words } from './words.zh.ts';

const LEFT = 84;
const CELL = 10.3;
const STEP = 46;
const TOP = 62;
/** Tokens that a way computes in the last layer. */
const rows: readonly { label: string; computes: (token: number) => boolean }[] = [
  { label: words.ways.full, computes: () => true },
  { label: words.ways.prefix, computes: (token) => token >= shape.size },
  { label: words.ways.reuse, computes: (token) => token >= reused },
  { label: words.ways.blend, computes: (token) => token >= reused || blended.recomputed.at(-1)!.includes(token) },
];
/** A little room between texts. */
const xOf = (token: number) => LEFT + token * CELL + Math.floor(token / shape.size) * 6;
const all = Array.from({ length: tokens }, (_, token) => token);

/** The same four texts and a question in four ways: which tokens are computed, which taken from store. */
export default function Ways(): VNode {
  return (
    <Canvas id="ways" height={TOP + rows.length * STEP - 14} minWidth={600} label="四种做法各现算哪些 token">
      <Legend
        keys={[
          { kind: 'kv', tone: 'tint', label: words.reused },
          { kind: 'prefill', label: words.computed },
        ]}
      />
      {[...Array(shape.chunks).keys()].map((chunk) => (
        <Label key={chunk} x={xOf(chunk * shape.size)} y={46} text={words.chunk(chunk)} size={12} colour={muted} />
      ))}
      <Label x={xOf(reused)} y={46} text={words.question} size={12} colour={muted} />
      {rows.map(({ label, computes }, i) => {
        const y = TOP + i * STEP;
        return (
          <g key={label}>
            <Label x={0} y={y + 12} text={label} bold={i === rows.length - 1} />
            {all.map((token) => (
              <rect
                key={token}
                x={xOf(token)}
                y={y}
                width={CELL - 1.5}
                height={24}
                fill={colourOf(computes(token) ? 'prefill' : 'kv')}
                {...(!computes(token) && { 'fill-opacity': 0.28 })}
              />
            ))}
            <Label x={646} y={y + 12} anchor="end" size={12} text={words.counted(all.filter(computes).length)} />
          </g>
        );
      })}
    </Canvas>
  );
}

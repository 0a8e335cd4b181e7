import type { VNode } from 'preact';
import { Canvas } from '#draw/Canvas.tsx';
import { columnWidth, fontSize } from '#draw/frame.ts';
import { Label } from '#draw/Label.tsx';
import { Legend, type Key } from '#draw/Legend.tsx';
import { Mark, type Tone } from '#draw/Mark.tsx';
import { MarkLabel } from '#draw/MarkLabel.tsx';
import { muted, textOf, type Kind } from '#draw/palette.ts';
import { linearScale } from '#draw/scale.ts';
import { ttftOf, type Offer } from '#mechanisms/kv-cache/conductor.ts';
import { hand } from './setting.ts';
import { words } from './words.zh.ts';

const left = 62;
const cell = 29;
const bars = 270;
const row = 66;
const head = 76;
const kinds: Record<'held' | 'fetched' | 'computed', { kind: Kind; tone: Tone }> = {
  held: { kind: 'kv', tone: 'solid' },
  fetched: { kind: 'communication', tone: 'solid' },
  computed: { kind: 'prefill', tone: 'ghost' },
};
const keys: Key[] = [
  { ...kinds.held, label: words.keys.held },
  { ...kinds.fetched, label: words.keys.fetched },
  { ...kinds.computed, label: words.keys.computed },
];
const timeKeys: Key[] = [
  { kind: 'idle', label: words.keys.queue },
  { kind: 'communication', label: words.keys.transfer },
  { kind: 'prefill', label: words.keys.prefill },
];
const longest = Math.max(...hand.local.map(ttftOf));
const times = linearScale([0, longest], [bars, columnWidth - 70]);

const sourceOf = ({ local, fetched }: Offer, block: number) =>
  block < local ? kinds.held : block < local + fetched ? kinds.fetched : kinds.computed;

/** The hero: one prompt, three nodes, and what each would make of it. */
export default function Dispatch(): VNode {
  return (
    <Canvas
      id="dispatch"
      height={head + hand.global.length * row}
      minWidth={600}
      label="一个请求到来，三台 prefill 机器各要多久出首字"
    >
      <Label x={left} y={10} text={words.cells} bold />
      <Legend x={left} y={22} keys={keys} width={bars - left - 10} />
      <Label x={bars} y={10} text={words.times} bold />
      <Legend x={bars} y={22} keys={timeKeys} width={columnWidth - bars} />
      {hand.global.map((offer, i) => (
        <Node key={i} offer={offer} alone={hand.local[i]!} y={head + i * row} />
      ))}
    </Canvas>
  );
}

function Node({ offer, alone, y }: { offer: Offer; alone: Offer; y: number }): VNode {
  const taken = offer.instance === hand.taken.instance;
  return (
    <g>
      <Label x={0} y={y + 15} text={words.node(offer.instance)} bold={taken} />
      {hand.blocks.map((block, i) => {
        const area = { x: left + i * (cell + 2), y, width: cell, height: 30 };
        return (
          <g key={block}>
            <Mark {...sourceOf(offer, i)} {...area} radius={1.5} />
            <MarkLabel {...sourceOf(offer, i)} label={String(block)} {...area} />
          </g>
        );
      })}
      <TimeBar offer={offer} alone={alone} y={y} />
      {taken && <Label x={0} y={y + 36} text={words.taken} size={fontSize.small} colour={textOf('accent')} bold />}
    </g>
  );
}

/** The three parts of a TTFT, and under them, dashed, what it would be without fetching. */
function TimeBar({ offer, alone, y }: { offer: Offer; alone: Offer; y: number }): VNode {
  const parts: [Kind, number][] = [
    ['idle', offer.queue],
    ['communication', offer.transfer],
    ['prefill', offer.prefill],
  ];
  const [total, without] = [ttftOf(offer), ttftOf(alone)];
  let from = 0;
  return (
    <g>
      {parts.map(([kind, length]) => {
        const area = { x: times.at(from), y, width: times.at(from + length) - times.at(from), height: 30 };
        from += length;
        return (
          length > 0 && (
            <g key={kind}>
              <Mark kind={kind} {...area} />
              <MarkLabel kind={kind} label={String(length)} {...area} />
            </g>
          )
        );
      })}
      <Label x={times.at(total) + 8} y={y + 15} text={words.total(total)} bold />
      {without > total && (
        <g>
          <Mark kind="muted" tone="ghost" x={bars} y={y + 35} width={times.at(without) - bars} height={9} />
          <Label
            x={times.at(without) + 8}
            y={y + 39.5}
            text={words.alone(without)}
            size={fontSize.small}
            colour={muted}
          />
        </g>
      )}
    </g>
  );
}

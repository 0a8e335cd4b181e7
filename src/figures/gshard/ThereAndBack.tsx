import { Canvas } from '#draw/Canvas.tsx';
import { columnWidth, fontSize, type Rect } from '#draw/frame.ts';
import { Label } from '#draw/Label.tsx';
import { Mark } from '#draw/Mark.tsx';
import { MarkLabel } from '#draw/MarkLabel.tsx';
import { colourOf, itemKind, muted, textOf } from '#draw/palette.ts';
import { Slots } from '#draw/Slots.tsx';
import { allToAll } from '#mechanisms/moe/all-to-all.ts';
import { occupants, overflowed } from '#mechanisms/moe/routing.ts';
import { routed } from './setting.ts';
import { words } from './words.zh.ts';

const GAP = 8;
const DEVICE = (columnWidth - 3 * GAP) / 4;
const PIECE = DEVICE / 4;
const HEIGHT = 24;
const left = (device: number) => device * (DEVICE + GAP);
const middle = (device: number, i: number) => left(device) + (i + 0.5) * PIECE;
const piece = (device: number, i: number, y: number): Rect => ({
  x: left(device) + i * PIECE + 1,
  y,
  width: PIECE - 2,
  height: HEIGHT,
});
const rows = { tokens: 44, outgoing: 84, names: 119, incoming: 214, experts: 246, returned: 364 };

/** pieces[group][expert]: who sits in the two places; after the AllToAll, [expert][group]. */
const pieces = routed.map(({ name, routing }) =>
  occupants(routing).map((places) => places.map((place) => (place === undefined ? '' : `${name}${place.token + 1}`))),
);
const arrived = allToAll(pieces);

/** The hero: one expert layer on four devices, from tokens to buffers, across to the experts and back. */
export default function ThereAndBack() {
  return (
    <Canvas
      id="there-and-back"
      height={rows.returned + HEIGHT + 4}
      label="四张卡上的专家层：入座、AllToAll、计算、再 AllToAll"
      minWidth={600}
    >
      {routed.map((_, d) => (
        <Label key={d} x={left(d) + DEVICE / 2} y={9} text={words.device(d)} anchor="middle" bold />
      ))}
      <Note y={rows.tokens - 13} text={words.gated} />
      <Tokens y={rows.tokens} />
      {pieces.map((held, g) =>
        held.map((names, e) => <Places key={e} names={names} e={e} {...piece(g, e, rows.outgoing)} />),
      )}
      <ExpertNumbers />
      <Crossing from={rows.names + 9} to={rows.incoming - 28} expertOf={(_, to) => to} />
      <Note y={rows.incoming - 14} text={words.exchanged} />
      {arrived.map((held, e) =>
        held.map((names, g) => <Places key={g} names={names} e={e} {...piece(e, g, rows.incoming)} />),
      )}
      {arrived.map((_, e) => (
        <Expert key={e} e={e} />
      ))}
      <Crossing from={rows.experts + HEIGHT + 2} to={rows.returned - 28} expertOf={(from) => from} />
      <Note y={rows.returned - 14} text={words.returned} />
      <Tokens y={rows.returned} />
    </Canvas>
  );
}

function Note({ y, text }: { y: number; text: string }) {
  return <Label x={0} y={y} text={text} size={fontSize.small} colour={muted} />;
}

/** The tokens of every group; an overflowed one is an empty dashed box. */
function Tokens({ y }: { y: number }) {
  return (
    <g>
      {routed.flatMap(({ name, routing }, g) => {
        const lost = new Set(overflowed(routing));
        return Array.from({ length: routing.tokens }, (_, s) => {
          const rect = piece(g, s, y);
          const tone = lost.has(s) ? 'ghost' : 'tint';
          return (
            <g key={`${name}${s}`}>
              <Mark kind="neutral" tone={tone} {...rect} radius={2} />
              <MarkLabel kind="neutral" tone={tone} label={`${name}${s + 1}`} size={fontSize.base} {...rect} />
            </g>
          );
        });
      })}
    </g>
  );
}

/** The places that one group has at one expert; an empty place shows paper. */
function Places({ names, e, ...rect }: { names: readonly string[]; e: number } & Rect) {
  const width = rect.width / names.length;
  return (
    <g>
      <Slots slots={names.map((name) => ({ tone: name === '' ? 'ghost' : 'tint' }))} kind={itemKind(e)} rect={rect} />
      {names.map((name, c) => (
        <Label
          key={c}
          x={rect.x + (c + 0.5) * width}
          y={rect.y + HEIGHT / 2}
          text={name}
          size={fontSize.small}
          anchor="middle"
        />
      ))}
    </g>
  );
}

function ExpertNumbers() {
  return (
    <g>
      {routed.flatMap((_, g) =>
        routed.map((__, e) => (
          <Label
            key={`${g}:${e}`}
            x={middle(g, e)}
            y={rows.names}
            text={String(e + 1)}
            size={fontSize.small}
            anchor="middle"
            colour={textOf(itemKind(e))}
          />
        )),
      )}
    </g>
  );
}

function Expert({ e }: { e: number }) {
  const rect = { x: left(e) + 1, y: rows.experts, width: DEVICE - 2, height: HEIGHT };
  return (
    <g>
      <Mark kind={itemKind(e)} {...rect} radius={2} />
      <MarkLabel kind={itemKind(e)} label={words.expert(e)} size={fontSize.base} {...rect} />
    </g>
  );
}

interface CrossingProps {
  from: number;
  to: number;
  /** Whose answer or question a line carries: it takes that expert's colour. */
  expertOf: (fromDevice: number, toDevice: number) => number;
}

/** One line for each piece that an AllToAll moves: piece b of device a becomes piece a of device b. */
function Crossing({ from, to, expertOf }: CrossingProps) {
  const half = (from + to) / 2;
  return (
    <g fill="none" stroke-width={1.5} stroke-opacity={0.75}>
      {routed.flatMap((_, a) =>
        routed.map((__, b) => (
          <path
            key={`${a}:${b}`}
            d={`M${middle(a, b)} ${from}C${middle(a, b)} ${half} ${middle(b, a)} ${half} ${middle(b, a)} ${to}`}
            stroke={colourOf(itemKind(expertOf(a, b)))}
          />
        )),
      )}
    </g>
  );
}

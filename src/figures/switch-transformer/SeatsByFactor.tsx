import { Canvas } from '#draw/Canvas.tsx';
import { columnWidth, fontSize, type Rect } from '#draw/frame.ts';
import { Label } from '#draw/Label.tsx';
import { Mark } from '#draw/Mark.tsx';
import { MarkLabel } from '#draw/MarkLabel.tsx';
import { colourOf, itemKind, muted, textOf } from '#draw/palette.ts';
import { Slots } from '#draw/Slots.tsx';
import { topTwo } from '#mechanisms/moe/top-two-gating.ts';
import { p, seated } from './setting.ts';
import { words } from './words.zh.ts';

const LEFT = 92;
const SEAT = { width: 26, height: 26 };
const EXPERT = 112;
const DROPPED = LEFT + 4 * EXPERT + 14;
const TOKENS = 34;
const ROW = 66;
const FIRST = 158;
const STEP = (columnWidth - LEFT) / p.rows;

const chosen = p.toRows().map((row) => topTwo(row).e1);
const runs = [1, 1.5, 2].map(seated);
const tokenX = (t: number) => LEFT + (t + 0.5) * STEP;
const rowY = (run: number) => FIRST + run * ROW;

/** The hero: eight tokens, each sent to one expert, under three capacity factors. */
export default function SeatsByFactor() {
  return (
    <Canvas
      id="seats-by-factor"
      height={rowY(runs.length - 1) + SEAT.height + 26}
      label="8 个 token 各去一个专家，三种容量因子下的座位、溢出和空座"
      minWidth={600}
    >
      <Tokens />
      <Paths />
      {runs.map((run, i) => (
        <Run key={run.capacityFactor} run={run} y={rowY(i)} />
      ))}
      {Array.from({ length: p.cols }, (_, e) => (
        <Label
          key={e}
          x={LEFT + e * EXPERT + SEAT.width}
          y={rowY(runs.length - 1) + SEAT.height + 15}
          text={words.expert(e)}
          size={fontSize.small}
          anchor="middle"
          colour={textOf(itemKind(e))}
        />
      ))}
    </Canvas>
  );
}

function Tokens() {
  return (
    <g>
      <Label x={LEFT - 12} y={TOKENS} text={words.token} anchor="end" />
      <Label x={LEFT - 12} y={TOKENS - 25} text={words.probability} anchor="end" size={fontSize.small} colour={muted} />
      {p.toRows().map((row, t) => {
        const rect = { x: tokenX(t) - 16, y: TOKENS - 14, width: 32, height: 28 };
        const kind = itemKind(chosen[t]!);
        return (
          <g key={t}>
            <Label
              x={tokenX(t)}
              y={TOKENS - 25}
              text={row[chosen[t]!]!.toFixed(1)}
              anchor="middle"
              size={fontSize.small}
              colour={textOf(kind)}
            />
            <Mark kind={kind} tone="tint" {...rect} radius={2} />
            <MarkLabel kind={kind} tone="tint" label={String(t + 1)} size={fontSize.large} {...rect} />
          </g>
        );
      })}
    </g>
  );
}

/** Every token's way to its place in the first run, or past the experts. */
function Paths() {
  const { seats, dropped } = runs[0]!;
  const ends = new Map<number, number>([
    ...seats.flatMap((places, e) =>
      places.flatMap((place, c): [number, number][] =>
        place === undefined ? [] : [[place.token, seatRect(e, c, 0).x + SEAT.width / 2]],
      ),
    ),
    ...dropped.map((t, i): [number, number] => [t, DROPPED + (i + 0.5) * (SEAT.width + 2)]),
  ]);
  const [top, bottom] = [TOKENS + 16, rowY(0) - 3];
  const half = (top + bottom) / 2;
  return (
    <g fill="none" stroke-width={1.5}>
      {[...ends].map(([t, x]) => (
        <path
          key={t}
          d={`M${tokenX(t)} ${top}C${tokenX(t)} ${half} ${x} ${half} ${x} ${bottom}`}
          stroke={colourOf(dropped.includes(t) ? 'muted' : itemKind(chosen[t]!))}
          stroke-dasharray={dropped.includes(t) ? '4 3' : undefined}
        />
      ))}
    </g>
  );
}

const seatRect = (e: number, c: number, y: number): Rect => ({ x: LEFT + e * EXPERT + c * SEAT.width, y, ...SEAT });

function Run({ run, y }: { run: (typeof runs)[number]; y: number }) {
  const { capacityFactor, C, seats, dropped, empty } = run;
  return (
    <g>
      <Label
        x={LEFT - 12}
        y={y + SEAT.height / 2}
        text={words.factor(capacityFactor, C)}
        anchor="end"
        size={fontSize.small}
      />
      {seats.map((places, e) => (
        <Slots
          key={e}
          kind={itemKind(e)}
          rect={{ ...seatRect(e, 0, y), width: C * SEAT.width }}
          slots={places.map((place) => (place === undefined ? {} : { label: String(place.token + 1) }))}
        />
      ))}
      {dropped.map((t, i) => {
        const rect = { x: DROPPED + i * (SEAT.width + 2), y, ...SEAT };
        return (
          <g key={t}>
            <Mark kind="muted" tone="ghost" {...rect} radius={2} />
            <MarkLabel kind="muted" tone="ghost" label={String(t + 1)} {...rect} />
          </g>
        );
      })}
      <Label
        x={DROPPED}
        y={y + SEAT.height + 14}
        text={words.tally(dropped.length, empty)}
        size={fontSize.small}
        colour={muted}
      />
    </g>
  );
}

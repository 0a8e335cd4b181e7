import { Bars } from '#draw/Bars.tsx';
import { Canvas } from '#draw/Canvas.tsx';
import { fixed } from '#draw/format.ts';
import { columnWidth, fontSize } from '#draw/frame.ts';
import { Label } from '#draw/Label.tsx';
import { Legend } from '#draw/Legend.tsx';
import { Lines } from '#draw/Lines.tsx';
import { Mark } from '#draw/Mark.tsx';
import { muted, type Kind } from '#draw/palette.ts';
import { longest, steps, type Kept, type Run, type State, type System } from './model.ts';
import { text } from './text.zh.ts';

const t = text.view;
const TOP = 62;
const ROW = { height: 13, step: 17 };
/** More rows than this do not fit; the first crowd of short answers is larger. */
const ROWS = 14;
const LEFT = 330;
const UNIT = LEFT / longest;
const RIGHT = LEFT + 34;
const LINES = { y: TOP + (ROWS + 2) * ROW.step + 26, height: 220 };

const keys = [
  { kind: 'kv', label: t.stored },
  { kind: 'kv', tone: 'tint', label: t.reserved },
  { kind: 'idle', label: t.internal },
  { kind: 'muted', tone: 'tint', label: t.external },
] as const;
const kinds: Readonly<Record<System, Kind>> = { max: 'muted', pow2: 'item-2', oracle: 'item-4', paged: 'accent' };

/** Every running request with the slots kept for it, the means of all four ways, and how many ran at each step. */
export function View({ state, result }: { state: State; result: Run }) {
  const { kept, use, means, running } = result;
  const shown = kept.slice(0, ROWS);
  const below = TOP + shown.length * ROW.step;
  return (
    <Canvas id="kv-memory" height={LINES.y + LINES.height} label={t.label} minWidth={600}>
      <Legend keys={keys} />
      <Label x={0} y={44} text={t.now(kept.length)} bold />
      {shown.map((one, i) => (
        <Row key={one.id} one={one} y={TOP + i * ROW.step} />
      ))}
      {kept.length > ROWS && (
        <Label x={0} y={below + 8} text={t.more(kept.length - ROWS)} size={fontSize.small} colour={muted} />
      )}
      <Unused count={use.external} y={below + (kept.length > ROWS ? ROW.step + 8 : 6)} />
      <Label x={RIGHT} y={44} text={t.means} bold />
      <Bars
        x={RIGHT}
        y={TOP - 6}
        width={columnWidth - RIGHT}
        height={170}
        axis={false}
        domain={[0, 1.3]}
        bars={means.map(({ system, use, batch }) => ({
          label: text.systems[system],
          parts: [
            { kind: 'kv', value: use.stored },
            { kind: 'kv', tone: 'tint', value: use.reserved },
            { kind: 'idle', value: use.internal },
            { kind: 'muted', tone: 'tint', value: use.external },
          ],
          note: t.batch(fixed(1)(batch)),
        }))}
      />
      <Lines
        y={LINES.y}
        height={LINES.height}
        series={running.map(({ system, points }) => ({
          label: text.systems[system],
          kind: kinds[system],
          points,
          marker: 'none',
          stepped: true,
          dashed: system !== state.system,
        }))}
        xAxis={{ label: t.step, domain: [0, steps - 1], ticks: [0, 40, 80, 120] }}
        yAxis={{ label: t.running, domain: [0, 50], ticks: [0, 10, 20, 30, 40, 50] }}
        cursor={state.step}
      />
    </Canvas>
  );
}

/** The slots kept for one request, in the order in which it fills them. */
function Row({ one: { stored, reserved, internal }, y }: { one: Kept; y: number }) {
  const place = (from: number, count: number) => ({ x: from * UNIT, y, width: count * UNIT, height: ROW.height });
  return (
    <g>
      {internal > 0 && <Mark kind="idle" {...place(stored + reserved, internal)} />}
      {reserved > 0 && <Mark kind="kv" tone="tint" {...place(stored, reserved)} />}
      <Mark kind="kv" {...place(0, stored)} />
    </g>
  );
}

/** The slots that nobody can use, in lines of the greatest length. */
function Unused({ count, y }: { count: number; y: number }) {
  const rows = Array.from({ length: Math.ceil(count / longest) }, (_, i) => Math.min(longest, count - i * longest));
  return (
    <g>
      {rows.map((length, i) => (
        <Mark key={i} kind="muted" tone="tint" x={0} y={y + i * ROW.step} width={length * UNIT} height={ROW.height} />
      ))}
    </g>
  );
}

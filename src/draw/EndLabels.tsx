import type { VNode } from 'preact';
import { fontSize, round, type Point } from './frame.ts';
import { Label } from './Label.tsx';
import { colourOf, textOf, type Kind } from './palette.ts';
import type { Plot } from './plot.ts';
import { spread } from './spread.ts';
import { textWidth } from './text.ts';

export interface End {
  label: string;
  kind: Kind;
  /** Where the line's last visible point stands, in figure units. */
  at: Point;
}

const gap = 10;
const lineHeight = 17;
const size = fontSize.base;

/** The room at the right of a plot that the names of lines need. */
export const labelRoom = (labels: readonly string[]): number =>
  labels.length === 0 ? 8 : Math.max(...labels.map((label) => textWidth(label, size))) + gap + 2;

/**
 * The names of lines where they end: at the right edge one under another, and above the plot one beside another for
 * lines that leave it at the top. A label that had to move is tied to its line by a hair.
 */
export function EndLabels({ plot: { box }, ends }: { plot: Plot; ends: readonly End[] }): VNode {
  const leavesAtTop = ({ at: [x, y] }: End) => y <= box.y + 0.5 && x < box.x + box.width - 2;
  const [above, beside] = [ends.filter(leavesAtTop), ends.filter((end) => !leavesAtTop(end))];
  const rows = spread(
    beside.map((end) => end.at[1]),
    beside.map(({ label }) => label.split('\n').length * lineHeight),
    box.y - lineHeight,
    box.y + box.height + 6,
  );
  const places = spread(
    above.map((end) => end.at[0]),
    above.map(({ label }) => textWidth(label, size) + 14),
    box.x,
    box.x + box.width + 40,
  );
  const right = box.x + box.width + gap;
  return (
    <g>
      {beside.map(({ label, kind, at }, i) => (
        <g key={label}>
          {needsTie(at, [right, rows[i]!]) && <Tie from={at} to={[right - 2, rows[i]!]} kind={kind} />}
          <Label x={right} y={rows[i]!} text={label} size={size} colour={textOf(kind)} />
        </g>
      ))}
      {above.map(({ label, kind, at }, i) => (
        <Label
          key={label}
          x={places[i]!}
          y={Math.min(box.y, at[1]) - 10}
          text={label}
          size={size}
          anchor="middle"
          colour={textOf(kind)}
        />
      ))}
    </g>
  );
}

/** A label within a line's height of its end, beside it, speaks for itself. */
const needsTie = ([x, y]: Point, [labelX, labelY]: Point): boolean => labelX - x > 3 * gap || Math.abs(labelY - y) > 9;

function Tie({ from, to, kind }: { from: Point; to: Point; kind: Kind }): VNode {
  const d = `M${round(from[0] + 5)} ${round(from[1])}L${round(to[0])} ${round(to[1])}`;
  return <path data-part="tie" d={d} stroke={colourOf(kind)} stroke-width={0.75} stroke-opacity={0.7} fill="none" />;
}

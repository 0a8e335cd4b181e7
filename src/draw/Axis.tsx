import type { VNode } from 'preact';
import { formatNumber, type Format } from './format.ts';
import { fontSize, round } from './frame.ts';
import { Label } from './Label.tsx';
import { line, muted } from './palette.ts';
import type { Scale } from './scale.ts';
import { textWidth } from './text.ts';

export interface AxisProps {
  scale: Scale;
  side: 'bottom' | 'left';
  /** Where the axis stands: y of a bottom axis, x of a left one. */
  at: number;
  /** Tick values; by default round values of the scale. */
  ticks?: readonly number[] | undefined;
  format?: Format | undefined;
  /** The quantity and its unit; set level beside the far end, never on its side. */
  label?: string | undefined;
  /** Length of the hairlines drawn across the plot from each tick. */
  grid?: number | undefined;
  /** Draws the axis line itself. */
  rule?: boolean | undefined;
}

const tickGap = 8;

/** About one tick for every 90 units of width or 45 of height. */
export function ticksFor(scale: Scale, side: AxisProps['side']): number[] {
  const across = Math.abs(scale.range[1] - scale.range[0]);
  return scale.ticks(Math.max(2, Math.round(across / (side === 'bottom' ? 90 : 45))));
}

/** The room that tick labels of a left axis take to its left. */
export function leftAxisWidth(
  scale: Scale,
  format: Format = formatNumber,
  ticks: readonly number[] = ticksFor(scale, 'left'),
): number {
  return Math.max(0, ...ticks.map((tick) => textWidth(format(tick), fontSize.small))) + tickGap;
}

/** The room below a bottom axis: tick labels and, under them, the label. */
export const bottomAxisHeight = (label?: string): number => (label === undefined ? 24 : 42);

/** The ticks whose labels do not touch the one before; the first always stands. */
function thin(scale: Scale, ticks: readonly number[], format: Format): number[] {
  let free = Number.NEGATIVE_INFINITY;
  return ticks.filter((tick) => {
    const half = textWidth(format(tick), fontSize.small) / 2;
    if (scale.at(tick) - half < free) return false;
    free = scale.at(tick) + half + 6;
    return true;
  });
}

/** An axis: hairlines, numbers, a label; no box and no tick marks, which say nothing that the hairlines do not. */
export function Axis(props: AxisProps): VNode {
  const { scale, side, at, format = formatNumber, label, grid = 0, rule = side === 'bottom' } = props;
  const ticks = props.ticks ?? ticksFor(scale, side);
  const bottom = side === 'bottom';
  const shown = bottom ? thin(scale, ticks, format) : ticks;
  const [start, end] = scale.range;
  const edge = (a: number, b: number, along: number) =>
    bottom
      ? `M${round(a)} ${round(along)}L${round(b)} ${round(along)}`
      : `M${round(along)} ${round(a)}L${round(along)} ${round(b)}`;
  const hair = (tick: number) => {
    const p = round(scale.at(tick));
    return bottom ? `M${p} ${round(at)}L${p} ${round(at - grid)}` : `M${round(at)} ${p}L${round(at + grid)} ${p}`;
  };
  return (
    <g font-size={fontSize.small}>
      {grid > 0 && <path data-part="grid" d={ticks.map(hair).join('')} stroke={line} fill="none" />}
      {rule && <path data-part="rule" d={edge(start, end, at)} stroke={muted} fill="none" />}
      {shown.map((tick) => (
        <Label
          key={tick}
          x={bottom ? scale.at(tick) : at - tickGap}
          y={bottom ? at + 13 : scale.at(tick)}
          anchor={bottom ? 'middle' : 'end'}
          text={format(tick)}
          size={fontSize.small}
          colour={muted}
        />
      ))}
      {label !== undefined && (
        <Label
          x={bottom ? Math.max(start, end) : at - leftAxisWidth(scale, format, ticks)}
          y={bottom ? at + 31 : Math.min(start, end) - 18}
          anchor={bottom ? 'end' : 'start'}
          text={label}
          size={fontSize.small}
          colour={muted}
        />
      )}
    </g>
  );
}

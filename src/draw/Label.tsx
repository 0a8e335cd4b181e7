import type { VNode } from 'preact';
import { fontSize, round } from './frame.ts';
import { ink, surface } from './palette.ts';
import { runsOf, scriptSize, wrap, type Run } from './text.ts';

export interface LabelProps {
  x: number;
  y: number;
  /** Line feeds break lines; mathematics stands between dollar signs, as in `Scores $QK^T/√d_k$`. */
  text: string;
  /** Figure units; never smaller than `fontSize.small`. */
  size?: number | undefined;
  /** Which end of the line stands at x. */
  anchor?: 'start' | 'middle' | 'end' | undefined;
  /** What of the whole label stands at y. */
  align?: 'top' | 'middle' | 'bottom' | undefined;
  /** Breaks lines at this width. */
  width?: number | undefined;
  colour?: string | undefined;
  bold?: boolean | undefined;
  /** An outline of this colour keeps the label readable where lines cross it; `true` means paper. */
  halo?: boolean | string | undefined;
  /** Degrees, clockwise, about (x, y). */
  rotate?: number | undefined;
}

/** Line feed, in ems: tight, as labels are short. */
export const leading = 1.32;

/** From the middle of a line to its baseline, in ems: half way between the middles of Chinese and of Latin letters. */
const middleToBaseline = 0.365;

/** A label of one or more lines, placed by its middle rather than its baseline, as Chinese has no descenders. */
export function Label(props: LabelProps): VNode {
  const {
    x,
    y,
    text,
    size = fontSize.base,
    anchor = 'start',
    align = 'middle',
    width,
    colour = ink,
    bold,
    halo,
    rotate,
  } = props;
  const lines = width === undefined ? text.split('\n') : wrap(text, width, size);
  const feed = size * leading;
  const above = { top: 0, middle: lines.length / 2, bottom: lines.length }[align] * feed;
  const baseline = (i: number) => round(y - above + (i + 0.5) * feed + middleToBaseline * size);
  return (
    <text
      x={round(x)}
      y={baseline(0)}
      fill={colour}
      {...(size !== fontSize.base && { 'font-size': round(size) })}
      {...(anchor !== 'start' && { 'text-anchor': anchor })}
      {...(bold && { 'font-weight': 600 })}
      {...(halo && {
        stroke: halo === true ? surface : halo,
        'stroke-width': 3.5,
        'stroke-linejoin': 'round',
        'paint-order': 'stroke',
      })}
      {...(rotate !== undefined && { transform: `rotate(${rotate} ${round(x)} ${round(y)})` })}
    >
      {lines.length === 1
        ? setRuns(runsOf(lines[0]!), size)
        : lines.map((line, i) => (
            <tspan key={i} x={round(x)} y={baseline(i)}>
              {setRuns(runsOf(line), size)}
            </tspan>
          ))}
    </text>
  );
}

const rise = { base: 0, sub: 0.22, super: -0.38 } as const;

/** Plain text as it is; other runs as spans shifted from the line and back. */
function setRuns(runs: readonly Run[], size: number) {
  let shift: number = 0;
  return runs.map((run, i) => {
    const dy = round((rise[run.shift] - shift) * size);
    shift = rise[run.shift];
    if (dy === 0 && run.shift === 'base' && !run.italic) return run.text;
    return (
      <tspan
        key={i}
        class={run.italic || run.shift !== 'base' ? 'math' : undefined}
        dy={dy === 0 ? undefined : dy}
        font-size={run.shift === 'base' ? undefined : round(size * scriptSize)}
        font-style={run.italic ? 'italic' : undefined}
      >
        {run.text}
      </tspan>
    );
  });
}

import { round } from '#draw/frame.ts';
import { colourOf, line } from '#draw/palette.ts';
import { cell, left } from './track.ts';

interface Props {
  /** How far the gate stands open at each token, in [0, 1]. */
  gates: readonly number[];
  y: number;
  height: number;
}

/** One gate over time: a bar as high as it stands open, between the lines of a gate shut and a gate wide open. */
export function GateStrip({ gates, y, height }: Props) {
  const [start, end] = [round(left(0)), round(left(gates.length))];
  const bars = gates.map((g, t) => {
    const top = round(y + height * (1 - g));
    return `M${round(left(t) + 2)} ${y + height}V${top}h${round(cell - 4)}V${y + height}Z`;
  });
  return (
    <g>
      <path d={`M${start} ${y}H${end}M${start} ${y + height}H${end}`} stroke={line} fill="none" />
      <path d={bars.join('')} fill={colourOf('accent')} />
    </g>
  );
}

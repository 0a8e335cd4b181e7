import { round } from '#draw/frame.ts';
import { line } from '#draw/palette.ts';
import { Mark } from '#draw/Mark.tsx';
import { cell, left } from './track.ts';

interface Props {
  /** How far the gate stands open at each token, in [0, 1]. */
  gates: readonly number[];
  y: number;
  height: number;
}

/** One gate over time: a bar as high as it stands open; the frame is a gate wide open. */
export function GateStrip({ gates, y, height }: Props) {
  const end = left(gates.length);
  return (
    <g>
      <path
        d={`M${left(0)} ${y}H${round(end)}M${left(0)} ${y + height}H${round(end)}`}
        stroke={line}
        stroke-width={1}
        fill="none"
      />
      {gates.map((g, t) => (
        <Mark key={t} kind="accent" x={left(t) + 2} width={cell - 4} y={y + height * (1 - g)} height={height * g} />
      ))}
    </g>
  );
}

import type { VNode } from 'preact';
import { fixed, type Format } from './format.ts';
import { fontSize, round, type Frame } from './frame.ts';
import { Label } from './Label.tsx';
import { muted, rampOf, type RampName } from './palette.ts';
import { textWidth } from './text.ts';

export interface RampKeyProps extends Pick<Frame, 'x' | 'y'> {
  ramp?: RampName;
  domain: readonly [number, number];
  /** What the heat measures. */
  label?: string;
  format?: Format;
}

const step = { width: 14, height: 10 };

/** The key of a heat map: label, lowest value, nine steps, highest value, on one line 20 units high. */
export function RampKey({ x = 0, y = 0, ramp = 'sequential', domain, label, format = fixed(1) }: RampKeyProps): VNode {
  const size = fontSize.small;
  const title = label === undefined ? 0 : textWidth(label, size) + 12;
  const low = format(domain[0]);
  const start = x + title + textWidth(low, size) + 5;
  const fills = rampOf(ramp);
  const middle = y + 10;
  return (
    <g>
      {label !== undefined && <Label x={x} y={middle} text={label} size={size} colour={muted} />}
      <Label x={start - 5} y={middle} text={low} size={size} anchor="end" colour={muted} />
      {fills.map(({ fill }, i) => (
        <rect
          key={i}
          x={round(start + i * step.width)}
          y={middle - step.height / 2}
          width={step.width}
          height={step.height}
          fill={fill}
        />
      ))}
      <Label x={start + fills.length * step.width + 5} y={middle} text={format(domain[1])} size={size} colour={muted} />
    </g>
  );
}

import { createContext } from 'preact';
import type { VNode } from 'preact';
import { colourOf, surface, type Kind } from './palette.ts';
import { round, type Rect } from './frame.ts';

export type PatternName = 'idle' | 'fault' | 'communication' | 'masked';

/** The id of the figure being drawn; Canvas provides it, so that patterns of two figures on a page never meet. */
export const FigureId = createContext('figure');

/** The pattern that a kind carries besides its colour. */
export function patternOf(kind: Kind): PatternName | undefined {
  return kind === 'idle' || kind === 'fault' || kind === 'communication' ? kind : undefined;
}

const patternId = (figure: string, name: PatternName): string => `${figure}-${name}`;

interface Hatching {
  readonly name: PatternName;
  readonly spacing: number;
  readonly angle: number;
  readonly stroke: string;
  readonly weight: number;
  readonly opacity?: number;
  readonly crossed?: boolean;
}

/** Idle: light diagonals on paper. Communication: fine diagonals, the other way. Fault: cross-hatching. Masked: sparse. */
const hatchings: readonly Hatching[] = [
  { name: 'idle', spacing: 6.5, angle: 45, stroke: colourOf('idle'), weight: 0.6, opacity: 0.7 },
  { name: 'communication', spacing: 3.5, angle: -45, stroke: surface, weight: 0.8, opacity: 0.55 },
  { name: 'fault', spacing: 5, angle: 45, stroke: surface, weight: 0.9, opacity: 0.6, crossed: true },
  { name: 'masked', spacing: 5, angle: 45, stroke: colourOf('idle'), weight: 0.5, opacity: 0.45 },
];

/** The <defs> of a figure's hatchings, their ids prefixed with the figure's own. */
export function Patterns({ id }: { id: string }): VNode {
  return (
    <defs>
      {hatchings.map(({ name, spacing, angle, stroke, weight, opacity, crossed }) => (
        <pattern
          key={name}
          id={patternId(id, name)}
          width={spacing}
          height={spacing}
          patternUnits="userSpaceOnUse"
          patternTransform={`rotate(${angle})`}
        >
          <path
            d={crossed ? `M0 0V${spacing}M0 0H${spacing}` : `M0 0V${spacing}`}
            stroke={stroke}
            stroke-width={weight * 2}
            stroke-opacity={opacity}
          />
        </pattern>
      ))}
    </defs>
  );
}

/** A rectangle filled with a hatching and nothing else. */
export function Hatch({ name, x, y, width, height }: Rect & { name: PatternName }): VNode {
  return (
    <FigureId.Consumer>
      {(figure) => (
        <rect
          x={round(x)}
          y={round(y)}
          width={round(Math.max(0, width))}
          height={round(Math.max(0, height))}
          fill={`url(#${patternId(figure, name)})`}
        />
      )}
    </FigureId.Consumer>
  );
}

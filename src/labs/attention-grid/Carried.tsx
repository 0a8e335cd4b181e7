import { fontSize } from '#draw/frame.ts';
import { Label } from '#draw/Label.tsx';
import { muted } from '#draw/palette.ts';
import { vector } from './layout.ts';
import { carriedNames } from '#figures/attention-is-all-you-need/words.zh.ts';

/** What the four columns of values and outputs say. */
export function Carried({ x, y }: { x: number; y: number }) {
  return (
    <g>
      {carriedNames.map((name, c) => (
        <Label
          key={name}
          x={x + (c + 0.5) * vector.width}
          y={y}
          text={name}
          size={fontSize.small}
          anchor="middle"
          colour={muted}
        />
      ))}
    </g>
  );
}

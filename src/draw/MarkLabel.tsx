import type { VNode } from 'preact';
import { fontSize, type Rect } from './frame.ts';
import { Label } from './Label.tsx';
import type { Tone } from './Mark.tsx';
import { colourOf, ink, textOn, type Kind } from './palette.ts';
import { patternOf } from './Patterns.tsx';
import { textWidth } from './text.ts';

export interface MarkLabelProps extends Rect {
  kind: Kind;
  tone?: Tone | undefined;
  label: string;
  size?: number | undefined;
}

/** A label in the middle of a mark, in the colour that reads on it; nothing where it does not fit. */
export function MarkLabel({
  kind,
  tone = 'solid',
  label,
  size = fontSize.small,
  ...rect
}: MarkLabelProps): VNode | null {
  const lines = label.split('\n').length;
  if (textWidth(label, size) + 4 > rect.width || lines * size + 1 > rect.height) return null;
  const solid = tone === 'solid';
  const hatched = solid && patternOf(kind) !== undefined;
  return (
    <Label
      x={rect.x + rect.width / 2}
      y={rect.y + rect.height / 2}
      text={label}
      size={size}
      anchor="middle"
      colour={solid ? textOn(kind) : ink}
      halo={hatched && (kind === 'idle' ? true : colourOf(kind))}
    />
  );
}

import type { VNode } from 'preact';
import { round, type Rect } from './frame.ts';
import { colourOf, surface, tintOf, type Kind } from './palette.ts';
import { Hatch, patternOf } from './Patterns.tsx';

/** How a kind fills an area: in full colour, as a pale wash with an outline, or as an empty dashed outline. */
export type Tone = 'solid' | 'tint' | 'ghost';

export interface MarkProps extends Rect {
  kind: Kind;
  tone?: Tone | undefined;
  radius?: number | undefined;
  /** What a pointer resting on the mark reads. */
  title?: string | undefined;
}

/** The area of one kind: its colour and its pattern. Bars, intervals, blocks and keys are made of it. */
export function Mark({ kind, tone = 'solid', x, y, width, height, radius = 0, title }: MarkProps): VNode {
  const outlined = tone !== 'solid' || kind === 'neutral' || kind === 'idle';
  // A stroke straddles its edge: drawn half its weight inside, neighbours do not overlap.
  const inset = outlined ? Math.min(0.5, width / 2, height / 2) : 0;
  const area = {
    x: x + inset,
    y: y + inset,
    width: Math.max(0, width - 2 * inset),
    height: Math.max(0, height - 2 * inset),
  };
  const pattern = tone === 'solid' ? patternOf(kind) : undefined;
  return (
    <>
      <rect
        data-kind={kind}
        x={round(area.x)}
        y={round(area.y)}
        width={round(area.width)}
        height={round(area.height)}
        rx={radius === 0 ? undefined : radius}
        fill={fillOf(kind, tone)}
        {...(outlined && strokeOf(kind, tone))}
      >
        {title !== undefined && <title>{title}</title>}
      </rect>
      {pattern !== undefined && <Hatch name={pattern} {...area} />}
    </>
  );
}

function fillOf(kind: Kind, tone: Tone): string {
  if (tone === 'ghost') return 'none';
  if (tone === 'tint') return tintOf(kind);
  return kind === 'idle' ? surface : colourOf(kind);
}

function strokeOf(kind: Kind, tone: Tone) {
  const stroke = colourOf(kind === 'neutral' || kind === 'idle' ? 'muted' : kind);
  if (kind === 'idle' && tone === 'solid') return { stroke: colourOf('idle'), 'stroke-opacity': 0.4 };
  return tone === 'ghost' ? { stroke, 'stroke-dasharray': '3 3' } : { stroke };
}

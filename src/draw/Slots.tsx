import type { VNode } from 'preact';
import type { Slot } from './blocks-layout.ts';
import { polyline } from './curve.ts';
import type { Rect } from './frame.ts';
import { MarkLabel } from './MarkLabel.tsx';
import { colourOf, tintOf, type Kind } from './palette.ts';

export interface SlotsProps {
  slots: readonly Slot[];
  kind: Kind;
  rect: Rect;
}

/** A block as a frame around equal places; an empty place shows paper. */
export function Slots({ slots, kind, rect }: SlotsProps): VNode {
  const width = rect.width / slots.length;
  const bars = slots.slice(1).map((_, i) =>
    polyline([
      [rect.x + (i + 1) * width, rect.y],
      [rect.x + (i + 1) * width, rect.y + rect.height],
    ]),
  );
  return (
    <g>
      {slots.map((slot, i) => {
        const filling = { kind: slot.kind ?? kind, tone: slot.tone ?? (slot.label === undefined ? 'ghost' : 'tint') };
        const place = { ...rect, x: rect.x + i * width, width };
        if (filling.tone === 'ghost') return null;
        return (
          <g key={i} data-part="slot">
            <rect {...place} fill={filling.tone === 'tint' ? tintOf(filling.kind) : colourOf(filling.kind)} />
            {slot.label !== undefined && <MarkLabel {...filling} label={slot.label} {...place} />}
          </g>
        );
      })}
      <path d={bars.join('')} stroke={colourOf(kind)} stroke-opacity={0.45} fill="none" />
      <rect {...rect} rx={1.5} fill="none" stroke={colourOf(kind)} stroke-width={1.25} />
    </g>
  );
}

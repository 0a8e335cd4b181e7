import type { ComponentChildren, VNode } from 'preact';
import { columnWidth, fontSize } from './frame.ts';
import { FigureId, Patterns } from './Patterns.tsx';
import { ink } from './palette.ts';

export interface CanvasProps {
  /** Unique on the page, ASCII: ids of the title and the patterns begin with it. */
  id: string;
  /** In figure units; at the default the type has its size in CSS pixels. */
  width?: number;
  height: number;
  /** What the picture shows, for readers who cannot see it. */
  label: string;
  /** What it lets a reader conclude. */
  description?: string;
  /** CSS pixels below which the picture scrolls inside its box instead of shrinking. */
  minWidth?: number;
  /** Set when something inside can be operated; a picture's children are otherwise hidden from assistive technology. */
  interactive?: boolean;
  children: ComponentChildren;
}

/** Phones are this wide at least; a picture that fits needs no scrolling and so no stop of the Tab key. */
const narrowest = 320;

/** A figure may grow a little beyond its own size, not to a poster. */
const largestScale = 1.15;

/** The root of every figure: a scroll box around an <svg> of fixed aspect with its name, its description and its patterns. */
export function Canvas(props: CanvasProps): VNode {
  const { id, width = columnWidth, height, label, description, interactive = false, children } = props;
  const minWidth = props.minWidth ?? Math.min(width, Math.round(width * 0.86));
  const [titleId, descriptionId] = [`${id}-title`, `${id}-description`];
  const scrolls = minWidth > narrowest && !interactive;
  return (
    <div class="canvas" {...(scrolls && { tabIndex: 0, role: 'group', 'aria-labelledby': titleId })}>
      <svg
        viewBox={`0 0 ${Math.ceil(width)} ${Math.ceil(height)}`}
        role={interactive ? 'group' : 'img'}
        aria-labelledby={titleId}
        aria-describedby={description === undefined ? undefined : descriptionId}
        font-size={fontSize.base}
        fill={ink}
        style={`min-width:${minWidth}px;max-width:${Math.round(width * largestScale)}px;aspect-ratio:${Math.ceil(width)}/${Math.ceil(height)}`}
      >
        <title id={titleId}>{label}</title>
        {description !== undefined && <desc id={descriptionId}>{description}</desc>}
        <Patterns id={id} />
        <FigureId.Provider value={id}>{children}</FigureId.Provider>
      </svg>
    </div>
  );
}

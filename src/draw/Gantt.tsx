import type { VNode } from 'preact';
import { Axis } from './Axis.tsx';
import { fontSize, round, type Rect } from './frame.ts';
import { ganttLayout, type GanttLane, type GanttLayout, type GanttProps } from './gantt-layout.ts';
import { Label } from './Label.tsx';
import { Mark } from './Mark.tsx';
import { MarkLabel } from './MarkLabel.tsx';
import { colourOf, line, muted, textOf, type Kind } from './palette.ts';

export { ganttHeight, type GanttInterval, type GanttLane, type GanttProps } from './gantt-layout.ts';

/** Lanes of intervals on one clock: which device does what, when; where it idles, where it has died. */
export function Gantt(props: GanttProps): VNode {
  const { lanes, axis = true, format, label, showIdle = false, cursor, references = [], onLane } = props;
  const layout = ganttLayout(props);
  const { times, box } = layout;
  return (
    <g>
      {axis && <Axis scale={times} side="bottom" at={box.y + box.height} format={format} label={label} />}
      {lanes.map((lane, i) => (
        <g key={i} data-lane={i}>
          <Lane lane={lane} area={layout.lane(i)} layout={layout} showIdle={showIdle} />
          {onLane && (
            <g {...buttonOf(props, i, onLane)}>
              <Focus lane={layout.lane(i)} from={props.x ?? 0} />
            </g>
          )}
        </g>
      ))}
      {references.map(({ value, label: text, kind = 'accent' }) => (
        <Moment key={text} at={times.at(value)} box={box} kind={kind} text={text} dashed />
      ))}
      {cursor !== undefined && <Moment at={times.at(cursor)} box={box} kind="ink" />}
    </g>
  );
}

/** What makes a lane a button for pointer, keyboard and screen reader. */
function buttonOf({ lanes, laneName, pressed }: GanttProps, index: number, onLane: (index: number) => void) {
  return {
    role: 'button' as const,
    tabIndex: 0,
    'aria-label': laneName?.(index) ?? lanes[index]!.label,
    ...(pressed && { 'aria-pressed': pressed(index) }),
    onClick: () => onLane(index),
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      onLane(index);
    },
  };
}

interface LaneProps {
  lane: GanttLane;
  area: Rect;
  layout: GanttLayout;
  showIdle: boolean;
}

function Lane({ lane, area, layout: { times, box }, showIdle }: LaneProps): VNode {
  const { label, intervals, deadFrom, note } = lane;
  const middle = area.y + area.height / 2;
  const dead = deadFrom !== undefined;
  const alive = dead ? times.at(deadFrom) : area.x + area.width;
  return (
    <g>
      <Label x={box.x - 10} y={middle} text={label} anchor="end" {...(dead && { colour: textOf('fault') })} />
      {showIdle ? (
        <Mark kind="idle" {...area} width={Math.max(0, alive - area.x)} />
      ) : (
        <path
          d={`M${round(area.x)} ${round(middle)}L${round(area.x + area.width)} ${round(middle)}`}
          stroke={line}
          fill="none"
        />
      )}
      {intervals.map(({ start, end, kind, label: text, tone, title }, i) => {
        const rect = { ...area, x: times.at(start), width: times.at(end) - times.at(start) };
        // A hair of paper keeps equal neighbours apart; a very short interval keeps its width.
        const shown = { ...rect, width: rect.width > 4 ? rect.width - 1 : rect.width };
        return (
          <g key={i} data-part="interval">
            <Mark kind={kind} tone={tone} title={title} {...shown} />
            {text !== undefined && <MarkLabel kind={kind} tone={tone} label={text} {...shown} />}
          </g>
        );
      })}
      {dead && <Mark kind="fault" {...area} x={alive} width={area.x + area.width - alive} />}
      {note !== undefined && (
        <Label x={area.x + area.width + 10} y={middle} text={note} size={fontSize.small} colour={muted} />
      )}
    </g>
  );
}

/** The area that a pointer can press and that shows the focus. */
function Focus({ lane, from }: { lane: Rect; from: number }): VNode {
  return (
    <rect
      class="focus"
      x={round(from - 2)}
      y={round(lane.y - 1)}
      width={round(lane.x + lane.width - from + 4)}
      height={round(lane.height + 2)}
      rx={3}
      fill="none"
      pointer-events="all"
    />
  );
}

interface MomentProps {
  at: number;
  box: Rect;
  kind: Kind;
  text?: string;
  dashed?: boolean;
}

/** A line across all lanes at one time. */
function Moment({ at, box, kind, text, dashed = false }: MomentProps): VNode {
  const [x, top, bottom] = [round(at), round(box.y - 3), round(box.y + box.height)];
  return (
    <g pointer-events="none">
      <path
        data-part={dashed ? 'reference' : 'cursor'}
        d={`M${x} ${top}L${x} ${bottom}`}
        stroke={colourOf(kind)}
        stroke-width={1.5}
        stroke-dasharray={dashed ? '5 3' : undefined}
        fill="none"
      />
      {text !== undefined && (
        <Label x={at} y={box.y - 12} text={text} size={fontSize.small} anchor="middle" colour={textOf(kind)} halo />
      )}
    </g>
  );
}

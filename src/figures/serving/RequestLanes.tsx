import type { VNode } from 'preact';
import { useMemo } from 'preact/hooks';
import { fontSize, round, type Rect } from '#draw/frame.ts';
import { Label } from '#draw/Label.tsx';
import { Mark } from '#draw/Mark.tsx';
import { MarkLabel } from '#draw/MarkLabel.tsx';
import { colourOf, line, muted, type Kind } from '#draw/palette.ts';
import type { Scale } from '#draw/scale.ts';
import { textWidth } from '#draw/text.ts';
import type { Activity, RequestLane } from '#mechanisms/serving/request-lanes.ts';

export interface RequestLanesProps {
  lanes: readonly RequestLane[];
  /** The clock, shared by all charts that stand under one another; seconds. */
  times: Scale;
  y: number;
  /** Set to the left of a lane. */
  name(lane: RequestLane): string;
  /** Set to the right of a lane. */
  note?: ((lane: RequestLane) => string) | undefined;
  /** Set on a stall of so many seconds, if it fits. */
  stall(seconds: number): string;
}

/** From one lane to the next. */
export const laneStep = 16;
const barHeight = 13;
const gap = 8;

/**
 * One lane a request: a dashed line while it waits for its first iteration, a bar for each iteration it takes part
 * in, and a hatched bar over the waits between tokens that are stalls.
 */
export function RequestLanes({ lanes, times, y, name, note, stall }: RequestLanesProps): VNode {
  const [left, right] = times.range;
  return (
    <g>
      {lanes.map((lane, i) => {
        const top = y + i * laneStep;
        const middle = top + laneStep / 2;
        return (
          <g key={lane.request.id} data-request={lane.request.id}>
            <Label x={left - gap} y={middle} text={name(lane)} size={fontSize.small} anchor="end" />
            <Marks lane={lane} times={times} top={top} stall={stall} />
            {note && <Label x={right + gap} y={middle} text={note(lane)} size={fontSize.small} colour={muted} />}
          </g>
        );
      })}
    </g>
  );
}

interface MarksProps extends Pick<RequestLanesProps, 'times' | 'stall'> {
  lane: RequestLane;
  top: number;
}

/** All that stands on a lane; made anew only when the lane or the clock is another. */
function Marks({ lane, times, top, stall }: MarksProps): VNode {
  return useMemo(() => {
    const bar = barsOf(times, top);
    return (
      <g>
        <Waiting lane={lane} times={times} middle={top + laneStep / 2} />
        <Bars activities={lane.activities} phase="prefill" bar={bar} />
        <Bars activities={lane.activities} phase="decode" bar={bar} />
        <ChunkSizes lane={lane} bar={bar} />
        {lane.stalls.map(({ start, end }) => (
          <g key={start} data-part="stall">
            <Mark kind="fault" {...bar(start, end)} />
            <MarkLabel kind="fault" label={stall(end - start)} {...bar(start, end)} />
          </g>
        ))}
      </g>
    );
  }, [lane, times, top, stall]);
}

/** Places a bar of the lane at `top` by its times; a hair of paper at its end keeps neighbours apart. */
const barsOf =
  (times: Scale, top: number) =>
  (start: number, end: number): Rect => ({
    x: times.at(start),
    y: top + (laneStep - barHeight) / 2,
    width: Math.max(0.8, times.at(end) - times.at(start) - 1),
    height: barHeight,
  });

interface BarsProps {
  activities: readonly Activity[];
  phase: Kind & Activity['phase'];
  bar(start: number, end: number): Rect;
}

/** All bars of one phase as a single path: a run has hundreds. */
function Bars({ activities, phase, bar }: BarsProps): VNode | null {
  const rects = activities.filter((one) => one.phase === phase).map(({ start, end }) => bar(start, end));
  if (rects.length === 0) return null;
  return <path data-part={phase} d={rects.map(rectPath).join('')} fill={colourOf(phase)} />;
}

/** The tokens of each chunk, if there is room for the first: all chunks but the last are about as wide. */
function ChunkSizes({ lane, bar }: { lane: RequestLane; bar: BarsProps['bar'] }): VNode | null {
  const chunks = lane.activities.filter(({ phase }) => phase === 'prefill');
  const [first] = chunks;
  if (!first || textWidth(String(first.tokens), fontSize.small) + 4 > bar(first.start, first.end).width) return null;
  return (
    <g>
      {chunks.map(({ tokens, start, end }) => (
        <MarkLabel key={start} kind="prefill" label={String(tokens)} {...bar(start, end)} />
      ))}
    </g>
  );
}

/** A rectangle as path data. */
export const rectPath = ({ x, y, width, height }: Rect): string =>
  `M${round(x)} ${round(y)}h${round(width)}v${round(height)}h${round(-width)}z`;

/** From the arrival, marked by a tick, to the first iteration. */
function Waiting({ lane, times, middle }: { lane: RequestLane; times: Scale; middle: number }): VNode {
  const [from, to] = [times.at(lane.request.arrival), times.at(lane.activities[0]!.start)];
  return (
    <g>
      <path d={`M${round(times.range[0])} ${round(middle)}H${round(times.range[1])}`} stroke={line} fill="none" />
      <path
        data-part="waiting"
        d={`M${round(from)} ${round(middle)}H${round(to)}`}
        stroke={muted}
        stroke-width={2}
        stroke-dasharray="2 3"
        fill="none"
      />
      <path data-part="arrival" d={`M${round(from)} ${round(middle - 6)}v12`} stroke={muted} stroke-width={1.5} />
    </g>
  );
}

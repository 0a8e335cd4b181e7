import { bottomAxisHeight } from './Axis.tsx';
import { columnWidth, type Frame, type Rect } from './frame.ts';
import type { Kind } from './palette.ts';
import type { Tone } from './Mark.tsx';
import { linearScale, type Scale } from './scale.ts';
import { textWidth } from './text.ts';
import { formatNumber, type Format } from './format.ts';

export interface GanttInterval {
  start: number;
  end: number;
  kind: Kind;
  /** Set inside the interval where it fits: a micro-batch, a request. */
  label?: string;
  tone?: Tone;
  /** What a pointer resting on it reads. */
  title?: string;
}

export interface GanttLane {
  label: string;
  intervals: readonly GanttInterval[];
  /** From this time on the lane is dead; 0 for always. */
  deadFrom?: number;
  /** Set at the lane's end: how busy it was, say. */
  note?: string;
}

export interface GanttProps extends Frame {
  lanes: readonly GanttLane[];
  /** Time at the right edge; by default the end of the last interval. Time begins at 0. */
  end?: number | undefined;
  /** How times are written on the axis. */
  format?: Format | undefined;
  /** What the axis measures, with its unit. */
  label?: string | undefined;
  /** Without the axis, several charts can share the one below. */
  axis?: boolean | undefined;
  /** Hatches the time in which a lane does nothing. */
  showIdle?: boolean | undefined;
  /** The time t at which a reader stands. */
  cursor?: number | undefined;
  /** Times to mark across all lanes: a flush, a failure, the end. */
  references?: readonly { value: number; label: string; kind?: Kind }[] | undefined;
  /** Makes lanes operable, by pointer and keyboard; the canvas must be `interactive`. */
  onLane?: ((index: number) => void) | undefined;
  /** What a lane's button is called to a screen reader; by default its label. */
  laneName?: ((index: number) => string) | undefined;
  /** Lanes whose buttons are pressed. */
  pressed?: ((index: number) => boolean) | undefined;
}

export interface GanttLayout {
  readonly times: Scale;
  readonly box: Rect;
  /** The bar area of lane i. */
  lane(index: number): Rect;
}

const laneStep = 30;
const laneGap = 5;
const referenceRoom = 20;
const labelGap = 10;

const headRoom = ({ references = [] }: GanttProps): number =>
  references.some(({ label }) => label !== '') ? referenceRoom : 0;
const footRoom = ({ axis = true, label }: GanttProps): number => (axis ? bottomAxisHeight(label) : 0);

/** The height of a chart with lanes of the usual height. */
export const ganttHeight = (props: GanttProps): number =>
  headRoom(props) + props.lanes.length * laneStep + footRoom(props);

/** Lanes from the top, labels at the left, time from 0 at the labels to `end` at the right. */
export function ganttLayout(props: GanttProps): GanttLayout {
  const { lanes, x = 0, y = 0, width = columnWidth, height = ganttHeight(props), format = formatNumber } = props;
  const end = props.end ?? Math.max(1e-9, ...lanes.flatMap((lane) => lane.intervals.map((interval) => interval.end)));
  const left = x + Math.max(0, ...lanes.map((lane) => textWidth(lane.label))) + labelGap;
  const notes = Math.max(0, ...lanes.map((lane) => (lane.note === undefined ? 0 : textWidth(lane.note) + labelGap)));
  const lastTick = textWidth(format(end)) / 2;
  const box = {
    x: left,
    y: y + headRoom(props),
    width: x + width - left - Math.max(notes, lastTick),
    height: height - headRoom(props) - footRoom(props),
  };
  const step = box.height / Math.max(1, lanes.length);
  const gap = Math.min(laneGap, step * 0.2);
  return {
    box,
    times: linearScale([0, end], [box.x, box.x + box.width]),
    lane: (i) => ({ x: box.x, y: box.y + i * step + gap / 2, width: box.width, height: step - gap }),
  };
}

import { bottomAxisHeight, leftAxisWidth } from './Axis.tsx';
import { formatNumber, type Format } from './format.ts';
import { columnWidth, fontSize, type Frame, type Rect } from './frame.ts';
import { legendHeight, type Key } from './Legend.tsx';
import type { Tone } from './Mark.tsx';
import type { Kind } from './palette.ts';
import { bandScale, linearScale, niceDomain, type BandScale, type Scale } from './scale.ts';
import { textWidth } from './text.ts';

export interface BarPart {
  kind: Kind;
  value: number;
  /** Set inside the part where it fits. */
  label?: string;
  tone?: Tone;
}

export interface Bar {
  label: string;
  parts: readonly BarPart[];
  /** Takes the place of the formatted total at a stacked bar's end. */
  note?: string;
}

export interface BarsProps extends Frame {
  bars: readonly Bar[];
  orientation?: 'horizontal' | 'vertical' | undefined;
  arrangement?: 'stacked' | 'grouped' | undefined;
  /** Ends of the value axis; it begins at 0 unless a value is negative. */
  domain?: readonly [number, number] | undefined;
  format?: Format | undefined;
  /** The quantity and its unit. */
  label?: string | undefined;
  /** Lines across all bars, such as the memory of a device. */
  references?: readonly { value: number; label: string; kind?: Kind }[] | undefined;
  /** Names of the kinds, drawn above the bars. */
  keys?: readonly Key[] | undefined;
  /** Without the axis, values stand only at the bars' ends. */
  axis?: boolean | undefined;
}

const rowHeight = 34;
const referenceRoom = 20;
const legendGap = 10;
/** Between a bar and its name. */
export const labelGap = 10;

const axisRoom = ({ axis = true, label }: BarsProps): number =>
  axis ? bottomAxisHeight(label) : label === undefined ? 4 : 20;
const topRoom = (props: BarsProps): number => {
  const keys = props.keys === undefined ? 0 : legendHeight({ keys: props.keys, width: props.width }) + legendGap;
  const references = props.orientation !== 'vertical' && props.references?.length ? referenceRoom : 0;
  return keys + references;
};

/** The height that horizontal bars take by default: one row a bar, more when grouped; vertical bars take 260. */
export function barsHeight(props: BarsProps): number {
  if (props.orientation === 'vertical') return 260;
  const most = Math.max(1, ...props.bars.map((bar) => bar.parts.length));
  const row = props.arrangement === 'grouped' ? Math.max(rowHeight, most * 20 + 12) : rowHeight;
  return topRoom(props) + props.bars.length * row + axisRoom(props);
}

/** Where the plot stands, and how it maps values and bars. */
export interface BarsLayout {
  readonly plot: Rect;
  readonly values: Scale;
  readonly bands: BandScale;
  readonly vertical: boolean;
}

/** The greatest and the least length of a bar, in the unit of the axis. */
function extent({ bars, arrangement, references = [] }: BarsProps): [number, number] {
  const lengths = bars.flatMap(({ parts }) =>
    arrangement === 'grouped' ? parts.map((part) => part.value) : [parts.reduce((sum, part) => sum + part.value, 0)],
  );
  const all = [0, ...lengths, ...references.map((reference) => reference.value)];
  return [Math.min(...all), Math.max(...all)];
}

/** Fits bars, their names and their totals into the frame. */
export function barsLayout(props: BarsProps): BarsLayout {
  const {
    bars,
    x = 0,
    y = 0,
    width = columnWidth,
    height = barsHeight(props),
    format = formatNumber,
    axis = true,
  } = props;
  const vertical = props.orientation === 'vertical';
  const domain = props.domain ?? niceDomain(...extent(props));
  const top = y + topRoom(props) + (vertical ? 26 : 0);
  const bottom = y + height - (vertical ? 26 : axisRoom(props));
  const names = Math.max(0, ...bars.map((bar) => textWidth(bar.label))) + labelGap;
  const left = x + (vertical ? (axis ? leftAxisWidth(linearScale(domain, [bottom, top]), format) : 0) : names);
  const totals = Math.max(...bars.map((bar) => textWidth(bar.note ?? format(total(bar)), fontSize.small))) + 8;
  const plot = { x: left, y: top, width: x + width - left - (vertical ? 0 : totals), height: bottom - top };
  return {
    plot,
    vertical,
    values: linearScale(domain, vertical ? [bottom, top] : [plot.x, plot.x + plot.width]),
    bands: bandScale(bars.length, vertical ? [plot.x, plot.x + plot.width] : [top, bottom], vertical ? 0.38 : 0.32),
  };
}

/** The sum of a bar's parts. */
export const total = (bar: Bar): number => bar.parts.reduce((sum, part) => sum + part.value, 0);

/** The rectangle between two values, across a stretch of a band. */
function rectOf({ values, vertical }: BarsLayout, from: number, to: number, across: number, thickness: number): Rect {
  const [start, end] = [values.at(from), values.at(to)].sort((a, b) => a - b) as [number, number];
  return vertical
    ? { x: across, y: start, width: thickness, height: end - start }
    : { x: start, y: across, width: end - start, height: thickness };
}

export interface PlacedPart {
  readonly part: BarPart;
  /** The value at which the part ends. */
  readonly end: number;
  readonly rect: Rect;
}

/** The parts of bar i: one after another when stacked, side by side from zero when grouped. */
export function placeParts(
  layout: BarsLayout,
  bar: Bar,
  index: number,
  arrangement: 'stacked' | 'grouped',
): PlacedPart[] {
  const { at, width } = layout.bands;
  if (arrangement === 'grouped') {
    const share = width / Math.max(1, bar.parts.length);
    return bar.parts.map((part, i) => ({
      part,
      end: part.value,
      rect: rectOf(layout, 0, part.value, at(index) + i * share, share - 2),
    }));
  }
  let reached = 0;
  return bar.parts.map((part) => {
    const from = reached;
    reached += part.value;
    return { part, end: reached, rect: rectOf(layout, from, reached, at(index), width) };
  });
}

import { bottomAxisHeight, leftAxisWidth } from './Axis.tsx';
import { formatNumber, type Format } from './format.ts';
import { columnWidth, type Frame, type Rect } from './frame.ts';
import { niceDomain, scale, type Interval, type Scale, type ScaleName } from './scale.ts';

/** One axis of a plot. */
export interface AxisOptions {
  scale?: ScaleName | undefined;
  domain?: Interval | undefined;
  /** The quantity and its unit. */
  label?: string | undefined;
  format?: Format | undefined;
  ticks?: readonly number[] | undefined;
}

/** A plot of two axes laid out in a frame. */
export interface Plot {
  readonly box: Rect;
  readonly across: Scale;
  readonly up: Scale;
}

export interface PlotOptions extends Frame {
  xAxis?: AxisOptions | undefined;
  yAxis?: AxisOptions | undefined;
  /** Room kept at the right of and above the plot for labels. */
  right: number;
  top: number;
}

export const plotHeight = 300;

/** Lays the plot out: room for the numbers at the left and below, the rest for the data. Domains must be set. */
export function layPlot(options: PlotOptions & { xDomain: Interval; yDomain: Interval }): Plot {
  const { x = 0, y = 0, width = columnWidth, height = plotHeight, xAxis = {}, yAxis = {}, right, top } = options;
  const head = top + (yAxis.label === undefined ? 8 : 28);
  const [highest, lowest] = [y + head, y + height - bottomAxisHeight(xAxis.label)];
  const up = scale(yAxis.scale ?? 'linear', options.yDomain, [lowest, highest]);
  const left = x + leftAxisWidth(up, yAxis.format ?? formatNumber, yAxis.ticks);
  const across = scale(xAxis.scale ?? 'linear', options.xDomain, [left, x + width - right]);
  return { box: { x: left, y: highest, width: x + width - right - left, height: lowest - highest }, across, up };
}

/** The domain that shows all values: their extent on a log scale, widened to round numbers on a linear one, from 0 if `zero`. */
export function domainOf(values: readonly number[], name: ScaleName = 'linear', zero = false): Interval {
  const shown = values.filter((value) => Number.isFinite(value) && (name === 'linear' || value > 0));
  if (shown.length === 0) return name === 'linear' ? [0, 1] : [1, 10];
  const [low, high] = shown.reduce<Interval>(
    ([least, most], v) => [Math.min(least, v), Math.max(most, v)],
    [Infinity, -Infinity],
  );
  if (name !== 'linear') return low < high ? [low, high] : [low / 2, high * 2];
  return zero ? niceDomain(Math.min(0, low), Math.max(0, high)) : low < high ? [low, high] : [low - 1, high + 1];
}

export type Interval = readonly [number, number];

/** Maps values to positions in figure units; a range may run backwards, as it does for a vertical axis. */
export interface Scale {
  readonly domain: Interval;
  readonly range: Interval;
  /** The position of a value; values outside the domain fall outside the range. */
  at(value: number): number;
  /** The value at a position. */
  invert(position: number): number;
  /** About `count` round values within the domain. */
  ticks(count?: number): number[];
}

export type ScaleName = 'linear' | 'log' | 'log2';

/** A scale of the named type. Throws when a logarithmic domain reaches zero. */
export function scale(name: ScaleName, domain: Interval, range: Interval): Scale {
  return name === 'linear' ? linearScale(domain, range) : logScale(domain, range, name === 'log2' ? 2 : 10);
}

export function linearScale(domain: Interval, range: Interval): Scale {
  const [low, high] = domain;
  const [start, end] = range;
  const slope = high === low ? 0 : (end - start) / (high - low);
  return {
    domain,
    range,
    at: (value) => start + (value - low) * slope,
    invert: (position) => (slope === 0 ? low : low + (position - start) / slope),
    ticks: (count = 5) => niceTicks(low, high, count),
  };
}

/** Equal ratios take equal distances. Throws unless both ends of the domain are positive. */
export function logScale(domain: Interval, range: Interval, base: 2 | 10 = 10): Scale {
  if (!(domain[0] > 0 && domain[1] > 0)) throw new RangeError(`a log scale has no place for ${domain.join('…')}`);
  const linear = linearScale([Math.log(domain[0]), Math.log(domain[1])], range);
  return {
    domain,
    range,
    at: (value) => linear.at(Math.log(value)),
    invert: (position) => Math.exp(linear.invert(position)),
    ticks: (count = 6) => logTicks(domain, base, count),
  };
}

/** n equal bands over a range, with a gap of `gap` bands' share between neighbours. */
export interface BandScale {
  readonly width: number;
  /** Where band i begins. */
  at(index: number): number;
  centre(index: number): number;
}

/** `gap` is the share of each step left empty, in [0, 1). */
export function bandScale(count: number, [start, end]: Interval, gap = 0.3): BandScale {
  const step = (end - start) / Math.max(1, count);
  const width = step * (1 - gap);
  return {
    width,
    at: (index) => start + step * index + (step - width) / 2,
    centre: (index) => start + step * (index + 0.5),
  };
}

/** The step of 1, 2 or 5 times a power of ten that divides a span into about `count` parts. */
export function niceStep(span: number, count: number): number {
  const raw = span / Math.max(1, count);
  const power = 10 ** Math.floor(Math.log10(raw));
  const lead = raw / power;
  return power * (lead >= Math.sqrt(50) ? 10 : lead >= Math.sqrt(10) ? 5 : lead >= Math.sqrt(2) ? 2 : 1);
}

/** Removes the dust of binary fractions: 3 × 0.1 is 0.3. */
const clean = (value: number): number => Number(value.toPrecision(12));

/** The multiples of a nice step within [low, high]. */
export function niceTicks(low: number, high: number, count = 5): number[] {
  if (!(high > low)) return [low];
  const step = niceStep(high - low, count);
  const first = Math.ceil(clean(low / step));
  const last = Math.floor(clean(high / step));
  return Array.from({ length: last - first + 1 }, (_, i) => clean((first + i) * step));
}

/** [low, high] widened to whole nice steps. */
export function niceDomain(low: number, high: number, count = 5): Interval {
  if (!(high > low)) return [low, low + 1];
  const step = niceStep(high - low, count);
  return [clean(Math.floor(clean(low / step)) * step), clean(Math.ceil(clean(high / step)) * step)];
}

/** Powers of the base, thinned evenly to at most `count`; within two decades also their multiples by 2 and 5. */
function logTicks([low, high]: Interval, base: 2 | 10, count: number): number[] {
  const within = (value: number) => value >= low * (1 - 1e-9) && value <= high * (1 + 1e-9);
  const first = Math.floor(Math.log(low) / Math.log(base) + 1e-9);
  const last = Math.ceil(Math.log(high) / Math.log(base) - 1e-9);
  const powers = Array.from({ length: last - first + 1 }, (_, i) => clean(base ** (first + i))).filter(within);
  if (base === 10 && high / low < 100) {
    const multiples = powers.concat(clean(base ** first)).flatMap((power) => [power, 2 * power, 5 * power]);
    return [...new Set(multiples.map(clean))].filter(within).sort((a, b) => a - b);
  }
  const stride = Math.ceil(powers.length / count);
  return powers.filter((_, i) => i % stride === 0);
}

/** CacheGen's lossy half (Sec. 5.2): tokens in groups, the first of each kept on its own, the others as differences to it. */

/** Tokens in a group (Sec. 5.2). */
export const GROUP = 10;
const ANCHOR_LEVELS = 2 ** 8 - 1;

/** One channel as integers: an 8-bit code for each group's anchor, and for every other token its rounded difference. */
export interface CodedChannel {
  low: number;
  /** Width of an anchor's step. */
  step: number;
  anchors: number[];
  /** Differences in bins, in the order of the tokens, anchors left out. */
  deltas: number[];
}

// #region encode-channel
/** Differences are taken to the anchor as it will be decoded: its own rounding then does no harm to the others. */
export function encodeChannel(x: Float64Array, bin: number, group = GROUP): CodedChannel {
  const first = x.filter((_, t) => t % group === 0);
  const low = Math.min(...first);
  const step = (Math.max(...first) - low) / ANCHOR_LEVELS || 1;
  const anchors = Array.from(first, (value) => Math.round((value - low) / step));
  const deltas: number[] = [];
  x.forEach((value, t) => {
    const anchor = low + step * anchors[Math.floor(t / group)]!;
    if (t % group > 0) deltas.push(Math.round((value - anchor) / bin));
  });
  return { low, step, anchors, deltas };
}

/** Every token from its own anchor alone: a thousand tokens can be decoded at once. */
export function decodeChannel({ low, step, anchors, deltas }: CodedChannel, bin: number, group = GROUP): Float64Array {
  const tokens = anchors.length + deltas.length;
  return Float64Array.from({ length: tokens }, (_, t) => {
    const g = Math.floor(t / group);
    const anchor = low + step * anchors[g]!;
    return t % group === 0 ? anchor : anchor + bin * deltas[t - g - 1]!;
  });
}
// #endregion encode-channel

/**
 * CacheGen's streamer (Sec. 5.3): a context in chunks, each at several quality levels or as text; before each chunk the
 * least lossy way that still meets the deadline at the throughput just measured. Decoding and the text's own bytes take
 * no time here.
 */

/** A stretch of the network's speed: from `from` seconds on, `rate` bytes a second. In order, the first from 0. */
export interface Stretch {
  from: number;
  rate: number;
}

export interface Chunk {
  /** Bytes at each level, least lossy first. */
  sizes: readonly number[];
  /** Seconds to prefill the chunk from its text. */
  recompute: number;
}

/** A level's index, or the text. */
export type Way = number | 'text';

export interface Sent {
  way: Way;
  start: number;
  end: number;
}

/** When `bytes` that start at `start` have arrived. */
export function arrival(start: number, bytes: number, speed: readonly Stretch[]): number {
  let [now, left] = [start, bytes];
  for (const [i, { rate }] of speed.entries()) {
    const until = speed[i + 1]?.from ?? Infinity;
    if (until <= now) continue;
    if (left <= rate * (until - now)) return now + left / rate;
    left -= rate * (until - now);
    now = until;
  }
  throw new RangeError('the network never delivers the rest');
}

/** Seconds for all of `chunks` in one way, at a steady rate. */
export function predicted(chunks: readonly Chunk[], way: Way, rate: number): number {
  return chunks.reduce((sum, { sizes, recompute }) => sum + (way === 'text' ? recompute : sizes[way]! / rate), 0);
}

// #region choose-way
/** The first way, least lossy first and text last, by which all that is left arrives in time; else the quickest. */
export function chooseWay(left: readonly Chunk[], rate: number, seconds: number): Way {
  const ways: Way[] = [...left[0]!.sizes.keys(), 'text'];
  const inTime = ways.find((way) => predicted(left, way, rate) <= seconds);
  return inTime ?? ways.reduce((a, b) => (predicted(left, b, rate) < predicted(left, a, rate) ? b : a));
}
// #endregion choose-way

// #region stream
/** Sends the chunks one after another; each choice trusts the throughput of the last chunk that came over the network. */
export function stream(chunks: readonly Chunk[], speed: readonly Stretch[], deadline: number, prior: number): Sent[] {
  let [now, rate] = [0, prior];
  return chunks.map((chunk, i) => {
    const way = chooseWay(chunks.slice(i), rate, deadline - now);
    const start = now;
    now = way === 'text' ? start + chunk.recompute : arrival(start, chunk.sizes[way]!, speed);
    if (way !== 'text') rate = chunk.sizes[way]! / (now - start);
    return { way, start, end: now };
  });
}
// #endregion stream

/** All chunks in one way, whatever the network does. */
export function streamFixed(chunks: readonly Chunk[], speed: readonly Stretch[], way: Way): Sent[] {
  let now = 0;
  return chunks.map(({ sizes, recompute }) => {
    const start = now;
    now = way === 'text' ? start + recompute : arrival(start, sizes[way]!, speed);
    return { way, start, end: now };
  });
}

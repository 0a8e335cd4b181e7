/**
 * The link model and the all-reduce of LLMCompass (Sec. III-B2). A message of n bytes takes T = L + O + n̂ / B, where
 * n̂ adds one flit of header to every packet (Eqs. 1, 2). On a ring each of p devices sends 2(p − 1) messages of n / p
 * bytes: p − 1 to sum the parts (reduce-scatter), p − 1 to hand the sums round (all-gather).
 *
 * Where every pair of devices is joined directly, the authors' program hands the sums round in a single step over all
 * edges, its latency hidden behind the sums, and runs the reduction as two rings, one each way round. Left out:
 * contention, the time of the additions.
 */
import type { Device } from './device.ts';

export interface Link {
  /** B of one link in one direction, bytes per second. */
  readonly bandwidth: number;
  /** L, seconds. */
  readonly latency: number;
  /** O, seconds. */
  readonly overhead: number;
  /** Bytes of header before each packet, and most bytes of payload behind it. */
  readonly flit: number;
  readonly maxPayload: number;
}

export interface System {
  readonly device: Device;
  /** p. */
  readonly devices: number;
  readonly link: Link;
  /** Links of each device. */
  readonly links: number;
  readonly topology: 'ring' | 'fully-connected';
}

// #region link-model
/** n̂ of Eq. (2): bytes on the wire for a message of `n` bytes. */
export function framedBytes({ flit, maxPayload }: Link, n: number): number {
  return Math.ceil(n / maxPayload) * flit + n;
}

/** T of Eq. (1): seconds for a message of `n` bytes over an edge of `bandwidth` bytes per second. */
export function messageTime(link: Link, n: number, bandwidth = link.bandwidth): number {
  return link.latency + link.overhead + framedBytes(link, n) / bandwidth;
}

/** Seconds to sum `n` bytes held by each of p devices, so that all hold the sum. */
export function allReduceTime({ devices: p, link, links, topology }: System, n: number): number {
  if (p === 1) return 0;
  if (topology === 'ring') return 2 * (p - 1) * messageTime(link, n / p, links * link.bandwidth);
  const edge = (links * link.bandwidth) / (p - 1); // the links are spread over the p − 1 neighbours
  const rings = Math.min(2, p - 1); // two neighbours, unless there is but one
  const reduceScatter = (p - 1) * messageTime(link, n / p, rings * edge);
  return reduceScatter + framedBytes(link, n / p) / edge;
}
// #endregion link-model

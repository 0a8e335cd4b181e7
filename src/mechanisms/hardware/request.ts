/**
 * A whole request on one layer, as the paper prices its designs (Sec. V): prefill of the input, then one decode pass per
 * output token against a context that grows by one. Left out: everything that a serving system adds (Sec. VI-C).
 */
import type { System } from './all-reduce.ts';
import type { Device } from './device.ts';
import { layerTime } from './layer.ts';
import { decode, prefill } from './operators.ts';
import type { Model } from './operators.ts';

/** A batch of sequences of `input` tokens to read and `output` tokens to write. */
export interface Request {
  readonly batch: number;
  readonly input: number;
  readonly output: number;
}

/** Seconds of one layer for the whole request; decode time is taken as linear in the context between its two ends. */
export function requestTime(system: System, model: Model, { batch, input, output }: Request): number {
  const first = layerTime(system, model, decode(batch, input + 1)).total;
  const last = layerTime(system, model, decode(batch, input + output + 1)).total;
  return layerTime(system, model, prefill(batch, input)).total + (output * (first + last)) / 2;
}

/**
 * The most sequences of `length` tokens that fit beside the weights of `layers` layers: keys and values of every layer,
 * and 8 bytes of activations per token and hidden unit (the count of ae/figure12/test_throughput.py).
 */
export function largestBatch({ memoryCapacity }: Device, model: Model, layers: number, length: number): number {
  const weights = layers * 12 * model.hidden ** 2 * model.bytes;
  const perToken = (layers * 2 * model.bytes + 8) * model.hidden;
  return Math.floor((memoryCapacity - weights) / (perToken * length));
}

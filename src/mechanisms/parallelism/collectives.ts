/**
 * Collective operations on a ring of N ranks, executed on real numbers. Rank r only ever sends to rank r + 1 (mod N);
 * in one step every rank sends at most one chunk, all at the same time. Each operation returns what every rank ends up
 * with and every message that was sent, so that communication volume is counted and never assumed.
 *
 * Left out: time (link bandwidth and latency), the receive buffer of one chunk, trees and other topologies, and the
 * padding with which real libraries make all chunks equal.
 */
import { partition } from './partition.ts';

/** One chunk that crosses one link of the ring in one step. */
export interface Message {
  readonly step: number;
  readonly from: number;
  readonly to: number;
  readonly chunk: number;
  /** The numbers that travel, as they were when sent; their count is the message's volume. */
  readonly elements: readonly number[];
}

/** What a collective operation leaves on every rank, and what it sent to get there. */
export interface Collective {
  /** outputs[rank] */
  readonly outputs: number[][];
  /** In the order of steps; within a step, by sending rank. */
  readonly messages: Message[];
}

// #region ring-steps
/**
 * Runs the ring: in each step every rank sends the chunk that `chunkToSend` names (undefined: stays idle) to its right
 * neighbour, which stores `receive(its own chunk, the arriving one)`. Changes `held`, [rank][chunk][element].
 */
function runRing(
  held: number[][][],
  steps: number,
  chunkToSend: (rank: number, step: number) => number | undefined,
  receive: (mine: readonly number[], arriving: readonly number[]) => number[],
): Message[] {
  const N = held.length;
  const messages: Message[] = [];
  for (let step = 0; step < steps; step++) {
    const sent = held.flatMap((chunks, from): Message[] => {
      const chunk = chunkToSend(from, step);
      return chunk === undefined ? [] : [{ step, from, to: (from + 1) % N, chunk, elements: [...chunks[chunk]!] }];
    });
    for (const { to, chunk, elements } of sent) held[to]![chunk] = receive(held[to]![chunk]!, elements);
    messages.push(...sent);
  }
  return messages;
}
// #endregion ring-steps

// #region reduce-scatter
/**
 * Reduce-scatter: from inputs[rank], N arrays of one length Ψ, rank r gets slice r of their sum. Chunk c sets out from
 * rank c + 1, gathers one addend per step, and is complete when it reaches rank c after N − 1 steps; rank r sends every
 * chunk but its own, Ψ − |slice r| elements. Throws a RangeError on no ranks or on lengths that differ.
 */
export function reduceScatter(inputs: readonly (readonly number[])[]): Collective {
  const N = inputs.length;
  const slices = partition(commonLength(inputs), N);
  const held = inputs.map((input) => slices.map(({ start, end }) => input.slice(start, end)));
  const messages = runRing(
    held,
    N - 1,
    (rank, step) => (rank - 1 - step + N) % N,
    (mine, arriving) => mine.map((x, i) => x + arriving[i]!),
  );
  return { outputs: held.map((chunks, rank) => chunks[rank]!), messages };
}
// #endregion reduce-scatter

// #region all-gather
/**
 * All-gather: every rank gets all shards, concatenated in the order of ranks. In step 0 rank r sends its own shard, and
 * from then on the shard that it has just received; it sends every shard but its right neighbour's. Shards may differ
 * in length. Throws a RangeError on no ranks.
 */
export function allGather(shards: readonly (readonly number[])[]): Collective {
  const N = shards.length;
  if (N === 0) throw new RangeError('a ring needs at least one rank');
  const held = shards.map((own, rank) => shards.map((_, chunk) => (chunk === rank ? [...own] : [])));
  const messages = runRing(
    held,
    N - 1,
    (rank, step) => (rank - step + N) % N,
    (_, arriving) => [...arriving],
  );
  return { outputs: held.map((chunks) => chunks.flat()), messages };
}
// #endregion all-gather

// #region all-reduce
/**
 * All-reduce: every rank gets the sum of inputs[rank], N arrays of one length Ψ. It is a reduce-scatter followed by an
 * all-gather and so moves 2Ψ(N − 1)/N elements per rank (ZeRO, Sec. 7). Throws a RangeError as `reduceScatter` does.
 */
export function allReduce(inputs: readonly (readonly number[])[]): Collective {
  const reduced = reduceScatter(inputs);
  const gathered = allGather(reduced.outputs);
  const later = gathered.messages.map((message) => ({ ...message, step: message.step + inputs.length - 1 }));
  return { outputs: gathered.outputs, messages: [...reduced.messages, ...later] };
}
// #endregion all-reduce

// #region broadcast
/**
 * Pipelined broadcast: every one of N ranks gets the root's values. They travel in N chunks; the rank d links behind
 * the root passes chunk c on in step c + d, so 2N − 2 steps do. Every rank but the last of the chain sends Ψ elements.
 * Throws a RangeError unless N is a whole number ≥ 1 and the root one of the ranks 0 … N − 1.
 */
export function broadcast(values: readonly number[], N: number, root: number): Collective {
  const slices = partition(values.length, N);
  if (!Number.isInteger(root) || root < 0 || root >= N) throw new RangeError(`no rank ${root} among ${N}`);
  const held = slices.map((_, rank) => slices.map(({ start, end }) => (rank === root ? values.slice(start, end) : [])));
  const chunkToSend = (rank: number, step: number): number | undefined => {
    const d = (rank - root + N) % N;
    const chunk = step - d;
    return d < N - 1 && chunk >= 0 && chunk < N ? chunk : undefined;
  };
  const messages = runRing(held, 2 * N - 2, chunkToSend, (_, arriving) => [...arriving]);
  return { outputs: held.map((chunks) => chunks.flat()), messages };
}
// #endregion broadcast

/** Elements that each of N ranks sent, counted from the messages. */
export function elementsSent(messages: readonly Message[], N: number): number[] {
  const sent = Array.from({ length: N }, () => 0);
  for (const { from, elements } of messages) sent[from]! += elements.length;
  return sent;
}

function commonLength(inputs: readonly (readonly number[])[]): number {
  if (inputs.length === 0) throw new RangeError('a ring needs at least one rank');
  const length = inputs[0]!.length;
  if (inputs.some((input) => input.length !== length)) throw new RangeError('ranks hold arrays of different lengths');
  return length;
}

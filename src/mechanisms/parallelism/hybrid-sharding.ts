/**
 * Hybrid sharding (FSDP, Sec. 3.2.2): W ranks, each model copy cut over F of them. F = 1 is plain replication, F = W full
 * sharding. A sharding group S holds one copy among its F ranks; a replica group holds the same shard W/F times.
 *
 * Modelled: who talks to whom and how many elements cross which link of a ring. Left out: time, and the trees and
 * several rings at once of real libraries.
 */
import type { Collective, Message } from './collectives.ts';
import { allReduce, reduceScatter } from './collectives.ts';

// #region groups
/** The W/F sharding groups, each F neighbouring ranks. Throws a RangeError unless F divides W. */
export function shardingGroups(W: number, F: number): number[][] {
  if (!Number.isInteger(W / F) || F < 1) throw new RangeError(`${W} ranks cannot form groups of ${F}`);
  return Array.from({ length: W / F }, (_, group) => Array.from({ length: F }, (_, i) => group * F + i));
}

/** The F replica groups: the ranks that hold the same shard, one of each sharding group. */
export function replicaGroups(W: number, F: number): number[][] {
  const groups = shardingGroups(W, F);
  return groups[0]!.map((_, place) => groups.map((group) => group[place]!));
}
// #endregion groups

/** Runs a collective in every group at once; inputs, outputs and messages go by global rank. */
export function inGroups(
  groups: readonly (readonly number[])[],
  inputs: readonly (readonly number[])[],
  collective: (inputs: readonly (readonly number[])[]) => Collective,
): Collective {
  const outputs: number[][] = inputs.map(() => []);
  const messages = groups.flatMap((group) => {
    const done = collective(group.map((rank) => inputs[rank]!));
    group.forEach((rank, i) => (outputs[rank] = done.outputs[i]!));
    return done.messages.map((message) => ({ ...message, from: group[message.from]!, to: group[message.to]! }));
  });
  return { outputs, messages };
}

// #region hybrid-reduce
/**
 * Equation (1): the sum of all W gradients, each rank receiving its own ψ/F elements of it. Inside every sharding group
 * a reduce-scatter, then across the groups an all-reduce of each shard. Every gradient has ψ elements, F divides ψ.
 */
export function hybridReduce(gradients: readonly (readonly number[])[], F: number): Collective {
  const W = gradients.length;
  const inside = inGroups(shardingGroups(W, F), gradients, reduceScatter);
  const across = inGroups(replicaGroups(W, F), inside.outputs, allReduce);
  return { outputs: across.outputs, messages: [...inside.messages, ...across.messages] };
}
// #endregion hybrid-reduce

// #region traffic
/** Elements that each rank sends in a step for a model of M elements: by sharding groups, and by replica groups. */
export function trafficPerRank(M: number, W: number, F: number): { sharding: number; replicas: number } {
  return {
    sharding: (3 * M * (F - 1)) / F, // two all-gathers and a reduce-scatter of M
    replicas: (2 * (M / F) * (W / F - 1)) / (W / F), // an all-reduce of one shard over W/F ranks
  };
}

/**
 * The same per rank, but only what leaves the host, with G neighbouring ranks on a host: on average over the host's
 * ranks, if a ring visits the ranks of a host one after another. F divides G or G divides F; G divides W.
 */
export function crossHostOnRing(M: number, W: number, F: number, G: number): number {
  const { sharding, replicas } = trafficPerRank(M, W, F);
  const stride = Math.min(F, G); // of the neighbours on a host, so many belong to different replica rings
  const leaves = W > G ? stride / G : 0; // a replica ring leaves the host at one in G/stride of its ranks there
  return (F > G ? sharding / G : 0) + replicas * leaves;
}

/** The paper's count: all that a rank sends in a collective counts as cross-host if its group spans hosts. */
export function crossHostAsPrinted(M: number, W: number, F: number, G: number): number {
  const { sharding, replicas } = trafficPerRank(M, W, F);
  return (F > G ? sharding : 0) + (W > G ? replicas : 0);
}
// #endregion traffic

/** Elements per rank that crossed from one host to another, counted from the messages. */
export function crossHost(messages: readonly Message[], W: number, hostOf: (rank: number) => number): number {
  const crossing = messages.filter(({ from, to }) => hostOf(from) !== hostOf(to));
  return crossing.reduce((sum, { elements }) => sum + elements.length, 0) / W;
}

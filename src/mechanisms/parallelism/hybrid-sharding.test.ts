import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allGather, elementsSent } from './collectives.ts';
import type { Message } from './collectives.ts';
import {
  crossHost,
  crossHostAsPrinted,
  crossHostOnRing,
  hybridReduce,
  inGroups,
  replicaGroups,
  shardingGroups,
  trafficPerRank,
} from './hybrid-sharding.ts';

const M = 64;
/** All factors of 16 ranks. */
const factors = [1, 2, 4, 8, 16];

/** The messages of one step: two all-gathers of the shards and the reduction of the gradients. */
function stepMessages(W: number, F: number): Message[] {
  const shards = Array.from({ length: W }, () => Array<number>(M / F).fill(1));
  const gradients = Array.from({ length: W }, () => Array<number>(M).fill(1));
  const gather = () => inGroups(shardingGroups(W, F), shards, allGather).messages;
  return [...gather(), ...gather(), ...hybridReduce(gradients, F).messages];
}

describe('groups', () => {
  it('of 8 ranks at F = 4 are two sharding groups and four replica groups', () => {
    expect(shardingGroups(8, 4)).toEqual([
      [0, 1, 2, 3],
      [4, 5, 6, 7],
    ]);
    expect(replicaGroups(8, 4)).toEqual([
      [0, 4],
      [1, 5],
      [2, 6],
      [3, 7],
    ]);
  });

  it('exist only where F divides W', () => {
    expect(() => shardingGroups(8, 3)).toThrow(RangeError);
    expect(() => shardingGroups(8, 0)).toThrow(RangeError);
  });
});

describe('hybridReduce', () => {
  it.each(factors)('at F = %i gives each rank its shard of the sum over all ranks (Eq. 1)', (F) => {
    const gradient = fc.array(fc.integer({ min: -99, max: 99 }), { minLength: 32, maxLength: 32 });
    fc.assert(
      fc.property(fc.array(gradient, { minLength: 16, maxLength: 16 }), (gradients) => {
        const sum = gradients[0]!.map((_, i) => gradients.reduce((total, g) => total + g[i]!, 0));
        hybridReduce(gradients, F).outputs.forEach((output, rank) => {
          const start = (rank % F) * (32 / F);
          expect(output).toEqual(sum.slice(start, start + 32 / F));
        });
      }),
      { numRuns: 20 },
    );
  });
});

describe.each(factors)('the traffic of a step at F = %i of 16', (F) => {
  const [W, G] = [16, 4];

  it('is what each rank sends', () => {
    const { sharding, replicas } = trafficPerRank(M, W, F);
    expect(elementsSent(stepMessages(W, F), W)).toEqual(Array.from({ length: W }, () => sharding + replicas));
  });

  it('leaves the host as computed, where the ring visits the ranks of a host one after another', () => {
    const counted = crossHost(stepMessages(W, F), W, (rank) => Math.floor(rank / G));
    expect(counted).toBeCloseTo(crossHostOnRing(M, W, F, G), 9);
  });
});

describe('the cross-host traffic that the paper prints (Sec. 3.2.2)', () => {
  const [W, G] = [16, 4];
  /** The least lucky placement: every neighbour on the ring is on another host. */
  const scattered = (rank: number) => rank % (W / G);

  it('is 2M(W − 1)/W for replication and 3M(W − 1)/W for full sharding', () => {
    expect(crossHostAsPrinted(M, W, 1, G)).toBe((2 * M * (W - 1)) / W);
    expect(crossHostAsPrinted(M, W, W, G)).toBe((3 * M * (W - 1)) / W);
  });

  it('is what crosses when every link of the ring does', () => {
    for (const F of [1, W]) {
      expect(crossHost(stepMessages(W, F), W, scattered)).toBe(crossHostAsPrinted(M, W, F, G));
    }
  });

  it('is 2M(W − G)/(GW) at F = G by exact count, below the printed 2M(W − 1)/(GW)', () => {
    const exact = crossHost(stepMessages(W, G), W, (rank) => Math.floor(rank / G));
    expect(exact).toBe((2 * M * (W - G)) / (G * W));
    expect(exact).toBe(crossHostAsPrinted(M, W, G, G));
    expect(exact).toBeLessThan((2 * M * (W - 1)) / (G * W));
  });

  it('is G times less for full sharding on a ring that keeps to a host as long as it can', () => {
    expect(crossHostOnRing(M, W, W, G)).toBe(crossHostAsPrinted(M, W, W, G) / G);
  });

  it('is nothing on a single host', () => {
    for (const F of [1, 2, 4]) {
      expect(crossHostOnRing(M, 4, F, 4)).toBe(0);
      expect(crossHostAsPrinted(M, 4, F, 4)).toBe(0);
    }
  });
});

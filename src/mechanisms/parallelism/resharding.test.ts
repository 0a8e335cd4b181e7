import { describe, expect, it } from 'vitest';
import { allGather, allReduce, elementsSent } from './collectives.ts';
import { allGatherTime, allReduceTime } from './mesh-collectives.ts';
import { reshardingSteps, reshardingTable } from './resharding.ts';
import { shardingSpecs, specName, tileOf } from './sharding-spec.ts';
import type { Mesh, ShardingSpec } from './sharding-spec.ts';

const meshes: Mesh[] = [
  { shape: [2, 2], bandwidth: [1, 1] },
  { shape: [4, 2], bandwidth: [1, 1] },
];
const sizes = [16, 16];
const M = 256;

const devicesOf = ({ shape: [n0, n1] }: Mesh): [number, number][] =>
  Array.from({ length: n0 * n1 }, (_, d) => [Math.floor(d / n1), d % n1]);

/** The elements of a 16 × 16 tensor that a device holds, by number. */
function held(spec: ShardingSpec, mesh: Mesh, device: readonly number[]): Set<number> {
  const [rows, columns] = tileOf(spec, sizes, mesh, device);
  const all = Array.from({ length: M }, (_, e) => e);
  return new Set(all.filter((e) => inside(Math.floor(e / 16), rows!) && inside(e % 16, columns!)));
}
const inside = (x: number, { start, end }: { start: number; end: number }): boolean => start <= x && x < end;

/** Witness: the elements that a device lacks, the most over all devices. No way of resharding can send it less. */
const missing = (from: ShardingSpec, to: ShardingSpec, mesh: Mesh): number =>
  Math.max(...devicesOf(mesh).map((d) => held(to, mesh, d).difference(held(from, mesh, d)).size));

describe('sharding specs', () => {
  it('of a matrix on a 2-D mesh are nine (Table 1)', () => {
    const names = shardingSpecs(2, meshes[0]!).map(specName);
    expect(names.toSorted()).toEqual(['RR', 'RS0', 'RS01', 'RS1', 'S01R', 'S0R', 'S0S1', 'S1R', 'S1S0'].toSorted());
  });

  it('of a mesh with a single row are three', () => {
    expect(shardingSpecs(2, { shape: [1, 4], bandwidth: [1, 1] }).map(specName)).toEqual(['RR', 'S1R', 'RS1']);
  });

  it('leave each element on as many devices as are not needed to cut it', () => {
    for (const mesh of meshes) {
      for (const spec of shardingSpecs(2, mesh)) {
        const copies =
          devicesOf(mesh).length / spec.flat().reduce<number>((parts, axis) => parts * mesh.shape[axis], 1);
        const tiles = devicesOf(mesh).map((d) => held(spec, mesh, d));
        for (let e = 0; e < M; e++) expect(tiles.filter((tile) => tile.has(e)).length).toBe(copies);
      }
    }
  });

  it('cut along both mesh axes with axis 0 first', () => {
    const [rows] = tileOf([[0, 1], []], sizes, meshes[1]!, [2, 1]);
    expect(rows).toEqual({ start: 10, end: 12 }); // piece 2·2 + 1 of 8
  });
});

describe('collective times', () => {
  it('are what the ring sends, message by message', () => {
    const inputs = Array.from({ length: 4 }, (_, rank) => Array.from({ length: 32 }, (_, i) => rank + i));
    const line: Mesh = { shape: [1, 4], bandwidth: [1, 1] };
    expect(allReduceTime(32, [1], line)).toBe(elementsSent(allReduce(inputs).messages, 4)[0]);
    const shards = inputs.map((input) => input.slice(0, 8));
    expect(allGatherTime(32, 1, line)).toBe(elementsSent(allGather(shards).messages, 4)[0]);
  });

  it('of a ring over both axes follow the slower link', () => {
    expect(allReduceTime(8, [0, 1], { shape: [2, 2], bandwidth: [1, 10] })).toBe(12);
  });
});

describe('resharding', () => {
  it('costs what Table 2 says in its five cases', () => {
    for (const mesh of meshes) {
      const [n0, n1] = mesh.shape;
      const table = reshardingTable(2, mesh);
      const time = (from: string, to: string): number => M * table.get(from)!.get(to)!.time;
      const sent = (x: number, n: number): number => (x * (n - 1)) / n;
      expect(time('RR', 'S0S1')).toBe(0);
      expect(time('S0R', 'RR')).toBeCloseTo(sent(M, n0)); // all-gather(M, 0)
      expect(time('S0S1', 'S0R')).toBeCloseTo(sent(M / n0, n1)); // all-gather(M/n0, 1)
      expect(time('S0R', 'RS0')).toBeCloseTo(sent(M / n0, n0)); // all-to-all(M/n0, 0)
      expect(time('S0S1', 'S01R')).toBeCloseTo(sent(M / (n0 * n1), n1)); // all-to-all(M/(n0·n1), 1)
    }
  });

  it('sends in one step exactly the elements that a device lacks, from devices of its own group', () => {
    for (const mesh of meshes) {
      for (const from of shardingSpecs(2, mesh)) {
        for (const { axis, to, time } of reshardingSteps(from, mesh)) {
          expect(M * time).toBeCloseTo(missing(from, to, mesh));
          for (const device of devicesOf(mesh)) {
            const group = devicesOf(mesh).filter((other) => other[1 - axis] === device[1 - axis]);
            const within = new Set(group.flatMap((other) => [...held(from, mesh, other)]));
            expect(held(to, mesh, device).isSubsetOf(within)).toBe(true);
          }
        }
      }
    }
  });

  it('leads from every layout to every other, never below what is missing and never above gathering all', () => {
    for (const mesh of meshes) {
      const table = reshardingTable(2, mesh);
      for (const from of shardingSpecs(2, mesh)) {
        for (const to of shardingSpecs(2, mesh)) {
          const { time } = table.get(specName(from))!.get(specName(to))!;
          expect(M * time).toBeGreaterThanOrEqual(missing(from, to, mesh) - 1e-9);
          expect(time).toBeLessThanOrEqual(table.get(specName(from))!.get('RR')!.time + 1e-9);
        }
      }
    }
  });
});

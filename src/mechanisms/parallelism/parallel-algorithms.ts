/**
 * The ways to run a (batched) matrix product on a mesh (Alpa, Table 3). A product is nested loops, written as
 * an einsum: `bik,bkj->bij` sums over k. Every mesh axis takes one loop, so the work is always divided evenly and
 * computation costs the same in all of them; only communication differs (Sec. 4.2).
 */
import { allReduceTime } from './mesh-collectives.ts';
import { cuttingAxes, localShare } from './sharding-spec.ts';
import type { Mesh, MeshAxis, ShardingSpec } from './sharding-spec.ts';

/** The size of each loop: `{ i: 8, j: 16, k: 4 }`. */
export type LoopSizes = Readonly<Record<string, number>>;

export interface ParallelAlgorithm {
  /** The loop that each mesh axis takes: [[0, 'i'], [1, 'k']]. */
  readonly loops: readonly (readonly [axis: MeshAxis, loop: string])[];
  readonly inputs: readonly ShardingSpec[];
  readonly output: ShardingSpec;
  /** The mesh axes whose devices hold different addends of the output, to be all-reduced. */
  readonly reduced: readonly MeshAxis[];
  /** Time of that all-reduce, 0 if there is none. */
  readonly time: number;
}

/** The index letters of an einsum: inputs ['bik', 'bkj'], output 'bij'. */
export function lettersOf(einsum: string): { inputs: string[]; output: string } {
  const [left = '', output = ''] = einsum.split('->');
  return { inputs: left.split(','), output };
}

/** The elements of a tensor with these index letters. */
export const elementsOf = (letters: string, sizes: LoopSizes): number =>
  [...letters].reduce((product, letter) => product * sizes[letter]!, 1);

// #region parallel-algorithms
/** One algorithm for every way to give each mesh axis a loop: 3² for a matrix product on a 2-D mesh, 4² if batched. */
export function parallelAlgorithms(einsum: string, sizes: LoopSizes, mesh: Mesh): ParallelAlgorithm[] {
  const { inputs, output } = lettersOf(einsum);
  const loops = [...new Set(inputs.join(''))];
  const choices = cuttingAxes(mesh).reduce<ParallelAlgorithm['loops'][]>(
    (partial, axis) => partial.flatMap((taken) => loops.map((loop) => [...taken, [axis, loop] as const])),
    [[]],
  );
  return choices.map((taken) => {
    const cut = (letters: string): ShardingSpec =>
      [...letters].map((letter) => taken.flatMap(([axis, loop]) => (loop === letter ? [axis] : [])));
    const reduced = taken.flatMap(([axis, loop]) => (output.includes(loop) ? [] : [axis]));
    const addends = elementsOf(output, sizes) * localShare(cut(output), mesh); // on each device
    const time = allReduceTime(addends, reduced, mesh);
    return { loops: taken, inputs: inputs.map(cut), output: cut(output), reduced, time };
  });
}
// #endregion parallel-algorithms

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makespan } from './schedule.ts';
import { pipelineLatency, slicingWithin, sliceStages, stageTimes, submeshShapes } from './stage-slicing.ts';
import type { SlicingProblem, Stage, Submesh } from './stage-slicing.ts';
import { stageTime } from './stage-time.ts';
import { unequalOneFOneB, unequalTasks } from './unequal-stages.ts';
import { validate } from './validate.ts';

/** Witness: every way to cut the layers and to hand out submeshes so that all devices are used, priced by Eq. (2). */
function allSlicings({ layers: K, cluster, tIntra }: SlicingProblem): Stage[][] {
  const cuts = (first: number): [number, number][][] =>
    first === K
      ? [[]]
      : range(K - first).flatMap((more) =>
          cuts(first + more + 1).map((rest) => [[first, first + more] as [number, number], ...rest]),
        );
  const meshes = (count: number, devices: number): Submesh[][] =>
    count === 0
      ? devices === 0
        ? [[]]
        : []
      : submeshShapes(cluster).flatMap((mesh) =>
          meshes(count - 1, devices - mesh[0] * mesh[1]).map((rest) => [mesh, ...rest]),
        );
  return cuts(0).flatMap((runs) =>
    meshes(runs.length, cluster[0] * cluster[1]).map((given) =>
      runs.map(([first, last], i) => ({
        first,
        last,
        submesh: given[i]!,
        t: tIntra(first, last, given[i]!, runs.length - i),
      })),
    ),
  );
}

const bruteForce = (problem: SlicingProblem): number => {
  const times = allSlicings(problem).map((stages) => stages.map(({ t }) => t));
  return Math.min(
    ...times.filter((each) => each.every(Number.isFinite)).map((each) => pipelineLatency(each, problem.B)),
  );
};

const range = (n: number): number[] => Array.from({ length: n }, (_, i) => i);

/** A problem from layer works, with an all-reduce per layer, and optionally a device too small for some stages. */
function problemOf(works: readonly number[], B: number, cluster: Submesh, memory = Infinity): SlicingProblem {
  const layers = works.map((work) => ({ work, reduced: 0.5 }));
  return {
    layers: works.length,
    cluster,
    B,
    tIntra: (first, last, submesh, s) => {
      const devices = submesh[0] * submesh[1];
      const held = works.slice(first, last + 1).reduce((sum, work) => sum + work, 0) / devices;
      if (held + (s * (last - first + 1)) / devices > memory) return Infinity; // Eq. (5), weights as large as the work
      return stageTime(layers.slice(first, last + 1), submesh, [1 / 8, 1]);
    },
  };
}

const works = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 });
const clusters = fc.constantFrom<Submesh>([1, 1], [1, 2], [1, 4], [2, 2]);
const problems = fc.tuple(works, fc.integer({ min: 1, max: 12 }), clusters, fc.constantFrom(Infinity, 12, 20));

describe('submesh shapes', () => {
  it('are powers of two within a machine and whole machines beyond (Sec. 5.2)', () => {
    expect(submeshShapes([3, 8])).toEqual([
      [1, 1],
      [1, 2],
      [1, 4],
      [1, 8],
      [2, 8],
      [3, 8],
    ]);
  });
});

describe('pipeline latency', () => {
  it('is 10 for stages of 1, 1, 2 and four micro-batches, and 8 if they were equal', () => {
    expect(pipelineLatency([1, 1, 2], 4)).toBe(10);
    expect(pipelineLatency([4 / 3, 4 / 3, 4 / 3], 4)).toBeCloseTo(8);
  });

  it('is the length of the 1F1B schedule if the last stage is the slowest', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 1, max: 9 }),
        (times, B) => {
          const ordered = [...times.slice(0, -1), Math.max(...times)];
          expect(lengthOf(ordered, B)).toBeCloseTo(pipelineLatency(ordered, B));
        },
      ),
    );
  });

  it('never falls short of the 1F1B schedule, whichever stage is the slowest', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 1, max: 12 }),
        (times, B) => {
          expect(lengthOf(times, B)).toBeLessThanOrEqual(pipelineLatency(times, B) + 1e-9);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('comes from schedules that run every task once and in order', () => {
    const stages = [3, 1, 2].map((t) => ({ tF: t, tB: 2 * t }));
    expect(validate(unequalTasks(stages, 5), unequalOneFOneB(stages, 5))).toEqual([]);
  });
});

/** The 1F1B schedule with a backward twice as long as the forward. */
const lengthOf = (times: readonly number[], B: number): number =>
  makespan(
    unequalOneFOneB(
      times.map((t) => ({ tF: t / 3, tB: (2 * t) / 3 })),
      B,
    ).jobs,
  );

describe('stage slicing', () => {
  it('finds the least latency among all slicings, with and without a memory limit', () => {
    fc.assert(
      fc.property(problems, ([works, B, cluster, memory]) => {
        const problem = problemOf(works, B, cluster, memory);
        const least = bruteForce(problem);
        if (least === Infinity) expect(() => sliceStages(problem)).toThrow(RangeError);
        else expect(sliceStages(problem).latency).toBeCloseTo(least);
      }),
    );
  });

  it('returns stages that have the latency it reports and use every layer and device once', () => {
    fc.assert(
      fc.property(works, fc.integer({ min: 1, max: 12 }), (works, B) => {
        const { stages, latency } = sliceStages(problemOf(works, B, [2, 4]));
        expect(
          pipelineLatency(
            stages.map(({ t }) => t),
            B,
          ),
        ).toBeCloseTo(latency);
        expect(stages.flatMap(({ first, last }) => range(last - first + 1).map((i) => first + i))).toEqual(
          range(works.length),
        );
        expect(stages.reduce((sum, { submesh: [n, m] }) => sum + n * m, 0)).toBe(8);
      }),
    );
  });

  it('loses nothing by stopping where B·t_max exceeds the best', () => {
    fc.assert(
      fc.property(problems, ([works, B, cluster]) => {
        const problem = problemOf(works, B, cluster);
        const all = stageTimes(problem).map(
          (tMax) => (slicingWithin(problem, tMax)?.total ?? Infinity) + (B - 1) * tMax,
        );
        expect(sliceStages(problem).latency).toBeCloseTo(Math.min(...all));
      }),
    );
  });

  it('never chooses a slower bottleneck for more micro-batches', () => {
    fc.assert(
      fc.property(works, (works) => {
        const slowest = [1, 2, 4, 8, 16].map((B) =>
          Math.max(...sliceStages(problemOf(works, B, [2, 4])).stages.map(({ t }) => t)),
        );
        expect(slowest).toEqual(slowest.toSorted((a, b) => b - a));
      }),
    );
  });

  it('gives equal layers equal stages, and beats them strictly where layers differ (Sec. 8.3)', () => {
    const equalLayers = (works: readonly number[]) => {
      const { tIntra } = problemOf(works, 8, [2, 4]);
      return pipelineLatency(
        [0, 2, 4, 6].map((first) => tIntra(first, first + 1, [1, 2], 1)),
        8,
      );
    };
    const [uniform, uneven] = [range(8).map(() => 4), [2, 2, 2, 2, 4, 4, 8, 8]];
    expect(sliceStages(problemOf(uniform, 8, [2, 4])).latency).toBeCloseTo(equalLayers(uniform));
    expect(sliceStages(problemOf(uneven, 8, [2, 4])).latency).toBeLessThan(equalLayers(uneven));
  });
});

/** The eight layers of the page's inter-operator sections, on two machines of four cards. */
import { makespan, type Schedule } from '#mechanisms/pipeline/schedule.ts';
import { stageTime } from '#mechanisms/pipeline/stage-time.ts';
import {
  pipelineLatency,
  sliceStages,
  type SlicingProblem,
  type Stage,
  type Submesh,
} from '#mechanisms/pipeline/stage-slicing.ts';
import { unequalOneFOneB } from '#mechanisms/pipeline/unequal-stages.ts';

export const works = [2, 2, 2, 2, 4, 4, 8, 8];
export const cluster: Submesh = [2, 4];
export const B = 4;
const layers = works.map((work) => ({ work, reduced: 0.5 }));

/** Time of layers first … last (from 0) on a submesh; between machines links are eight times as slow. */
export const time = (first: number, last: number, submesh: Submesh): number =>
  stageTime(layers.slice(first, last + 1), submesh, [1 / 8, 1]);

export const problem = (microBatches: number): SlicingProblem => ({
  layers: works.length,
  cluster,
  B: microBatches,
  tIntra: time,
});

export const sliced = sliceStages(problem(B));

/** Stages of as many layers each, on submeshes of one shape. */
export function equalLayers(stages: number, submesh: Submesh): Stage[] {
  const size = works.length / stages;
  return Array.from({ length: stages }, (_, i) => {
    const [first, last] = [i * size, (i + 1) * size - 1];
    return { first, last, submesh, t: time(first, last, submesh) };
  });
}

export const timesOf = (stages: readonly Stage[]): number[] => stages.map(({ t }) => t);
export const latencyOf = (stages: readonly Stage[], microBatches = B): number =>
  pipelineLatency(timesOf(stages), microBatches);

/** The stages in 1F1B, a backward twice as long as its forward. */
export const scheduleOf = (stages: readonly Stage[]): Schedule =>
  unequalOneFOneB(
    stages.map(({ t }) => ({ tF: t / 3, tB: (2 * t) / 3 })),
    B,
  );
export const simulated = (stages: readonly Stage[]): number => makespan(scheduleOf(stages).jobs);

/** The stage that each card of the cluster works for, row by row: stages take cards in order. */
export const stageOfCard: number[] = sliced.stages.flatMap(({ submesh: [n, m] }, stage) =>
  Array.from({ length: n * m }, () => stage),
);

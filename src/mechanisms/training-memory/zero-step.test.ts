import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Matrix } from '#mechanisms/numeric/matrix.ts';
import { createRandom } from '#mechanisms/numeric/random.ts';
import { sizeOf } from '#mechanisms/parallelism/partition.ts';
import { isSharded, modelStateBytes, shardMap } from './memory.ts';
import type { Stage } from './memory.ts';
import type { Batch } from './perceptron.ts';
import { bytesPerParameter, kinds, precisionRecipes } from './precision-recipes.ts';
import { memoryTimeline, peakBytes, volumePerRank } from './step-trace.ts';
import { startTraining, trainedLayers } from './zero-training.ts';
import type { ZeroTraining } from './zero-training.ts';
import { zeroStep } from './zero-step.ts';
import type { ZeroStep } from './zero-step.ts';

const settings = { learningRate: 0.01, beta1: 0.9, beta2: 0.999, epsilon: 1e-8 };
const recipe = precisionRecipes['mixed-precision-adam'];
const stages = [0, 1, 2, 3] as const;

interface Workload {
  readonly layers: Matrix[];
  readonly Nd: number;
  /** [step][rank] */
  readonly batches: Batch[][];
}

/** A random model of the given layer widths, and mini-batches of two examples for N_d ranks and three steps. */
function workload(widths: readonly number[], Nd: number, seed: number): Workload {
  const random = createRandom(seed);
  const normal = (rows: number, cols: number): Matrix => Matrix.from(rows, cols, random.normal);
  const layers = widths.slice(1).map((cols, layer) => normal(widths[layer]!, cols));
  const batch = (): Batch => ({ x: normal(2, widths[0]!), y: normal(2, widths.at(-1)!) });
  const batches = Array.from({ length: 3 }, () => Array.from({ length: Nd }, batch));
  return { layers, Nd, batches };
}

/** Widths 1–5 of two to four layers and 1–6 ranks: mostly ragged, and often with fewer elements than ranks. */
const workloads = fc
  .tuple(
    fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 3, maxLength: 5 }),
    fc.integer({ min: 1, max: 6 }),
    fc.integer(),
  )
  .map(([widths, Nd, seed]) => workload(widths, Nd, seed));

function runSteps({ layers, Nd, batches }: Workload, stage: Stage): { training: ZeroTraining; steps: ZeroStep[] } {
  let training = startTraining(layers, Nd, stage);
  const steps = batches.map((perRank) => {
    const step = zeroStep(training, perRank, settings);
    training = step.training;
    return step;
  });
  return { training, steps };
}

/**
 * The witness: one process, all examples of all ranks in one batch, gradients and Adam written out example by example
 * and element by element, with none of the code under test.
 */
function trainOnOneProcess({ layers, batches }: Workload): { weights: number[][][]; losses: number[] } {
  const W = layers.map((layer) => layer.toRows());
  const zeros = (): number[][][] => W.map((layer) => layer.map((row) => row.map(() => 0)));
  const [m, v] = [zeros(), zeros()];
  const losses = batches.map((perRank, step) => {
    const examples = perRank.flatMap(({ x, y }) => x.toRows().map((row, i) => ({ x: row, y: y.row(i) })));
    const g = zeros();
    let loss = 0;
    for (const { x, y } of examples) {
      const a = [x];
      for (const layer of W) {
        const input = a.at(-1)!;
        a.push(layer[0]!.map((_, j) => Math.tanh(input.reduce((z, value, i) => z + value * layer[i]![j]!, 0))));
      }
      let d = a.at(-1)!.map((out, j) => out - y[j]!);
      loss += d.reduce((sum, e) => sum + e * e, 0) / 2 / examples.length;
      for (let l = W.length - 1; l >= 0; l--) {
        const dz = d.map((dj, j) => dj * (1 - a[l + 1]![j]! ** 2));
        a[l]!.forEach((ai, i) => dz.forEach((dzj, j) => (g[l]![i]![j]! += (ai * dzj) / examples.length)));
        d = W[l]!.map((row) => row.reduce((sum, w, j) => sum + w * dz[j]!, 0));
      }
    }
    W.forEach((layer, l) =>
      layer.forEach((row, i) =>
        row.forEach((_, j) => {
          const gradient = g[l]![i]![j]!;
          m[l]![i]![j] = 0.9 * m[l]![i]![j]! + 0.1 * gradient;
          v[l]![i]![j] = 0.999 * v[l]![i]![j]! + 0.001 * gradient ** 2;
          const mHat = m[l]![i]![j]! / (1 - 0.9 ** (step + 1));
          const vHat = v[l]![i]![j]! / (1 - 0.999 ** (step + 1));
          row[j]! -= (0.01 * mHat) / (Math.sqrt(vHat) + 1e-8);
        }),
      ),
    );
    return loss;
  });
  return { weights: W, losses };
}

describe.each(stages)('a step at stage %i', (stage) => {
  it('trains as one process does on the batches of all ranks, to 1e-12 after three steps', () => {
    fc.assert(
      fc.property(workloads, (work) => {
        const { training, steps } = runSteps(work, stage);
        const { weights, losses } = trainOnOneProcess(work);
        trainedLayers(training).forEach((layer, l) => {
          expect(layer.distance(Matrix.of(weights[l]!))).toBeLessThan(1e-12);
        });
        steps.forEach(({ loss }, i) => expect(Math.abs(loss - losses[i]!)).toBeLessThan(1e-12));
      }),
      // Adam divides by √v: a gradient that cancels to about 1e-9 would magnify rounding, so the cases are fixed.
      { seed: 1 },
    );
  });

  it('leaves every rank with the slices of the shard map, and identical copies of what is replicated', () => {
    fc.assert(
      fc.property(workloads, (work) => {
        const { ranks } = runSteps(work, stage).training;
        work.layers.forEach((W, layer) => {
          const map = shardMap(W.rows * W.cols, work.Nd, stage);
          ranks.forEach(({ parameters, optimizer }, rank) => {
            expect(parameters[layer]).toHaveLength(sizeOf(map[rank]!.parameters));
            expect(optimizer[layer]!.p32).toHaveLength(sizeOf(map[rank]!.optimizerStates));
            if (!isSharded(stage, 'parameters')) expect(parameters[layer]).toEqual(ranks[0]!.parameters[layer]);
          });
        });
      }),
    );
  });

  it(`sends ${stage === 3 ? 3 : 2}Ψ(N_d − 1) elements in all, however ragged the shards`, () => {
    fc.assert(
      fc.property(workloads, (work) => {
        const psi = work.layers.reduce((sum, { rows, cols }) => sum + rows * cols, 0);
        for (const { trace } of runSteps(work, stage).steps) {
          const sent = volumePerRank(trace, work.Nd).reduce((a, b) => a + b);
          expect(sent).toBe((stage === 3 ? 3 : 2) * psi * (work.Nd - 1));
        }
      }),
    );
  });

  it(`sends exactly ${stage === 3 ? 3 : 2}Ψ(N_d − 1)/N_d elements from every rank where N_d divides each layer`, () => {
    const work = workload([4, 6, 2, 8], 4, 5);
    const psi = 24 + 12 + 16;
    const volume = volumePerRank(runSteps(work, stage).steps[0]!.trace, 4);
    expect(volume).toEqual(Array.from({ length: 4 }, () => ((stage === 3 ? 3 : 2) * psi * 3) / 4));
  });

  it('holds of each kind what the shard map gives the rank, at the peak', () => {
    fc.assert(
      fc.property(workloads, (work) => {
        const { trace } = runSteps(work, stage).steps[0]!;
        const maps = work.layers.map(({ rows, cols }) => shardMap(rows * cols, work.Nd, stage));
        for (let rank = 0; rank < work.Nd; rank++) {
          for (const kind of kinds) {
            const elements = maps.reduce((sum, map) => sum + sizeOf(map[rank]![kind]), 0);
            expect(peakBytes(trace, rank)[kind]).toBe(elements * bytesPerParameter(recipe)[kind]);
          }
        }
      }),
    );
  });

  it('holds exactly the bytes of the formula where N_d divides each layer', () => {
    const { trace } = runSteps(workload([4, 6, 2, 8], 4, 5), stage).steps[0]!;
    expect(peakBytes(trace, 2)).toMatchObject(modelStateBytes(24 + 12 + 16, { recipe, stage, Nd: 4 }));
  });

  it('gives back all temporary memory and gradients, and never more than it took', () => {
    fc.assert(
      fc.property(workloads, (work) => {
        const { trace } = runSteps(work, stage).steps[0]!;
        for (let rank = 0; rank < work.Nd; rank++) {
          const timeline = memoryTimeline(trace, rank);
          expect(timeline.at(-1)).toMatchObject({ temporary: 0, gradients: 0 });
          for (const held of timeline) expect(Math.min(...Object.values(held))).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });
});

describe('temporary buffers, which the formulas leave out,', () => {
  const work = workload([4, 6, 2, 8], 4, 5); // layers of ψ = 24, 12 and 16
  const temporary = (stage: Stage): number => peakBytes(runSteps(work, stage).steps[0]!.trace, 0).temporary;

  it('are none at stages 0 and 1, which keep whole gradients and parameters anyway', () => {
    expect([temporary(0), temporary(1)]).toEqual([0, 0]);
  });

  it('are one layer’s gradient at stage 2, and one layer’s parameters and gradient at stage 3', () => {
    expect(temporary(2)).toBe(2 * 24);
    expect(temporary(3)).toBe((2 + 2) * 24);
  });
});

describe('the collectives of a step', () => {
  it.each([
    [0, ['all-reduce gradients 0', 'all-reduce gradients 1']],
    [
      1,
      [
        'reduce-scatter gradients 0',
        'reduce-scatter gradients 1',
        'all-gather parameters 0',
        'all-gather parameters 1',
      ],
    ],
    [
      2,
      [
        'reduce-scatter gradients 1',
        'reduce-scatter gradients 0',
        'all-gather parameters 0',
        'all-gather parameters 1',
      ],
    ],
    [
      3,
      [
        'all-gather parameters 0',
        'all-gather parameters 1',
        'all-gather parameters 1',
        'reduce-scatter gradients 1',
        'all-gather parameters 0',
        'reduce-scatter gradients 0',
      ],
    ],
  ] as const)('at stage %i are those of the paper, in its order', (stage, expected) => {
    const { trace } = runSteps(workload([3, 2, 2], 3, 9), stage).steps[0]!;
    const seen = trace.flatMap((event) =>
      event.type === 'collective' ? [`${event.operation} ${event.carries} ${event.layer}`] : [],
    );
    expect(seen).toEqual(expected);
  });
});

describe('zeroStep throws', () => {
  const { layers, batches } = workload([2, 2], 2, 1);
  const [first, second] = batches[0]!;
  const smaller: Batch = { x: second!.x.sliceRows(0, 1), y: second!.y.sliceRows(0, 1) };

  it.each([
    ['without a mini-batch for each rank', [first!]],
    ['on mini-batches of different sizes', [first!, smaller]],
  ])('%s', (_, perRank) => {
    expect(() => zeroStep(startTraining(layers, 2, 1), perRank, settings)).toThrow(RangeError);
  });

  it('where there is no rank to train on', () => {
    expect(() => startTraining(layers, 0, 1)).toThrow(RangeError);
  });
});

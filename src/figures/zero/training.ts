import { Matrix } from '#mechanisms/numeric/matrix.ts';
import { createRandom } from '#mechanisms/numeric/random.ts';
import type { Stage } from '#mechanisms/training-memory/memory.ts';
import { zeroStep, type ZeroStep } from '#mechanisms/training-memory/zero-step.ts';
import { startTraining } from '#mechanisms/training-memory/zero-training.ts';

/** The small training run of this page's figures: four ranks, four layers of 16 × 16. */
export const RANKS = 4;
const WIDTH = 16;
const LAYERS = 4;

/** Parameters of that network, Ψ. */
export const PSI = LAYERS * WIDTH * WIDTH;

/** One real step of it at a stage. */
export function stepAt(stage: Stage): ZeroStep {
  const random = createRandom(3);
  const draw = (rows: number, cols: number) => Matrix.from(rows, cols, () => random.normal());
  const layers = Array.from({ length: LAYERS }, () => draw(WIDTH, WIDTH));
  const batches = Array.from({ length: RANKS }, () => ({ x: draw(2, WIDTH), y: draw(2, WIDTH) }));
  return zeroStep(startTraining(layers, RANKS, stage), batches, {
    learningRate: 0.01,
    beta1: 0.9,
    beta2: 0.999,
    epsilon: 1e-8,
  });
}

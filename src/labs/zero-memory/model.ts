import { Matrix } from '#mechanisms/numeric/matrix.ts';
import { createRandom } from '#mechanisms/numeric/random.ts';
import {
  largestModel,
  modelStateBytes,
  shardMap,
  totalBytes,
  zeroStages,
  type Stage,
} from '#mechanisms/training-memory/memory.ts';
import { optimizerMultiplier, precisionRecipes, type Kind } from '#mechanisms/training-memory/precision-recipes.ts';
import { volumePerRank } from '#mechanisms/training-memory/step-trace.ts';
import { zeroStep } from '#mechanisms/training-memory/zero-step.ts';
import { startTraining } from '#mechanisms/training-memory/zero-training.ts';

export type RecipeName = 'mixed-precision-adam' | 'bf16-adam' | 'fp32-adam';

export interface Setting {
  /** Billions of parameters. */
  psi: number;
  Nd: number;
  recipe: RecipeName;
  /** GB of memory on a GPU. */
  memory: number;
}

/** Cells by which the figure draws a whole kind of states. */
export const CELLS = 16;

export interface StageResult {
  stage: Stage;
  bytes: Record<Kind, number>;
  total: number;
  fits: boolean;
  /** Parameters of the largest model whose states fit. */
  largest: number;
  /** Elements that a rank sends in a step, per parameter. */
  volume: number;
  /** Cells of each kind that rank 0 holds, of CELLS. */
  held: Record<Kind, number>;
}

/** Memory at every stage for one setting, and the volume counted from a real step. */
export function measure({ psi, Nd, recipe, memory }: Setting): { K: number; stages: StageResult[] } {
  const format = precisionRecipes[recipe];
  const stages = zeroStages.map(({ stage }): StageResult => {
    const setup = { recipe: format, stage, Nd };
    const bytes = modelStateBytes(psi * 1e9, setup);
    const total = totalBytes(bytes);
    return {
      stage,
      bytes,
      total,
      fits: total <= memory * 1e9,
      largest: largestModel(memory * 1e9, setup),
      volume: volumeOf(stage, Nd),
      held: heldCells(stage, Nd),
    };
  });
  return { K: optimizerMultiplier(format), stages };
}

function heldCells(stage: Stage, Nd: number): Record<Kind, number> {
  const slices = shardMap(CELLS * Nd, Nd, stage)[0]!;
  const cells = (kind: Kind) => ((slices[kind].end - slices[kind].start) / (CELLS * Nd)) * CELLS;
  return { parameters: cells('parameters'), gradients: cells('gradients'), optimizerStates: cells('optimizerStates') };
}

/** The ring's count is exact for its own number of ranks, 2(N − 1)/N of Ψ and so on; more than this many tell nothing new. */
const RANKS = 4;
const counted = new Map<string, number>();

/** Elements sent by rank 0 in one step of a two-layer network on the ring, per parameter. */
function volumeOf(stage: Stage, Nd: number): number {
  const ranks = Math.min(Nd, RANKS);
  const key = `${stage}/${ranks}`;
  const known = counted.get(key);
  if (known !== undefined) return known;
  const random = createRandom(5);
  const draw = (rows: number, cols: number) => Matrix.from(rows, cols, () => random.normal());
  const layers = [draw(4, 8), draw(8, 4)];
  const batches = Array.from({ length: ranks }, () => ({ x: draw(2, 4), y: draw(2, 4) }));
  const settings = { learningRate: 0.01, beta1: 0.9, beta2: 0.999, epsilon: 1e-8 };
  const { trace } = zeroStep(startTraining(layers, ranks, stage), batches, settings);
  const volume = volumePerRank(trace, ranks)[0]! / layers.reduce((sum, W) => sum + W.rows * W.cols, 0);
  counted.set(key, volume);
  return volume;
}

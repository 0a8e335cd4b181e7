import { a100, onClock, type Device, type Timed } from '#mechanisms/attention/clock.ts';
import { flashAttention, type FlashStep, type Tile } from '#mechanisms/attention/flash.ts';
import { causal, everything } from '#mechanisms/attention/masks.ts';
import { standardAttention, type StandardStep } from '#mechanisms/attention/standard.ts';
import { blockSizes } from '#mechanisms/attention/tiling.ts';
import { total, traffic } from '#mechanisms/attention/work.ts';
import { Matrix } from '#mechanisms/numeric/matrix.ts';
import { createRandom } from '#mechanisms/numeric/random.ts';

export const N = 16;
export const d = 4;

/** A100's ratio of arithmetic to bandwidth, in units of one element moved. */
const clock: Device = { bandwidth: 1, elementBytes: 1, peak: a100.peak / (a100.bandwidth / a100.elementBytes) };

/** One visit of a query block by a key block, and the clock when it ends. */
export interface Visit {
  tile: Tile;
  end: number;
  /** Elements moved so far, this visit included. */
  moved: number;
}

/** Runs both algorithms on the same small matrices and puts them on one clock. */
export function run({ M, causal: masked }: { M: number; causal: boolean }) {
  const random = createRandom(11);
  const [Q, K, V] = [0, 1, 2].map(() => Matrix.from(N, d, () => random.normal())) as [Matrix, Matrix, Matrix];
  const mask = masked ? causal : everything;
  const sizes = blockSizes(M, d);
  const standard = [...onClock(standardAttention(Q, K, V, masked ? { mask } : {}), clock)];
  const flash = [...onClock(flashAttention(Q, K, V, { ...sizes, mask }), clock)];
  const visits = visitsOf(flash);
  const exact = standard.at(-1)!.step.result;
  return {
    sizes,
    standard,
    visits,
    /** Moments to stop the clock at: the end of each visit, then the ends of what standard attention still has to do. */
    moments: [
      0,
      ...visits.map((v) => v.end),
      ...standard.map((s) => s.end).filter((end) => end > (visits.at(-1)?.end ?? 0)),
    ],
    work: { standard: total(standard.map((s) => s.step)), flash: total(flash.map((s) => s.step)) },
    error: exact.distance(visits.length > 0 ? outputOf(visits) : exact),
    movedAt: (time: number) => ({ standard: movedBy(standard, time), flash: movedBy(flash, time) }),
    skipped: flash.flatMap(({ step }) => (step.kind === 'skip' ? [{ i: step.i, j: step.j }] : [])),
  };
}

export type Run = ReturnType<typeof run>;

function visitsOf(flash: readonly Timed<FlashStep>[]): Visit[] {
  let moved = 0;
  return flash.flatMap(({ step, end }) => {
    moved += traffic(step);
    return step.kind === 'write-statistics' ? [{ tile: step.tile, end, moved }] : [];
  });
}

/** The output as the last visit of each query block left it. */
function outputOf(visits: readonly Visit[]): Matrix {
  const last = new Map(visits.map((v) => [v.tile.i, v.tile]));
  const blocks = [...last.values()].sort((a, b) => a.i - b.i);
  return Matrix.of(blocks.flatMap((tile) => tile.after.O.toRows()));
}

/** Elements moved by `time`; a step under way counts for its share. */
function movedBy(steps: readonly Timed<FlashStep | StandardStep>[], time: number): number {
  return steps.reduce((sum, { step, start, moved }) => {
    const share = moved > start ? Math.min(1, Math.max(0, (time - start) / (moved - start))) : 1;
    return sum + traffic(step) * (time >= start ? share : 0);
  }, 0);
}

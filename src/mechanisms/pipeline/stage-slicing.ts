/**
 * Alpa's inter-operator pass (Sec. 5): cut K layers into consecutive stages and give each a submesh of the cluster, so
 * that a batch of B micro-batches is done soonest. Left out, as in the paper: the transfers between stages. Which
 * physical devices a submesh gets is not decided here; shapes of these two families always tile the cluster (App. A).
 */

/** n machines (rows of the cluster) by m devices. */
export type Submesh = readonly [n: number, m: number];

export interface SlicingProblem {
  /** K. */
  readonly layers: number;
  /** N machines of M devices each, M a power of two. */
  readonly cluster: Submesh;
  /** Micro-batches. */
  readonly B: number;
  /**
   * Time of layers first … last (from 0) on a submesh, forward and backward, as the s-th stage counted from the end; a
   * stage keeps the activations of s micro-batches in 1F1B. Infinity where they do not fit (Eq. 5).
   */
  readonly tIntra: (first: number, last: number, submesh: Submesh, s: number) => number;
}

export interface Stage {
  readonly first: number;
  readonly last: number;
  readonly submesh: Submesh;
  readonly t: number;
}

export interface Slicing {
  readonly stages: readonly Stage[];
  /** T*. */
  readonly latency: number;
  /** The bounds tried, ascending, each with the latency that Eq. (4) gives for it (Infinity: no slicing obeys it). */
  readonly tried: readonly { readonly tMax: number; readonly latency: number }[];
}

/** (1, 1), (1, 2), (1, 4), … (1, M), then (2, M), … (N, M): Sec. 5.2. */
export function submeshShapes([N, M]: Submesh): Submesh[] {
  const withinOne = Array.from({ length: Math.log2(M) + 1 }, (_, e): Submesh => [1, 2 ** e]);
  return [...withinOne, ...Array.from({ length: N - 1 }, (_, i): Submesh => [i + 2, M])];
}

/** Eq. (2): the first micro-batch goes through all stages, then the slowest stage sets the pace for the other B − 1. */
export function pipelineLatency(times: readonly number[], B: number): number {
  return times.reduce((sum, t) => sum + t, 0) + (B - 1) * Math.max(...times);
}

/** Stages for the last of the layers, and their total time. */
interface Tail {
  readonly total: number;
  readonly stages: readonly Stage[];
}

// #region stage-program
/** Eq. (3): the least total time in which no stage takes longer than tMax and all devices are used. */
export function slicingWithin({ layers: K, cluster, tIntra }: SlicingProblem, tMax: number): Tail | undefined {
  const [devices, shapes] = [cluster[0] * cluster[1], submeshShapes(cluster)];
  // F[s][k][d]: layers k … K−1 as s stages on exactly d devices
  const F = range(K + 1).map(() => range(K + 1).map((): (Tail | undefined)[] => []));
  F[0]![K]![0] = { total: 0, stages: [] };
  for (let s = 1; s <= K; s++) {
    for (let k = K - s; k >= 0; k--) {
      for (const submesh of shapes) {
        for (let i = k; i < K; i++) {
          const t = tIntra(k, i, submesh, s);
          if (t > tMax) continue;
          for (let d = submesh[0] * submesh[1]; d <= devices; d++) {
            const rest = F[s - 1]![i + 1]![d - submesh[0] * submesh[1]];
            if (!rest || t + rest.total >= (F[s]![k]![d]?.total ?? Infinity)) continue;
            F[s]![k]![d] = { total: t + rest.total, stages: [{ first: k, last: i, submesh, t }, ...rest.stages] };
          }
        }
      }
    }
  }
  const whole = F.flatMap((byStage) => byStage[0]![devices] ?? []);
  return whole.length === 0 ? undefined : whole.reduce((least, next) => (next.total < least.total ? next : least));
}
// #endregion stage-program

// #region bottleneck
/**
 * Eq. (4): every time that a stage can take is tried as the bound tMax, from the smallest up, until B·tMax alone
 * exceeds the best. Throws a RangeError if nothing fits.
 */
export function sliceStages(problem: SlicingProblem): Slicing {
  const { B } = problem;
  const tried: { tMax: number; latency: number }[] = [];
  let best: { stages: readonly Stage[]; latency: number } = { stages: [], latency: Infinity };
  for (const tMax of stageTimes(problem)) {
    if (B * tMax >= best.latency) break;
    const found = slicingWithin(problem, tMax);
    const latency = found ? found.total + (B - 1) * tMax : Infinity;
    tried.push({ tMax, latency });
    if (found && latency < best.latency) best = { stages: found.stages, latency };
  }
  if (best.stages.length === 0) throw new RangeError('no slicing fits this cluster');
  return { ...best, tried };
}
// #endregion bottleneck

/** Every finite time that some run of layers takes on some submesh, ascending, once each. */
export function stageTimes({ layers: K, cluster, tIntra }: SlicingProblem): number[] {
  const times = submeshShapes(cluster).flatMap((submesh) =>
    range(K).flatMap((first) =>
      range(K).flatMap((last) =>
        last < first ? [] : range(K - last).map((after) => tIntra(first, last, submesh, after + 1)),
      ),
    ),
  );
  return [...new Set(times.filter(Number.isFinite))].sort((a, b) => a - b);
}

const range = (n: number): number[] => Array.from({ length: n }, (_, i) => i);

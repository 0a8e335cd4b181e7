/** The small models that this page trains and times; all figures and numbers of the page come from here. */
import { Matrix } from '#mechanisms/numeric/matrix.ts';
import { createRandom } from '#mechanisms/numeric/random.ts';
import { layOut, shard, type Parameter } from '#mechanisms/parallelism/flat-parameter.ts';
import { fsdpTimeline, type FsdpJob, type FsdpUnit, type IssuePolicy } from '#mechanisms/pipeline/fsdp-timeline.ts';
import { wrap } from '#mechanisms/training-memory/fsdp-model.ts';
import { fsdpStep, type FsdpOptions, type FsdpStep } from '#mechanisms/training-memory/fsdp-step.ts';

interface Setup {
  widths: readonly number[];
  units: readonly number[];
  W: number;
  F?: number;
  microBatches?: number;
  options?: FsdpOptions;
}

/** One real step of a small network with the given widths of its layers, wrapped into units over F of W ranks. */
export function stepOf({ widths, units, W, F = W, microBatches = 1, options = {} }: Setup): FsdpStep {
  const random = createRandom(7);
  const draw = (rows: number, cols: number) => Matrix.from(rows, cols, random.normal);
  const layers = widths.slice(1).map((cols, layer) => draw(widths[layer]!, cols));
  const batch = () => ({ x: draw(1, widths[0]!), y: draw(1, widths.at(-1)!) });
  const batches = Array.from({ length: microBatches }, () => Array.from({ length: W }, batch));
  return fsdpStep(
    wrap(layers, units, W, F),
    batches,
    { learningRate: 0.01, beta1: 0.9, beta2: 0.999, epsilon: 1e-8 },
    options,
  );
}

/** The hero: three units of 16, 8 and 8 elements over four ranks. */
export const hero = stepOf({ widths: [4, 4, 2, 4], units: [1, 1, 1], W: 4 });

/** nn.Linear(4, 3) as in Fig. 3: 3 × 4 weights and 3 biases, numbered from 1. */
export const linear: readonly Parameter[] = [
  { name: 'weight', shape: [3, 4], values: Array.from({ length: 12 }, (_, i) => i + 1) },
  { name: 'bias', shape: [3], values: [13, 14, 15] },
];
export const flatOver = (F: number) => {
  const layout = layOut(linear, F);
  return { layout, shards: shard(linear, layout) };
};

/** Eight layers of 8 × 8 over four ranks, wrapped into N units of as many layers each. */
export const LAYERS = 8;
export const M = LAYERS * 64;
export const RANKS = 4;
export function wrappedInto(N: number, more: Pick<Setup, 'microBatches' | 'options'> = {}) {
  const { model, ledger } = stepOf({
    widths: Array.from({ length: LAYERS + 1 }, () => 8),
    units: Array.from({ length: N }, () => LAYERS / N),
    W: RANKS,
    ...more,
  });
  const { messages } = ledger.collectives[0]!;
  return {
    psi: model.units[0]!.psi,
    shards: M / RANKS,
    peak: ledger.peakParameters(),
    gathered: ledger.peakParameters() - M / RANKS,
    gradients: ledger.peak((moment) => moment.wholeGradients.map((whole, u) => whole + moment.gradientShards[u]!)),
    collectives: ledger.collectives.length,
    messageSize: messages[0]!.elements.length,
    messages: ledger.messages().length / RANKS,
    sent: ledger.sent()[0]!,
  };
}

/** Four equal units on a rank's two streams. */
export const unit: FsdpUnit = { psi: 1, gather: 1, forward: 2, backward: 4, reduce: 1 };
export const UNITS = 4;
export const timeline = (policy: Partial<IssuePolicy>, N = UNITS, one = unit): FsdpJob[] =>
  fsdpTimeline(
    Array.from({ length: N }, () => one),
    { prefetch: true, limit: Infinity, issueTime: 0, ...policy },
  );

/** Eight units, issued by a CPU that is fast but not infinitely so: the rate limiter's figure. */
export const MANY = 8;
export const manyUnits = Array.from({ length: MANY }, () => unit);
export const limitedTo = (limit: number): FsdpJob[] =>
  fsdpTimeline(manyUnits, { prefetch: true, limit, issueTime: 0.1 });

/** The same with a third unit that is slow to gather: here the limiter costs time. */
export const unevenUnits = manyUnits.map((one, i) => (i === 2 ? { ...one, gather: 8 } : one));
export const unevenLimitedTo = (limit: number): FsdpJob[] =>
  fsdpTimeline(unevenUnits, { prefetch: true, limit, issueTime: 0.1 });

/** Hybrid sharding: 64 ranks on hosts of 8. */
export const W = 64;
export const G = 8;
export const factors = [1, 2, 4, 8, 16, 32, 64];

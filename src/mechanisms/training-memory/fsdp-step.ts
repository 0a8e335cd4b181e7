/**
 * A training step of FSDP executed on real numbers by W simulated ranks (Zhao et al., PVLDB 2023, Sec. 3): units gather,
 * compute, free; gradients are reduced to shards; Adam runs on shards. Thanks to the padding all ranks hold the same
 * number of elements at every moment, so that one ledger serves for all.
 *
 * Modelled: hybrid sharding at any F, resharding after the forward pass or not, gradient accumulation with and without
 * communication. Left out: rounding, activations, time (see the timeline), and that real FSDP keeps the unit that ends
 * the forward pass, as the backward pass begins with it.
 */
import type { Matrix } from '#mechanisms/numeric/matrix.ts';
import { allGather } from '#mechanisms/parallelism/collectives.ts';
import type { FlatLayout } from '#mechanisms/parallelism/flat-parameter.ts';
import { hybridReduce, inGroups, shardingGroups } from '#mechanisms/parallelism/hybrid-sharding.ts';
import { adamStep } from './adam.ts';
import type { AdamSettings, AdamStates } from './adam.ts';
import { FsdpLedger } from './fsdp-ledger.ts';
import { layersOf } from './fsdp-model.ts';
import type { FsdpModel } from './fsdp-model.ts';
import { backwardLayer, forwardLayer, squaredError } from './perceptron.ts';
import type { Batch } from './perceptron.ts';

export interface FsdpOptions {
  /** Free a unit after its forward pass (full sharding), or keep it whole until its backward pass is over. */
  readonly reshardAfterForward?: boolean;
  /** Accumulate whole gradients without communication until the last micro-batch (Sec. 3.3). */
  readonly noSync?: boolean;
}

export interface FsdpStep {
  readonly model: FsdpModel;
  /** Mean over all examples, before the update. */
  readonly loss: number;
  readonly ledger: FsdpLedger;
}

/** The step in progress. */
interface Run {
  readonly model: FsdpModel;
  readonly ledger: FsdpLedger;
  readonly reshard: boolean;
  /** [unit][rank][ψ]: units that are gathered now; empty where not. */
  readonly whole: number[][][];
  /** [unit][rank][ψ]: gradients summed over micro-batches, not over ranks; empty where reduced. */
  readonly pending: number[][][];
  /** [unit][rank][ψ/F]: gradients summed over ranks. */
  readonly reduced: number[][][];
}

/** One step on microBatches[k][rank], all of one size. Whatever W, F and options, it is one process on all examples. */
export function fsdpStep(
  model: FsdpModel,
  microBatches: readonly (readonly Batch[])[],
  settings: AdamSettings,
  { reshardAfterForward: reshard = true, noSync = false }: FsdpOptions = {},
): FsdpStep {
  const empty = (): number[][][] => model.units.map(() => []);
  const run: Run = {
    model,
    ledger: new FsdpLedger(model),
    reshard,
    whole: empty(),
    pending: empty(),
    reduced: empty(),
  };
  const losses = microBatches.map((batches, k) => {
    const sync = !noSync || k === microBatches.length - 1;
    const a = forward(run, batches);
    const errors = batches.map(({ y }, rank) => squaredError(a.at(-1)!.at(-1)![rank]!, y));
    const dOut = errors.map((error) => error.dOut);
    backward(run, a, dOut, sync);
    return errors.reduce((sum, { loss }) => sum + loss, 0) / model.W;
  });
  const states = update(run, microBatches.length * model.W, settings);
  const loss = losses.reduce((sum, one) => sum + one, 0) / losses.length;
  return { model: { ...model, states, t: model.t + 1 }, loss, ledger: run.ledger };
}

// #region fsdp-gather
/** Makes a unit whole on every rank: an all-gather of its shards within each sharding group. */
function gather({ model: { W, F, states }, ledger, whole }: Run, unit: number): number[][] {
  const shards = states.map((own) => [...own[unit]!.p32]);
  if (F > 1) ledger.gather(unit);
  whole[unit] = F === 1 ? shards : ledger.ran('all-gather', unit, inGroups(shardingGroups(W, F), shards, allGather));
  return whole[unit];
}

/** Frees what `gather` took; the shards stay. */
function free({ model, ledger, whole }: Run, unit: number): void {
  if (model.F > 1) ledger.free(unit);
  whole[unit] = [];
}
// #endregion fsdp-gather

// #region fsdp-forward
/** Activations [unit][layer][rank], each unit's input first. A unit is whole only while it computes, unless kept. */
function forward(run: Run, batches: readonly Batch[]): Matrix[][][] {
  let x = batches.map((batch) => batch.x);
  return run.model.units.map((layout, unit) => {
    run.ledger.enter('forward', unit);
    const layers = gather(run, unit).map((flat) => layersOf(flat, layout)); // [rank][layer], views
    const a = [x];
    layout.views.forEach((_, l) => a.push(a[l]!.map((input, rank) => forwardLayer(input, layers[rank]![l]!))));
    x = a.at(-1)!;
    if (run.reshard) free(run, unit);
    return a;
  });
}
// #endregion fsdp-forward

// #region fsdp-backward
/** Units in reverse: gather unless still whole, backpropagate, free, then reduce the gradient or keep it whole. */
function backward(run: Run, a: Matrix[][][], dOut: Matrix[], sync: boolean): void {
  let d = dOut;
  for (let unit = run.model.units.length - 1; unit >= 0; unit--) {
    run.ledger.enter('backward', unit);
    const whole = run.whole[unit]!.length > 0 ? run.whole[unit]! : gather(run, unit);
    run.ledger.addGradient(unit);
    const local = whole.map((flat, rank) => {
      const activations = a[unit]!.map((layer) => layer[rank]!);
      return backwardUnit(run.model.units[unit]!, flat, activations, d[rank]!);
    });
    d = local.map(({ da }) => da);
    const gradients = local.map(({ g }) => g); // [rank][ψ]
    free(run, unit);
    run.pending[unit] = added(run.pending[unit]!, gradients);
    if (sync) reduce(run, unit);
  }
}
// #endregion fsdp-backward

/** The gradient of a unit's FlatParameter on one rank, ψ elements with zeros for the padding, and of its input. */
function backwardUnit(layout: FlatLayout, flat: number[], a: Matrix[], dOut: Matrix): { g: number[]; da: Matrix } {
  const layers = layersOf(flat, layout);
  const g = Array<number>(layout.padding).fill(0);
  let da = dOut;
  for (let l = layers.length - 1; l >= 0; l--) {
    const local = backwardLayer(a[l]!, layers[l]!, a[l + 1]!, da);
    da = local.da;
    g.unshift(...local.dW.toRows().flat());
  }
  return { g, da };
}

// #region fsdp-reduce
/** Sums a unit's whole gradients over all ranks and leaves each its shard, added to those of earlier micro-batches. */
function reduce({ model, ledger, pending, reduced }: Run, unit: number): void {
  const shards = ledger.ran('reduce', unit, hybridReduce(pending[unit]!, model.F));
  pending[unit] = [];
  reduced[unit] = added(reduced[unit]!, shards);
  ledger.keepShard(unit);
}
// #endregion fsdp-reduce

/** Adam on each rank's shards, with the mean of `count` gradients. */
function update({ model, ledger, reduced }: Run, count: number, settings: AdamSettings): AdamStates[][] {
  const states = model.states.map((own, rank) =>
    own.map((shard, unit) => {
      const mean = reduced[unit]![rank]!.map((sum) => sum / count);
      return adamStep(shard, mean, model.t + 1, settings);
    }),
  );
  ledger.enter('update', 0);
  ledger.dropGradients();
  return states;
}

/** Adds [rank][element] arrays; `before` may be empty. */
const added = (before: number[][], more: number[][]): number[][] =>
  before.length === 0 ? more : more.map((row, rank) => row.map((x, i) => before[rank]![i]! + x));

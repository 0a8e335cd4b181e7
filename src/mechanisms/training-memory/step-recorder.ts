import type { Collective } from '#mechanisms/parallelism/collectives.ts';
import { sizeOf } from '#mechanisms/parallelism/partition.ts';
import { heldSlices } from './memory.ts';
import { bytesPerParameter, precisionRecipes } from './precision-recipes.ts';
import type { Kind } from './precision-recipes.ts';
import type { CollectiveEvent, MemoryKind, Phase, StepEvent } from './step-trace.ts';
import type { ZeroTraining } from './zero-training.ts';

const bytes = bytesPerParameter(precisionRecipes['mixed-precision-adam']);

/** Writes the trace of a step, priced as mixed-precision Adam. Entries belong to the phase and layer last entered. */
export class StepRecorder {
  readonly trace: StepEvent[] = [];
  private readonly training: ZeroTraining;
  private phase: Phase = 'before';
  private layer = 0;

  constructor(training: ZeroTraining) {
    this.training = training;
  }

  enter(phase: Phase, layer: number): void {
    this.phase = phase;
    this.layer = layer;
  }

  /** Every rank takes memory for what the stage has it hold of this layer: all of it, or its own slice. */
  hold(kind: Kind): void {
    this.heldElements(kind).forEach((elements, rank) => this.take(rank, kind, elements * bytes[kind]));
  }

  /** Every rank gives back what `hold` took. */
  release(kind: Kind): void {
    this.heldElements(kind).forEach((elements, rank) => this.take(rank, kind, -elements * bytes[kind]));
  }

  /** Every rank takes a temporary buffer for the whole of this layer, beyond what the stage has it hold. */
  holdWhole(kind: 'parameters' | 'gradients'): void {
    this.training.ranks.forEach((_, rank) => this.take(rank, 'temporary', this.psi() * bytes[kind]));
  }

  /** Every rank gives back what `holdWhole` took. */
  releaseWhole(kind: 'parameters' | 'gradients'): void {
    this.training.ranks.forEach((_, rank) => this.take(rank, 'temporary', -this.psi() * bytes[kind]));
  }

  /** Notes a collective that has run, and passes its outputs, [rank][element], on. */
  ran(
    operation: CollectiveEvent['operation'],
    carries: CollectiveEvent['carries'],
    { outputs, messages }: Collective,
  ): number[][] {
    this.trace.push({ type: 'collective', phase: this.phase, layer: this.layer, operation, carries, messages });
    return outputs;
  }

  private heldElements(kind: Kind): number[] {
    const { ranks, stage } = this.training;
    return heldSlices(kind, this.psi(), ranks.length, stage).map(sizeOf);
  }

  private take(rank: number, kind: MemoryKind, bytesTaken: number): void {
    this.trace.push({ type: 'memory', phase: this.phase, layer: this.layer, rank, kind, bytes: bytesTaken });
  }

  private psi(): number {
    const { rows, cols } = this.training.shapes[this.layer]!;
    return rows * cols;
  }
}

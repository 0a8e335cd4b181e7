import { elementsSent } from '#mechanisms/parallelism/collectives.ts';
import type { Collective, Message } from '#mechanisms/parallelism/collectives.ts';
import type { FsdpModel } from './fsdp-model.ts';

/** What one rank holds at a moment of a step, in elements by unit. All ranks hold the same number: shards are equal. */
export interface FsdpMoment {
  readonly phase: 'forward' | 'backward' | 'update';
  /** The unit that computes. */
  readonly unit: number;
  /** Whole FlatParameters, beside the shards that a rank always holds. */
  readonly gathered: readonly number[];
  /** Gradients of whole FlatParameters, summed over micro-batches but not yet over ranks. */
  readonly wholeGradients: readonly number[];
  /** Gradients summed over ranks, each rank its shard. */
  readonly gradientShards: readonly number[];
}

export interface FsdpCollective {
  readonly operation: 'all-gather' | 'reduce';
  readonly unit: number;
  readonly messages: readonly Message[];
}

/** Writes down what happens in a step, and answers for its peaks and its traffic. */
export class FsdpLedger {
  readonly moments: FsdpMoment[] = [];
  readonly collectives: FsdpCollective[] = [];
  private readonly model: FsdpModel;
  private now: FsdpMoment;

  constructor(model: FsdpModel) {
    this.model = model;
    const nothing = model.units.map(() => 0);
    this.now = { phase: 'forward', unit: 0, gathered: nothing, wholeGradients: nothing, gradientShards: nothing };
  }

  enter(phase: FsdpMoment['phase'], unit: number): void {
    this.now = { ...this.now, phase, unit };
  }

  /** A unit becomes whole, or is freed again. */
  gather(unit: number): void {
    this.note({ gathered: this.now.gathered.with(unit, this.model.units[unit]!.psi) });
  }

  free(unit: number): void {
    this.note({ gathered: this.now.gathered.with(unit, 0) });
  }

  /** The backward pass writes or adds to a unit's whole gradient. */
  addGradient(unit: number): void {
    this.note({ wholeGradients: this.now.wholeGradients.with(unit, this.model.units[unit]!.psi) });
  }

  /** Of a whole gradient only the reduced shard is left. */
  keepShard(unit: number): void {
    const { wholeGradients, gradientShards } = this.now;
    const { psi, F } = this.model.units[unit]!;
    this.note({ wholeGradients: wholeGradients.with(unit, 0), gradientShards: gradientShards.with(unit, psi / F) });
  }

  /** The optimizer has used the gradients. */
  dropGradients(): void {
    this.note({ gradientShards: this.model.units.map(() => 0) });
  }

  /** Notes a collective that has run, and passes its outputs, [rank][element], on. */
  ran(operation: FsdpCollective['operation'], unit: number, { outputs, messages }: Collective): number[][] {
    this.collectives.push({ operation, unit, messages });
    return outputs;
  }

  /** All messages of the step, in order. */
  messages(): Message[] {
    return this.collectives.flatMap(({ messages }) => messages);
  }

  /** Elements that each rank sent during the step. */
  sent(): number[] {
    return elementsSent(this.messages(), this.model.W);
  }

  /** The most elements that a rank held at once of what `measure` picks; shards of parameters are not in it. */
  peak(measure: (moment: FsdpMoment) => readonly number[]): number {
    return Math.max(0, ...this.moments.map((moment) => measure(moment).reduce((sum, size) => sum + size, 0)));
  }

  /** The peak of parameters: the shards that a rank always holds, and what is gathered beside them. */
  peakParameters(): number {
    const shards = this.model.units.reduce((sum, { psi, F }) => sum + psi / F, 0);
    return shards + this.peak(({ gathered }) => gathered);
  }

  private note(change: Partial<FsdpMoment>): void {
    this.now = { ...this.now, ...change };
    this.moments.push(this.now);
  }
}

import { Matrix } from '#mechanisms/numeric/matrix.ts';
import { allGather, allReduce, elementsSent, reduceScatter } from './collectives.ts';
import type { Collective } from './collectives.ts';

export type Pass = 'forward' | 'backward';

/** One collective operation that the group has run. */
export interface CollectiveCall {
  readonly operation: 'all-reduce' | 'all-gather' | 'reduce-scatter';
  readonly pass: Pass;
  /** Elements that each rank sent, counted message by message. */
  readonly sent: readonly number[];
}

/**
 * The t ranks that compute one layer together, joined to a ring. A tensor is a list of matrices, one a rank; the group
 * runs collectives on them and keeps a log of what was sent, so that communication is counted and never assumed.
 */
export class TensorParallelGroup {
  readonly t: number;
  readonly calls: CollectiveCall[] = [];

  constructor(t: number) {
    this.t = t;
  }

  /** The sum of the parts, on every rank. */
  allReduce(parts: readonly Matrix[], pass: Pass): Matrix[] {
    return this.log('all-reduce', pass, allReduce(parts.map(flat))).map((sum) => shaped(sum, parts[0]!.cols));
  }

  /** The parts one under another, on every rank. */
  allGatherRows(parts: readonly Matrix[], pass: Pass): Matrix[] {
    return this.log('all-gather', pass, allGather(parts.map(flat))).map((all) => shaped(all, parts[0]!.cols));
  }

  /** Rank r's slice of rows of the parts' sum. Throws a RangeError unless t divides the rows. */
  reduceScatterRows(parts: readonly Matrix[], pass: Pass): Matrix[] {
    const { rows, cols } = parts[0]!;
    if (rows % this.t !== 0) throw new RangeError(`${rows} rows cannot be scattered over ${this.t} ranks`);
    return this.log('reduce-scatter', pass, reduceScatter(parts.map(flat))).map((own) => shaped(own, cols));
  }

  /** Elements that each rank has sent in all calls so far. */
  sent(): number[] {
    return Array.from({ length: this.t }, (_, rank) => this.calls.reduce((sum, call) => sum + call.sent[rank]!, 0));
  }

  private log(operation: CollectiveCall['operation'], pass: Pass, { outputs, messages }: Collective): number[][] {
    this.calls.push({ operation, pass, sent: elementsSent(messages, this.t) });
    return outputs;
  }
}

const flat = (part: Matrix): number[] => part.toRows().flat();
const shaped = (values: readonly number[], cols: number): Matrix =>
  new Matrix(values.length / cols, cols, Float64Array.from(values));

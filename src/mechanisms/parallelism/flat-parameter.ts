/**
 * The FlatParameter of PyTorch FSDP (Zhao et al., PVLDB 2023, Sec. 3.2.1): the parameters of one unit, flattened, laid
 * end to end and padded on the right until F ranks can hold equal shards. What a shard holds is decided by position
 * alone, so it may begin in the middle of one parameter and end in the middle of another.
 *
 * Left out: storage (here shards are copies, there views of one allocation), alignment of single parameters, and
 * parameters that several modules share, which must belong to one unit that encloses them all (Sec. 7.2.2).
 */
import { partition } from './partition.ts';

/** A named tensor, its values in row-major order. */
export interface Parameter {
  readonly name: string;
  readonly shape: readonly number[];
  readonly values: readonly number[];
}

/** Where a parameter lies in the FlatParameter: elements [start, end). */
export interface View {
  readonly name: string;
  readonly shape: readonly number[];
  readonly start: number;
  readonly end: number;
}

/** How a unit's parameters are laid out over F ranks; the same on every rank. */
export interface FlatLayout {
  readonly F: number;
  readonly views: readonly View[];
  /** ψ, elements with the padding: a multiple of F. */
  readonly psi: number;
  /** Elements that stand for nothing, at the end; at most F − 1. */
  readonly padding: number;
}

// #region flat-layout
/**
 * Lays parameters end to end and pads to a multiple of the sharding factor F. Throws a RangeError unless F is a whole
 * number ≥ 1 and every parameter has as many values as its shape says.
 */
export function layOut(parameters: readonly Parameter[], F: number): FlatLayout {
  if (!Number.isSafeInteger(F) || F < 1) throw new RangeError(`${F} is no sharding factor`);
  let end = 0;
  const views = parameters.map(({ name, shape, values }): View => {
    const elements = shape.reduce((product, size) => product * size, 1);
    if (values.length !== elements)
      throw new RangeError(`${name} has ${values.length} values for ${elements} elements`);
    return { name, shape, start: end, end: (end += elements) };
  });
  const psi = Math.ceil(end / F) * F;
  return { F, views, psi, padding: psi - end };
}
// #endregion flat-layout

// #region flat-shards
/** shards[rank], each ψ/F elements: concatenate, pad with zeros, cut. */
export function shard(parameters: readonly Parameter[], { F, psi, padding }: FlatLayout): number[][] {
  const flat = [...parameters.flatMap(({ values }) => values), ...Array<number>(padding).fill(0)];
  return partition(psi, F).map(({ start, end }) => flat.slice(start, end));
}

/** The parameters as views into the whole FlatParameter, that is, into what an all-gather of the shards returns. */
export function viewsInto(flat: readonly number[], { views }: FlatLayout): Parameter[] {
  return views.map(({ name, shape, start, end }) => ({ name, shape, values: flat.slice(start, end) }));
}
// #endregion flat-shards

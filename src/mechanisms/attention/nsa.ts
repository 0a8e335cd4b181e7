import { Matrix } from '#mechanisms/numeric/matrix.ts';
import { scaledDotProductAttention, softmaxRows } from './scaled-dot-product.ts';
import { cut } from './tiling.ts';
import type { Range } from './tiling.ts';

/**
 * Native Sparse Attention (§3) for one query position and one GQA group: H heads that share keys and values look at
 * compressed blocks, at selected blocks and at a window, and add what they find with gates. Real numbers throughout.
 * Given from outside, as learning makes them: keys and values of each branch, gates, and φ, for which the mean of a block
 * stands in. Left out: the other groups, positions inside a block, the kernel's order of loops.
 */
export interface NsaShape {
  /** l and d: length of a compression block, and stride from one to the next; d divides l. */
  readonly l: number;
  readonly d: number;
  /** l′: length of a selection block; l ≤ l′ and d divides it. */
  readonly lSel: number;
  /** n: selection blocks that a query reads, of which so many first and last ones always. */
  readonly n: number;
  readonly initial: number;
  readonly local: number;
  /** w: tokens of the window. */
  readonly w: number;
}

/** The setting of §4.1. */
export const paperShape: NsaShape = { l: 32, d: 16, lSel: 64, n: 16, initial: 1, local: 2, w: 512 };

export const branches = ['cmp', 'slc', 'win'] as const;
export type Branch = (typeof branches)[number];

/** φ: one vector for the rows of a block. */
export type Compress = (block: Matrix) => number[];

/** The stand-in for the learnt φ: every token of the block counts the same. */
export const blockMean: Compress = (block) => {
  const sum = Array.from({ length: block.cols }, () => 0);
  for (let r = 0; r < block.rows; r++) for (let c = 0; c < block.cols; c++) sum[c]! += block.at(r, c);
  return sum.map((value) => value / block.rows);
};

// #region compression-blocks
/** The blocks id+1 … id+l of Eq. (7) for s tokens, 0 ≤ i ≤ ⌊(s − l)/d⌋, counted from 0; none while s < l. */
export function compressionBlocks(s: number, { l, d }: Pick<NsaShape, 'l' | 'd'>): Range[] {
  const count = s < l ? 0 : Math.floor((s - l) / d) + 1;
  return Array.from({ length: count }, (_, i) => ({ start: i * d, end: i * d + l }));
}
// #endregion compression-blocks

// #region block-importance
/** Eq. (9) with +m − n: p^slc of `count` selection blocks from the probabilities p^cmp of the compression blocks. */
export function blockImportance(pCmp: readonly number[], count: number, { l, d, lSel }: NsaShape): number[] {
  return Array.from({ length: count }, (_, j) => {
    let sum = 0;
    for (let m = 0; m < lSel / d; m++) {
      for (let n = 0; n < l / d; n++) sum += pCmp[(lSel / d) * j + m - n] ?? 0; // outside: no such block
    }
    return sum;
  });
}
// #endregion block-importance

/** Eq. (9) as it is printed, with −m − n, to show where it points. */
export function importanceAsPrinted(pCmp: readonly number[], count: number, { l, d, lSel }: NsaShape): number[] {
  return Array.from({ length: count }, (_, j) => {
    let sum = 0;
    for (let m = 0; m < lSel / d; m++) for (let n = 0; n < l / d; n++) sum += pCmp[(lSel / d) * j - m - n] ?? 0;
    return sum;
  });
}

// #region top-blocks
/** Eq. (11): the n best blocks, ascending; the first and the last ones have their places for certain (§4.1). */
export function topBlocks(importance: readonly number[], { n, initial, local }: NsaShape): number[] {
  const all = importance.map((_, j) => j);
  const certain = all.filter((j) => j < initial || j >= all.length - local);
  const ranked = all.filter((j) => !certain.includes(j)).toSorted((a, b) => importance[b]! - importance[a]!);
  return [...certain, ...ranked].slice(0, n).toSorted((a, b) => a - b);
}
// #endregion top-blocks

/** Keys s×d_k and values s×d_v. */
export interface KeyValues {
  readonly K: Matrix;
  readonly V: Matrix;
}

/** Which blocks a group reads, and why. */
export interface Choice {
  /** p^cmp, H×(compression blocks). */
  readonly pCmp: Matrix;
  /** p^slc of each head, H×(selection blocks), and their sum over the heads, Eq. (10). */
  readonly perHead: readonly (readonly number[])[];
  readonly importance: readonly number[];
  /** I_t, ascending. */
  readonly selected: readonly number[];
}

export interface NsaTrace extends Choice {
  /** What each branch finds, and their gated sum, H×d_v. */
  readonly outputs: Readonly<Record<Branch, Matrix>>;
  readonly output: Matrix;
}

/** The rows of X (s×anything) squeezed block by block: one row for each compression block. */
function squeeze(X: Matrix, shape: NsaShape, compress: Compress): Matrix {
  return Matrix.of(compressionBlocks(X.rows, shape).map(({ start, end }) => compress(X.sliceRows(start, end))));
}

// #region choose-blocks
/** Eqs. (7)–(11): the queries Q (H×d_k) score compressed keys; the scores, summed over heads, choose blocks for all. */
export function chooseBlocks(Q: Matrix, K: Matrix, shape: NsaShape, compress: Compress = blockMean): Choice {
  if (K.rows < shape.l) throw new RangeError(`${K.rows} tokens do not fill a compression block of ${shape.l}`);
  const pCmp = softmaxRows(Q.times(squeeze(K, shape, compress).transpose()).scale(1 / Math.sqrt(Q.cols)));
  const count = Math.ceil(K.rows / shape.lSel);
  const perHead = pCmp.toRows().map((p) => blockImportance(p, count, shape));
  const importance = Array.from({ length: count }, (_, j) => perHead.reduce((sum, head) => sum + head[j]!, 0));
  return { pCmp, perHead, importance, selected: topBlocks(importance, shape) };
}
// #endregion choose-blocks

export interface NsaInputs {
  /** The group's queries at this position, H×d_k. */
  readonly Q: Matrix;
  /** Each branch has keys and values of its own (§3.3.3). */
  readonly kv: Readonly<Record<Branch, KeyValues>>;
  readonly gates: Readonly<Record<Branch, number>>;
  readonly compress?: Compress;
}

// #region nsa
/** Eqs. (5) and (12): what the heads get from each branch, added with the gates. Throws a RangeError while s < l. */
export function nsa({ Q, kv, gates, compress = blockMean }: NsaInputs, shape: NsaShape): NsaTrace {
  const choice = chooseBlocks(Q, kv.cmp.K, shape, compress);
  const cmp = choice.pCmp.times(squeeze(kv.cmp.V, shape, compress));

  const chosen = cut(kv.slc.K.rows, shape.lSel).filter((_, j) => choice.selected.includes(j));
  const gather = (X: Matrix) => Matrix.of(chosen.flatMap(({ start, end }) => X.sliceRows(start, end).toRows()));
  const slc = scaledDotProductAttention(Q, gather(kv.slc.K), gather(kv.slc.V)).output;

  const recent = (X: Matrix) => X.sliceRows(Math.max(0, X.rows - shape.w), X.rows);
  const win = scaledDotProductAttention(Q, recent(kv.win.K), recent(kv.win.V)).output;

  const outputs = { cmp, slc, win };
  const output = branches.map((c) => outputs[c].scale(gates[c])).reduce((sum, part) => sum.plus(part));
  return { ...choice, outputs, output };
}
// #endregion nsa

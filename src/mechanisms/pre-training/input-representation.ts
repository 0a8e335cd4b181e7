/**
 * What BERT reads (§3, Fig. 2): one or two texts packed into one sequence, and for each token the sum of three learned
 * vectors. Left out: WordPiece (tokens are given), padding, and the layer norm and dropout that follow the sum.
 */
import { Matrix } from '#mechanisms/numeric/matrix.ts';
import { CLS, SEP } from './masking.ts';

/** n tokens; `segments[i]` is 0 in sentence A with [CLS] and its [SEP], 1 in sentence B and its [SEP]. */
export interface Packed {
  readonly tokens: readonly string[];
  readonly segments: readonly number[];
}

/** Learned vectors by row: V×H for tokens, 2×H for segments, and one row for each position up to the longest. */
export interface EmbeddingTables {
  readonly token: Matrix;
  readonly segment: Matrix;
  readonly position: Matrix;
}

// #region input-representation
/** [CLS] A [SEP], or [CLS] A [SEP] B [SEP]. */
export function pack(a: readonly string[], b?: readonly string[]): Packed {
  const first = [CLS, ...a, SEP];
  const second = b === undefined ? [] : [...b, SEP];
  return { tokens: [...first, ...second], segments: [...first.map(() => 0), ...second.map(() => 1)] };
}

/** E: n×H, row i = token vector + segment vector + position vector. `ids` are the tokens' rows in their table. */
export function embed(ids: readonly number[], segments: readonly number[], tables: EmbeddingTables): Matrix {
  return Matrix.from(ids.length, tables.token.cols, (i, c) => {
    const ofToken = tables.token.at(ids[i]!, c);
    return ofToken + tables.segment.at(segments[i]!, c) + tables.position.at(i, c);
  });
}
// #endregion input-representation

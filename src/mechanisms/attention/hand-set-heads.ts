import { Matrix } from '#mechanisms/numeric/matrix.ts';
import type { MultiHeadShape, MultiHeadWeights } from './multi-head.ts';
import { positionalEncoding, shiftMatrix } from './positions.ts';

/**
 * A sentence of eight tokens and three heads whose weights are set by hand, so that every score can be followed with
 * small integers: "the cat did not drink the milk because it was not thirsty". The paper learns embeddings and weights;
 * here each token is a list of yes/no features followed by its position encoding, in columns of their own so that the
 * two do not mix (the paper adds them in the same 512 columns). Left out: training, residual, layer norm, FFN.
 */

export const features = ['noun', 'animate', 'pronoun', 'predicate', 'negation'] as const;
export type Feature = (typeof features)[number];
export type Token = readonly Feature[];

/** cat · not · drink · milk · because · it · not · thirsty. */
export const sentence: readonly Token[] = [
  ['noun', 'animate'],
  ['negation'],
  ['predicate'],
  ['noun'],
  [],
  ['pronoun'],
  ['negation'],
  ['predicate'],
];

/** What a value carries: the d_v = 4 features that a reader may fetch. */
export const carried: readonly Feature[] = ['noun', 'animate', 'predicate', 'negation'];

/** Width of the position part of an embedding. */
const dPosition = 16;
export const shape: MultiHeadShape = { dModel: features.length + dPosition, h: 3, dk: 4, dv: carried.length };

/** The heads in order: pronouns look for their noun, predicates for their arguments, tokens for the one before. */
export const heads = ['reference', 'argument', 'previous'] as const;
export type Head = (typeof heads)[number];

/** X, n×d_model: features, then the position encoding, or zeros in its place. */
export function embed(tokens: readonly Token[], withPositions = true): Matrix {
  return Matrix.of(
    tokens.map((token, pos) => [
      ...features.map((feature) => (token.includes(feature) ? 1 : 0)),
      ...positionalEncoding(pos, dPosition).map((value) => (withPositions ? value : 0)),
    ]),
  );
}

// #region hand-set-heads
/** A d_model×4 projection that turns a feature into the given small integers and ignores all else. */
const read = (table: Partial<Record<Feature, readonly number[]>>): Matrix =>
  Matrix.from(shape.dModel, 4, (row, col) => table[features[row]!]?.[col] ?? 0);

/** A d_model×4 projection of the two fastest waves of the position, moved by k positions, times `gain`. */
function readPosition(k: number, gain: number): Matrix {
  const M = shiftMatrix(k, dPosition).transpose();
  return Matrix.from(shape.dModel, 4, (row, col) =>
    row < features.length ? 0 : gain * M.at(row - features.length, col),
  );
}

const wantsNoun = read({ pronoun: [2, 2, 0, 0] }); // a noun, better an animate one
const isNoun = read({ noun: [2, 0, 0, 0], animate: [0, 2, 0, 0] });
const wantsArgument = read({ predicate: [2, 2, 0, 0] });
const isArgument = read({ noun: [2, 2, 0, 0], pronoun: [2, 2, 0, 0] });

export const weights: MultiHeadWeights = {
  WQ: [wantsNoun, wantsArgument, readPosition(-1, 4)], // 4·PE(pos − 1): "I look for the one before me"
  WK: [isNoun, isArgument, readPosition(0, 2)], // 2·PE(pos): "I stand here"
  WV: heads.map(() => Matrix.from(shape.dModel, 4, (row, col) => (features[row] === carried[col] ? 1 : 0))),
  WO: Matrix.from(shape.h * 4, shape.dModel, (row, col) => (features[col] === carried[row % 4] ? 1 : 0)),
};
// #endregion hand-set-heads

/**
 * A phone book read by a sliding window, by RG-LRU states, and by both (Griffin §6.2). The weights are SET BY HAND, not
 * trained: they show what each part can hold, not what training finds. One token is one entry, a name with a digit 1 … 9
 * (in the paper a name and a number are many tokens); the question is the last token and takes a place in the window.
 * Left out: the residual stream, the MLPs and the convolution.
 */
import { Matrix } from '#mechanisms/numeric/matrix.ts';
import { createRandom } from '#mechanisms/numeric/random.ts';
import { slidingWindow } from '../attention/masks.ts';
import { scaledDotProductAttention } from '../attention/scaled-dot-product.ts';
import { lambdaOf, rgLru, type RgLruTrace, type RgLruWeights } from './rg-lru.ts';

export interface Entry {
  /** An integer in [0, 2^bits). */
  readonly name: number;
  /** 1 … 9. */
  readonly digit: number;
}

const bits = 10;
const digits = 9;
const tau = 20;

/** A name as ±1, so that the product of two codes is `bits` for the same name and at most bits − 2 for others. */
const codeOf = (name: number): number[] => Array.from({ length: bits }, (_, b) => ((name >> b) & 1 ? 1 : -1));

/** What local attention gives every question: weights over the entries and the question, and the digit if one stands out. */
export interface LocalReading {
  readonly weights: readonly number[];
  readonly digit: number | undefined;
}

// #region window-reading
/**
 * Asks for each of `names` at the end of the book through a window of w tokens. The question's own key scores bits − 1:
 * above every other name, below the right one, so that attention rests there and reads nothing if the name is not seen.
 */
export function readWindow(book: readonly Entry[], names: readonly number[], w: number): LocalReading[] {
  const n = book.length; // the question stands at position n
  const sees = slidingWindow(w);
  const Q = Matrix.of(names.map((name) => [...codeOf(name), 1])); // names×(bits+1)
  const ownKey = [...Array.from({ length: bits }, () => 0), bits - 1];
  const K = Matrix.of([...book.map(({ name }) => [...codeOf(name), 0]), ownKey]); // (n+1)×(bits+1)
  const V = Matrix.from(n + 1, digits, (j, d) => (book[j]?.digit === d + 1 ? 1 : 0)); // (n+1)×9
  const { weights, output } = scaledDotProductAttention(Q, K, V, { tau, mask: (_, j) => sees(n, j) });
  return names.map((_, q) => {
    const found = output.row(q).findIndex((share) => share > 0.5);
    return { weights: weights.row(q), digit: found < 0 ? undefined : found + 1 };
  });
}
// #endregion window-reading

/** The channel that holds a name. */
export const channelOf = (name: number, D: number): number => name % D;

// #region latch-weights
/**
 * D channels as latches: input x ≥ 1 opens the recurrence gate, and Λ is set so low that an open gate overwrites;
 * x = 0 shuts it, and the state stays. Names that share a channel overwrite one another.
 */
function latches(D: number): RgLruWeights {
  const all = (value: number) => Array.from({ length: D }, () => value);
  return {
    Wa: Matrix.from(D, D, (i, j) => (i === j ? 40 : 0)), // r = σ(40x − 20): about 1 for x ≥ 1, about 0 for x = 0
    ba: all(-20),
    Wx: new Matrix(D, D), // the input gate is always open
    bx: all(40),
    Lambda: all(lambdaOf(1e-7)), // a^c
  };
}

/** The states after each entry, when each writes its digit into its name's channel. */
export function writeStates(book: readonly Entry[], D: number): RgLruTrace {
  const X = Matrix.from(book.length, D, (t, d) => (channelOf(book[t]!.name, D) === d ? book[t]!.digit : 0)); // T×D
  return rgLru(latches(D), X);
}
// #endregion latch-weights

/** The digit that the state gives for each of `names`; the block's other branch, 1 in the asked channel, picks it out. */
export function readStates(book: readonly Entry[], names: readonly number[], D: number): number[] {
  const last = writeStates(book, D).h.at(-1) ?? [];
  return names.map((name) => Math.round(last[channelOf(name, D)] ?? 0));
}

/** A model that looks through a window of w tokens (0: none) and keeps D channels of state (0: none). */
export interface BookReader {
  readonly w: number;
  readonly D: number;
}

/** The reader's answer for each of `names`: the window's if it found one, else the state's, else nothing. */
export function answer({ w, D }: BookReader, book: readonly Entry[], names: readonly number[]): (number | undefined)[] {
  const local = w > 0 ? readWindow(book, names, w).map(({ digit }) => digit) : [];
  const state = D > 0 ? readStates(book, names, D) : [];
  return names.map((_, q) => local[q] ?? state[q]);
}

/** A book of n entries with different names. Throws a RangeError beyond the 2^bits names there are. */
export function drawBook(n: number, seed: number): Entry[] {
  if (n > 2 ** bits) throw new RangeError(`there are only ${2 ** bits} names`);
  const { integer } = createRandom(seed);
  const names = new Set<number>();
  while (names.size < n) names.add(integer(0, 2 ** bits - 1));
  return Array.from(names, (name) => ({ name, digit: integer(1, digits) }));
}

/** The share of names answered rightly when every name of each of `books` random books of n entries is asked for. */
export function recall(reader: BookReader, n: number, books: number): number {
  let right = 0;
  for (let seed = 0; seed < books; seed++) {
    const book = drawBook(n, seed);
    const answers = answer(
      reader,
      book,
      book.map(({ name }) => name),
    );
    right += book.filter(({ digit }, q) => answers[q] === digit).length;
  }
  return right / (n * books);
}

/**
 * Which words can leave a trace in which outputs of a stack of attention layers: the reason why a model that sees both
 * sides cannot be trained to guess every word (§3.1: it would indirectly "see itself"). Weights are left out: what no
 * path of the mask reaches, no weights can bring. A residual connection is left out too, and would only add paths.
 */
import type { Mask } from '#mechanisms/attention/masks.ts';

/** Every position but its own: the naive way to guess all words from both sides. */
export const allButSelf: Mask = (i, j) => i !== j;

// #region words-reaching
/** Row i, column j: whether word j reaches output i after `layers` layers; words in `hidden` are not in the input. */
export function wordsReaching(mask: Mask, n: number, layers: number, hidden: readonly number[] = []): boolean[][] {
  const square = (cell: Mask) => Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => cell(i, j)));
  let reached = square((i, j) => i === j && !hidden.includes(j));
  for (let layer = 0; layer < layers; layer++) {
    const below = reached;
    reached = square((i, j) => below.some((words, via) => mask(i, via) && words[j]));
  }
  return reached;
}
// #endregion words-reaching

import { needleRecall, chanceRecall, haystack, seeker, type Needle } from '#mechanisms/attention/nsa-needle.ts';
import { decodeReads, totalReads, unionOfChoices, visitRatio, visits } from '#mechanisms/attention/nsa-reads.ts';
import {
  blockImportance,
  compressionBlocks,
  importanceAsPrinted,
  nsa,
  paperShape,
  type NsaShape,
} from '#mechanisms/attention/nsa.ts';
import { scaledDotProductAttention } from '#mechanisms/attention/scaled-dot-product.ts';
import { cut } from '#mechanisms/attention/tiling.ts';
import { Matrix } from '#mechanisms/numeric/matrix.ts';
import { createRandom } from '#mechanisms/numeric/random.ts';

/** Lengths of Table 4 and of Figure 6. */
export const lengths = [8192, 16384, 32768, 65536] as const;
export const readsAt = (s: number) => decodeReads(s, paperShape);
export const speedupAt = (s: number): number => s / totalReads(readsAt(s));
export const visitsRatio = (s: number): number => visitRatio(s, paperShape);
/** Keys that a query of a causal sequence visits on average, of the (s + 1)/2 that it could. */
export const meanVisits = (s: number): number => (s + 1) / 2 / visitsRatio(s);

/** The small sequence: the paper's blocks at a quarter of their size, and four heads that share keys and values. */
export const small: NsaShape = { l: 8, d: 4, lSel: 16, n: 5, initial: 1, local: 2, w: 32 };
export const s = 512;
const dk = 16;
const random = createRandom(11);
const direction = () => Array.from({ length: dk }, random.normal);

/** Two needles: heads 1 and 2 look for one, heads 3 and 4 for the other. */
export const needles: readonly [Needle, Needle] = [
  { start: 100, width: 8, direction: direction() },
  { start: 306, width: 8, direction: direction() },
];
const K = haystack(s, needles, dk, random);
const V = Matrix.from(s, dk, random.normal);
const Q = Matrix.of([needles[0], needles[0], needles[1], needles[1]].map((needle) => seeker(needle, random)));
export const H = Q.rows;

/** Keys and values that the branches share here: nothing is learnt, so that each has the same to look at. */
const gates = { cmp: 1 / 3, slc: 1 / 3, win: 1 / 3 };
export const run = nsa({ Q, kv: { cmp: { K, V }, slc: { K, V }, win: { K, V } }, gates }, small);
export const parts = compressionBlocks(s, small);
export const blocks = cut(s, small.lSel);
export const smallReads = visits(s, small);

/** The mean over heads of each column. */
const meanOverHeads = (P: Matrix): number[] =>
  Array.from({ length: P.cols }, (_, j) => P.col(j).reduce((a, b) => a + b) / H);
const { weights } = scaledDotProductAttention(Q, K, V);
export const dense = meanOverHeads(weights);
export const pCmp = meanOverHeads(run.pCmp);
export const importance = run.importance.map((score) => score / H);

/** Share of dense attention's weight that lies on the selected blocks, mean over heads. */
export const covered = run.selected.reduce(
  (sum, j) => sum + dense.slice(blocks[j]!.start, blocks[j]!.end).reduce((a, b) => a + b, 0),
  0,
);

/** The blocks of each head alone, all of them together, and the group's. */
export const alone = run.perHead.map((scores) => unionOfChoices([scores], small));
export const union = unionOfChoices(run.perHead, small);

/** Four selection blocks of four tokens, seven compression blocks of four at stride two. */
export const tiny: NsaShape = { ...small, l: 4, d: 2, lSel: 4 };
export const tinyParts = compressionBlocks(16, tiny);
export const tinyP = [0.05, 0.1, 0.4, 0.2, 0.05, 0.1, 0.1] as const;
export const tinyScores = blockImportance(tinyP, 4, tiny);
export const tinyPrinted = importanceAsPrinted(tinyP, 4, tiny);

/** How often compression block i counts for selection block j: the scores of i alone. */
export const weightsOf = (of: typeof blockImportance): number[][] => {
  const columns = tinyParts.map((_, i) =>
    of(
      tinyParts.map((_, k) => (k === i ? 1 : 0)),
      4,
      tiny,
    ),
  );
  return tinyScores.map((_, j) => columns.map((column) => column[j]!));
};

/** Needles of so many tokens in 256, one head, the mean for φ. */
export const needleWidths = [1, 2, 4, 8] as const;
const trials = { s: 256, dk, trials: 32, seed: 1 };
export const recalls = needleWidths.map((width) => needleRecall({ ...trials, width }, small));
export const chance = chanceRecall(trials.s, small);

/** What this page's figures and text compute with; every number comes from the mechanisms or from a table of the paper. */
import { causal, everything } from '#mechanisms/attention/masks.ts';
import { Matrix } from '#mechanisms/numeric/matrix.ts';
import { createRandom } from '#mechanisms/numeric/random.ts';
import {
  bertBase,
  bertGroups,
  bertLarge,
  bertParameters,
  pretrainingHeads,
} from '#mechanisms/pre-training/bert-size.ts';
import {
  clozeReaders,
  drawCorpus,
  grade,
  readerNames,
  type ReaderName,
} from '#mechanisms/pre-training/cloze-counts.ts';
import { bestSpan, scoresOf } from '#mechanisms/pre-training/fine-tuning-heads.ts';
import { allButSelf } from '#mechanisms/pre-training/information-flow.ts';
import { embed, pack } from '#mechanisms/pre-training/input-representation.ts';
import {
  bertRates,
  clozePredictions,
  countFates,
  expectedShares,
  leftToRightPredictions,
  makeCloze,
} from '#mechanisms/pre-training/masking.ts';
import { doubtThreshold, originalGivenShown, trustInVisibleWord } from '#mechanisms/pre-training/visible-word.ts';
import { objects, shortA, shortB, storyA, storyB, subjects, verbs, world } from './world.zh.ts';

/** The cloze of the hero figure: 20 tokens, three asked for. The seed is chosen so that each meets another fate. */
export const story = pack(storyA, storyB);
export const vocabulary = [...new Set([...storyA, ...storyB, ...subjects, ...objects, ...verbs])].filter(
  (word) => word !== '，',
);
export const cloze = makeCloze(story.tokens, vocabulary, createRandom(3065));

/** The same text corrupted again and again: three positions each time. */
export const draws = 10_000;
export const tokensDrawn = draws * story.tokens.length;
export const fates = countFates(story.tokens, vocabulary, draws, createRandom(2018));
export const expected = expectedShares();

/** Four readers who have counted the whole world, and how they fare there. */
export const readers = clozeReaders(
  world.flatMap((said) => Array.from({ length: said.weight }, () => said)),
  verbs.length,
  0,
);
export const grades = Object.fromEntries(readerNames.map((name) => [name, grade(readers[name], world)])) as Record<
  ReaderName,
  ReturnType<typeof grade>
>;
/** The question worked through: the cat, a gap, the fish. */
export const asked = { l: 0, r: 0 } as const;

/** Perplexities of the same readers after `size` sentences, `alpha` added to each count; the mean over ten corpora. */
const corpora = 10;
function perplexitiesAfter(size: number, alpha: number): Record<ReaderName, number> {
  const mean: Record<ReaderName, number> = { left: 0, right: 0, joined: 0, both: 0 };
  for (let seed = 0; seed < corpora; seed++) {
    const trained = clozeReaders(drawCorpus(world, size, createRandom(size + seed)), verbs.length, alpha);
    for (const name of readerNames) mean[name] += grade(trained[name], world).perplexity / corpora;
  }
  return mean;
}
export const corpusSizes = [8, 16, 32, 64, 128, 256, 512, 1024] as const;
export const learned = corpusSizes.map((size) => ({ size, mean: perplexitiesAfter(size, 0.5) }));
/** With less added, counting pairs does not fall behind: the crossing in the figure is the smoothing's doing. */
export const lightlySmoothed = ([8, 16, 32] as const).map((size) => ({ size, mean: perplexitiesAfter(size, 0.1) }));

/** Three ways to ask for word 3 of four: which mask, which words are not shown, and which output must guess it. */
export const target = 3;
export const schemes = [
  { name: 'all-but-self', mask: allButSelf, hidden: [], guesser: target },
  { name: 'causal', mask: causal, hidden: [], guesser: target - 1 },
  { name: 'masked', mask: everything, hidden: [target], guesser: target },
] as const;

/** How far the best reader believes a word that it is shown, where the context gives it c and the other V − 1 words the rest. */
const evenly = (c: number, V: number) => [c, ...Array.from({ length: V - 1 }, () => (1 - c) / (V - 1))];
export const beliefIn = (c: number, V: number): number => originalGivenShown(evenly(c, V), 0, bertRates)[0]!;
export const paperVocabulary = 30_000;
export const threshold = doubtThreshold(paperVocabulary, bertRates);

/** Table 8: how the chosen divide, and development scores. */
export const recipes = [
  { mask: 0.8, random: 0.1, mnli: 84.2, ner: 95.4, frozen: 94.9 },
  { mask: 1, random: 0, mnli: 84.3, ner: 94.9, frozen: 94.0 },
  { mask: 0.8, random: 0.2, mnli: 84.1, ner: 95.2, frozen: 94.6 },
  { mask: 0.8, random: 0, mnli: 84.4, ner: 95.2, frozen: 94.7 },
].map((recipe) => ({ ...recipe, trust: recipe.mask === 1 ? undefined : trustInVisibleWord(recipe) }));

/** Input vectors of width 2, made up so that the sums can be read off. */
const short = pack(shortA, shortB);
const rowOf = [...new Set(short.tokens)];
const ids = short.tokens.map((token) => rowOf.indexOf(token));
const tables = {
  token: Matrix.of(
    rowOf.map(
      (_, row) =>
        [
          [0, 1],
          [1, 2],
          [2, 0],
          [3, 4],
          [0, 0],
          [4, 1],
        ][row]!,
    ),
  ),
  segment: Matrix.of([
    [10, 0],
    [0, 10],
  ]),
  position: Matrix.of([
    [0, 0],
    [1, 0],
    [0, 1],
    [1, 1],
    [2, 0],
    [0, 2],
    [2, 1],
    [1, 2],
    [2, 2],
  ]),
};
export const input = {
  ...short,
  rows: {
    token: ids.map((id) => tables.token.row(id)),
    segment: short.segments.map((segment) => tables.segment.row(segment)),
    position: short.tokens.map((_, i) => tables.position.row(i)),
    sum: embed(ids, short.segments, tables).toRows(),
  },
};

/** Last-layer vectors of the passage, made up, of width 2; S and E read one number each. */
const T = Matrix.of([
  [1, 0],
  [0, 1],
  [0, 0],
  [4, 0],
  [2, 1],
  [3, 6],
  [0, 0],
  [5, 1],
  [0, 1],
  [0, 2],
]);
const S = [1, 0];
const E = [0, 1];
const C = [3, 4];
export const start = scoresOf(T, S);
export const end = scoresOf(T, E);
export const span = bestSpan(start, end);
export const noAnswer = scoresOf(Matrix.of([C]), S)[0]! + scoresOf(Matrix.of([C]), E)[0]!;

/** Sizes by group, in all, and with the two heads of pre-training. */
export const sizes = [
  { name: 'BASE', shape: bertBase, printed: 110e6 },
  { name: 'LARGE', shape: bertLarge, printed: 340e6 },
].map(({ name, shape, printed }) => ({
  name,
  shape,
  printed,
  groups: bertGroups(shape),
  total: bertParameters(shape),
  withHeads: bertParameters(shape) + pretrainingHeads(shape),
  paperVocabulary: bertParameters({ ...shape, vocabulary: paperVocabulary }),
}));
export const [base, large] = sizes as [(typeof sizes)[number], (typeof sizes)[number]];
/** New weights for a task: W of K×H, or S and E. */
export const newWeights = { classes: (K: number) => K * bertBase.H, span: 2 * bertBase.H };

/** Questions asked of one sequence of n tokens. */
export const questions = (n: number) => ({ bert: clozePredictions(n), leftToRight: leftToRightPredictions(n) });

/** The schedule of Appendix A.2: 256 sequences a step, a million steps; one step in ten has 512 tokens, the others 128. */
const [sequences, steps, words] = [256, 1e6, 3.3e9];
export const schedule = {
  tokensPerStep: sequences * 512,
  predictionsPerStep: sequences * clozePredictions(512),
  epochs: (sequences * 512 * steps) / words,
  epochsAsScheduled: (sequences * (0.9 * 128 + 0.1 * 512) * steps) / words,
};

/** Table 1: MNLI-m, MNLI-mm, QQP, QNLI, SST-2, CoLA, STS-B, MRPC, RTE. */
const glue = {
  earlier: [80.6, 80.1, 66.1, 82.3, 93.2, 35.0, 81.0, 86.0, 61.7],
  gpt: [82.1, 81.4, 70.3, 87.4, 91.3, 45.4, 80.0, 82.3, 56.0],
  base: [84.6, 83.4, 71.2, 90.5, 93.5, 52.1, 85.8, 88.9, 66.4],
  large: [86.7, 85.9, 72.1, 92.7, 94.9, 60.5, 86.5, 89.3, 70.1],
};
export const glueMean = (model: keyof typeof glue): number =>
  glue[model].reduce((sum, score) => sum + score, 0) / glue[model].length;

export const millions = (count: number, digits = 1): string => (count / 1e6).toFixed(digits);
export const percent = (share: number, digits = 1): string => `${(share * 100).toFixed(digits)}%`;
export const thousands = (count: number): string => count.toLocaleString('en-US');

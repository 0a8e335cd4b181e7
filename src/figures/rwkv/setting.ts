import { createRandom } from '#mechanisms/numeric/random.ts';
import { rwkvFlops, rwkvParameters, rwkvState, tokensAtMost } from '#mechanisms/recurrence/rwkv-size.ts';
import { kvCacheSize } from '#mechanisms/recurrence/scan-cost.ts';
import { initialDecay, keyToHold, wkvHalfLife } from '#mechanisms/recurrence/wkv-memory.ts';
import { explicitWkv, recurrentWkv, safeWkv, wkvWeights, type WkvChannel } from '#mechanisms/recurrence/wkv.ts';

/** The page's example: six tokens whose e^k are whole, e^{−w} = ½ and e^u = 2, chosen so that every state is whole. */
export const expK = [4, 2, 2, 6, 4, 4];
export const example: WkvChannel = {
  w: Math.LN2,
  u: Math.LN2,
  k: expK.map(Math.log),
  v: [6, 2, 8, 2, 1, 6],
};
export const steps = recurrentWkv(example);
export const weights = wkvWeights(example, expK.length - 1);

/** The largest model (Table 2); the vocabulary from the table's caption. */
export const model = { V: 50277, D: 5120, L: 40 };
export const state = rwkvState(model);
/** Numbers in the KV cache of a Transformer as deep and as wide, after T tokens. */
export const cache = (T: number): number => model.L * kvCacheSize({ B: 1, L: T, D: model.D });
export const evenLength = state / cache(1);
/** Inference was measured in float32 (§6): 4 bytes, 32 bits. */
export const stateBytes = 4 * state;
export const cacheBytes = (T: number): number => 4 * cache(T);
/** Tokens that the state could tell apart if not a bit of it were lost. */
export const mostTokens = tokensAtMost(state, 32, model.V);

/** Multiplications per token and layer: the matrices, and WKV, whose recurrence takes about five a channel. */
export const matrixWork = 13 * model.D ** 2;
export const wkvWork = 5 * model.D;

export const parameters = rwkvParameters(model);
export const flops = rwkvFlops(model);
/** What the formula printed under Table 2 gives: it counts the embedding as a matrix product too. */
export const flopsAsPrinted = flops + 2 * model.V * model.D;

/** Largest exponents k for which e^k is finite. */
export const overflowAt = { float16: Math.log(65504), float32: Math.log(3.4028234663852886e38) };
/** The key needed to hold half the weight over a million tokens without decay. */
export const millionKey = keyToHold(1e6, 0);
export const slowestStart = initialDecay(0, 768, 0, 12);
export const slowestHalfLife = wkvHalfLife(slowestStart);

/** The example with its keys multiplied: what the plain and the safe recurrence say of the last token. */
export const scaled = [1, 100, 1000].map((factor) => {
  const channel = { ...example, k: example.k.map((k) => factor * k) };
  return {
    most: Math.max(...channel.k),
    plain: recurrentWkv(channel).at(-1)!.wkv,
    safe: safeWkv(channel).at(-1)!.wkv,
    average: explicitWkv(channel).at(-1)!,
  };
});
export const print = (value: number): string => (Number.isNaN(value) ? 'NaN' : value.toFixed(3));

/** The three forms on 200 seeded tokens, as largest differences from the average. */
const { normal } = createRandom(23);
const noise: WkvChannel = {
  w: 0.05,
  u: 0.3,
  k: Array.from({ length: 200 }, normal),
  v: Array.from({ length: 200 }, normal),
};
const average = explicitWkv(noise);
const apart = (forms: readonly { wkv: number }[]) =>
  Math.max(...forms.map(({ wkv }, t) => Math.abs(wkv - average[t]!)));
export const errors = { recurrent: apart(recurrentWkv(noise)), safe: apart(safeWkv(noise)) };
/** As the page writes it; the minus sign keeps the exponent on its line. */
export const difference = (error: number): string => `差 ${error.toExponential(0).replace('-', '\u2212')}`;

/** Table 4, Long Range Arena without Path-X, which only S4 solves: ListOps, Text, Retrieval, Image, Pathfinder. */
const arena = {
  transformer: [36.37, 64.27, 57.46, 42.44, 71.4],
  rwkv: [55.88, 86.04, 88.34, 70.53, 58.42],
};
const mean = (scores: readonly number[]) => scores.reduce((sum, score) => sum + score, 0) / scores.length;
/** Averages over the five tasks, and over six with an unsolved Path-X at 50, as the table's other rows have it. */
export const arenaMeans = {
  rwkvOfFive: mean(arena.rwkv),
  rwkvOfSix: mean([...arena.rwkv, 50]),
  transformerOfSix: mean([...arena.transformer, 50]),
};

/** A large number with its power of ten raised: 2.778×10¹⁰. */
export const scientific = (value: number): string => {
  const [digits, power = ''] = value.toExponential(3).split('e+');
  return `${digits}×10${[...power].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]).join('')}`;
};

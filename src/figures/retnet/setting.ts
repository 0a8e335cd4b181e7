import { Matrix } from '#mechanisms/numeric/matrix.ts';
import { createRandom } from '#mechanisms/numeric/random.ts';
import { experimentDecays, halfLife, normalise, varianceGain } from '#mechanisms/recurrence/multi-scale-retention.ts';
import { chunkwiseCost, parallelCost, recurrentCost, retNetState } from '#mechanisms/recurrence/retention-cost.ts';
import { chunkwiseRetention, parallelRetention, recurrentRetention } from '#mechanisms/recurrence/retention.ts';
import { linearRecurrence, rotateByPosition, transition } from '#mechanisms/recurrence/rotary-retention.ts';
import { kvCacheSize } from '#mechanisms/recurrence/scan-cost.ts';

/** The page's example: four tokens, d_k = 2, d_v = 1, γ = ½, chosen so that every state is whole. */
export const example = {
  Q: Matrix.of([[1, 0], [1, 1], [0, 1], [2, 1]]), // prettier-ignore
  K: Matrix.of([[1, 0], [0, 1], [1, 1], [0, 1]]), // prettier-ignore
  V: Matrix.of([[8], [4], [4], [2]]),
  gamma: 1 / 2,
};
export const chunk = 2;
export const parallel = parallelRetention(example);
export const recurrent = recurrentRetention(example);
export const chunkwise = chunkwiseRetention(example, chunk);

/** Head sizes of all experiments (§3.1), and the 6.7B model (Table 2). */
export const head = { dk: 256, dv: 512 };
export const model = { layers: 32, width: 4096, ...head };
const bytes = 2;
export const stateNumbers = head.dk * head.dv;
export const stateBytes = retNetState(model) * bytes;
export const cacheBytes = (L: number): number => model.layers * kvCacheSize({ B: 1, L, D: model.width }) * bytes;
/** The length at which the Transformer's KV cache has grown as large as the state. */
export const evenLength = stateBytes / cacheBytes(1);
/** The state beside the weights of 6.7B parameters, for one sequence. */
export const stateShare = stateBytes / (stateBytes + 6.7e9 * bytes);

/** The three forms at the length and the chunk of the paper's cost test (§3.3). */
export const long = { N: 8192, ...head };
export const B = 512;
export const costs = {
  parallel: parallelCost(long),
  recurrent: recurrentCost(long),
  chunkwise: chunkwiseCost(long, B),
};
/** Per token, in thousands of multiplications. */
export const perToken = ({ multiplications }: { multiplications: number }): number => multiplications / long.N / 1000;

/** Eight heads as in the 1.3B model: width 2048 over heads of 256. */
export const gammas = experimentDecays(8);
export const [fastest, slowest] = [gammas[0]!, gammas.at(-1)!];
export const halfLives = gammas.map(halfLife);
export const varianceRatio = varianceGain(slowest) / varianceGain(fastest);

/** Table 4, throughput in words per second at length 8192: Transformer, with FlashAttention, RetNet. */
export const throughput = [
  { size: '1.3B', transformer: 10832.4, flash: 63965.2, retnet: 73344.8 },
  { size: '2.7B', transformer: 5186.0, flash: 34990.2, retnet: 38921.2 },
  { size: '6.7B', transformer: 2754.4, flash: 16230.1, retnet: 17458.6 },
];

/** The paper's identities on seeded random numbers, each as the largest difference of its two sides. */
const { normal } = createRandom(17);
const theta = [0.1, 1, 2.5, 0.01];
const [Q, K] = [Matrix.from(64, 8, normal), Matrix.from(64, 8, normal)];
const V = Matrix.from(64, 8, normal);
const rotated = { Q: rotateByPosition(Q, theta), K: rotateByPosition(K, theta), V, gamma: 31 / 32 };
const whole = parallelRetention(rotated).output;
const row = whole.row(63);
export const errors = {
  recurrent: recurrentRetention(rotated).output.distance(whole),
  chunkwise: chunkwiseRetention(rotated, 10).output.distance(whole),
  derivation: linearRecurrence(transition(31 / 32, theta), Q, K, V).distance(whole),
  scale: Matrix.of([normalise(row.map((x) => 100 * x))]).distance(Matrix.of([normalise(row)])),
};
/** As the page writes it; the minus sign keeps the exponent on its line. */
export const difference = (error: number): string => `差 ${error.toExponential(0).replace('-', '\u2212')}`;

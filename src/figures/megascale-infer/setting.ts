/** What this page's figures and text compute: experts' batches, the ping-pong of micro-batches, and the sides in balance. */
import {
  balancedNodes,
  ffnUtilisation,
  requestsHeld,
  tokensPerExpert,
  type AttentionSide,
  type Profile,
} from '#mechanisms/moe/expert-batch.ts';
import {
  leastMicroBatches,
  pingPong,
  predictedTotal,
  totalTime,
  type PingPongTimes,
} from '#mechanisms/serving/ping-pong.ts';

/** F/B of an A100 as the paper takes it (Sec. 2.3), in tokens. */
export const ridge = 156;
export const moe = { experts: 8, topK: 2 };
export const share = ffnUtilisation(tokensPerExpert(ridge, moe), ridge);

/** How busy an expert is, by requests on one attention node, with the tokens of n nodes merged. */
const batches = Array.from({ length: 61 }, (_, i) => i * 15);
export const merged = [1, 2, 4];
export const utilisations = {
  dense: batches.map((b): [number, number] => [b, ffnUtilisation(b, ridge)]),
  moe: merged.map((n) => batches.map((b): [number, number] => [b, ffnUtilisation(tokensPerExpert(b * n, moe), ridge)])),
};

/** A model about the size of Mixtral 8x22B on cards of 80 GB, requests of 1,024 tokens: ours, not the paper's. */
export const side: AttentionSide = { layers: 56, hidden: 6144, group: 6, memory: 80e9 };
export const contextTokens = 1024;
export const held = requestsHeld(side, contextTokens);
export const microBatches = 3;
export const heldPerExpert = tokensPerExpert(held / microBatches, moe);
/** Attention nodes at which each expert's share of a micro-batch reaches the ridge. */
export const nodesToFill = Math.ceil((ridge * microBatches * moe.experts) / moe.topK / held);

/** The paper's kind of times, one micro-batch in one layer: the unit is T_f. */
export const times: PingPongTimes = { Ta: 1, Te: 1, Tc: 0.3 };
export const LAYERS = 8;
export const least = leastMicroBatches(times);
export const schedules = [1, 2, 3].map((m) => ({ m, visits: pingPong(times, m, 3), total: totalTime(times, m, 3) }));
export const totals = [1, 2, 3, 4].map((m) => ({
  m,
  simulated: totalTime(times, m, LAYERS),
  predicted: predictedTotal(times, m, LAYERS),
}));
/** How busy the slower side is over a long run of layers, by m. */
const LONG = 60;
const busy = (Tc: number, m: number) => (m * LONG) / totalTime({ ...times, Tc }, m, LONG);
export const ways = [0.1, 0.3, 0.6, 0.9];
export const counts = [1, 2, 3, 4, 5];
export const sweep = ways.map((Tc) => counts.map((m): [number, number] => [m, busy(Tc, m)]));
/** Throughput of m + 1 micro-batches over that of m, at this T_c. */
export const gain = (Tc: number, m: number): number => busy(Tc, m + 1) / busy(Tc, m);

/** A profile made up for the example: attention costs more by the token than an expert does. */
export const profile: Profile = { k1: 3, k2: 0, k3: 2, k4: 0 };
export const nodes = balancedNodes(profile, moe);

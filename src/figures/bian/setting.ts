/** What this page's figures and text compute: calls of the agents, three runs that disagree, entropies, and repeated runs. */
import { entropy } from '#mechanisms/attention/softmax.ts';
import { meanRanks, meanScores, STOP_BELOW, stopsEarly, topP } from '#mechanisms/reliability/rank-of-ranks.ts';
import { accuracyAfter, rightAfter } from '#mechanisms/reliability/repeated-runs.ts';

/** Sec. 4.1 and 4.2: candidates, monitoring tools, anomaly scenarios, runs of the last step. */
export const counts = { devices: 6, tools: 11, scenarios: 7, runs: 3 };
export const calls = {
  summaries: counts.devices * counts.tools,
  analyses: counts.devices * counts.scenarios,
  scoring: 1,
};

/** The worked example: two devices, three runs. */
export const runs = [
  [0.6, 0.3],
  [0.5, 0.4],
  [0.2, 0.7],
];
export const byScore = meanScores(runs);
export const byRank = meanRanks(runs);

/** Scores of Stage 1 in Fig. 4. */
export const examples = [{ scores: [0.4, 0.23, 0.28, 0.09] }, { scores: [0.84, 0.1, 0.06] }].map(({ scores }) => ({
  scores,
  entropy: entropy(scores),
  stops: stopsEarly(scores),
}));
export const threshold = STOP_BELOW;
export const kept = topP(examples[0]!.scores, 0.8).length;

export const three = rightAfter(3, 0.8);
export const misled = rightAfter(3, 0.3);
/** Incidents mostly clear, some misleading: mean 0.955 as measured, the shape is ours. */
const incidents = 357;
const shape = { a: 0.955, b: 0.045 };
export const repeated = [1, 3, 5, 7, 9].map((N) => ({ N, ...accuracyAfter(N, shape.a, shape.b, incidents) }));

/** Sec. 6.1: top-1, top-2, top-3 accuracy in per cent. */
export const accuracy = { bian: [95.5, 98.6, 99.3], hotDevice: [86.3, 88.9, 93.0] };
export const points = accuracy.bian[0]! - accuracy.hotDevice[0]!;
export const fewerErrors = 1 - (100 - accuracy.bian[0]!) / (100 - accuracy.hotDevice[0]!);

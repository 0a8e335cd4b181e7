/** What this page's figures and text compute: a synthetic job with one faulty machine and one that jitters. */
import { createRandom } from '#mechanisms/numeric/random.ts';
import { machineTraces, type Disturbance } from '#mechanisms/reliability/machine-metrics.ts';
import {
  alerts,
  chanceRun,
  detect,
  distances,
  f1,
  highestScore,
  minderRule,
  scores,
  scoresByWindow,
  smooth,
} from '#mechanisms/reliability/outlier-detection.ts';

export const job = { machines: 16, seconds: 900, noise: 0.1 };
export const rule = minderRule;
export const fault = { machine: 6, from: 400, to: job.seconds, by: 0.6 };
export const burst = { machine: 11, from: 160, to: 190, by: 1.5 };
const traces = machineTraces(job, [fault, burst], createRandom(12)).map((trace) => smooth(trace, 2));

/** One value a column of 20 s, each machine's difference from the mean of all: what a reader is meant to see. */
const COLUMN = 20;
export const columns = Math.floor(job.seconds / COLUMN);
const means = traces.map((trace) =>
  Array.from({ length: columns }, (_, c) => {
    const part = trace.subarray(c * COLUMN, (c + 1) * COLUMN);
    return part.reduce((a, b) => a + b, 0) / part.length;
  }),
);
export const differences = means.map((row) =>
  row.map((value, c) => value - means.reduce((sum, other) => sum + other[c]!, 0) / means.length),
);
export const columnOf = (second: number): number => second / COLUMN;

const byWindow = scoresByWindow(traces, rule.window);
/** A machine's score over time, and the highest of all others. */
export const scoreOf = (machine: number): [number, number][] =>
  byWindow.map((scores, w) => [(w + 0.5) * rule.window, scores[machine]!]);
export const othersScore: [number, number][] = byWindow.map((scores, w) => [
  (w + 0.5) * rule.window,
  Math.max(...scores.filter((_, machine) => machine !== fault.machine && machine !== burst.machine)),
]);
export const alert = alerts(byWindow, rule)[0]!;
export const hasty = alerts(byWindow, { ...rule, continuity: rule.window });
export const bound = highestScore(job.machines);
export const smallBound = highestScore(8);

/** The distance matrix of a window after the onset. */
const AT = 480;
export const matrix = distances(traces, AT, AT + rule.window);
export const matrixScores = scores(matrix);

/** A window of three seconds of three machines, worked by hand. */
const hand = [
  [1, 2, 1],
  [1, 2, 1],
  [4, 6, 1],
].map((values) => Float64Array.from(values));
export const handDistances = distances(hand, 0, 3);
export const handSums = handDistances.map((row) => row.reduce((a, b) => a + b, 0));

export const windowsNeeded = rule.continuity / rule.window;
/** One window in ten names somebody, of 128 machines: by chance the same one three windows in a row. */
export const chance = chanceRun(0.1, 128, 3);

/** Sixteen jobs, each with a fault and three bursts of jitter: what is raised with and without the continuity rule. */
const JOBS = 16;
function tally(continuity: number) {
  let [right, wrong, found] = [0, 0, 0];
  for (let seed = 0; seed < JOBS; seed++) {
    const random = createRandom(1000 + seed);
    const machine = random.integer(0, job.machines - 1);
    const disturbances: Disturbance[] = [
      { machine, from: 500, to: job.seconds, by: 0.6 },
      ...[60, 200, 340].map((from) => ({ machine: random.integer(0, job.machines - 1), from, to: from + 30, by: 1.5 })),
    ];
    const first = detect([machineTraces(job, disturbances, random)], { ...rule, continuity });
    if (first?.machine === machine) right++;
    else if (first) wrong++;
    if (first) found++;
  }
  return { right, wrong, found, precision: found === 0 ? 0 : right / found };
}
export const jobs = JOBS;
export const tallies = { patient: tally(rule.continuity), hasty: tally(rule.window) };

/** Precision, recall and F1 as the paper prints them. */
export const printed = {
  minder: { P: 0.904, R: 0.883, f1: f1(0.904, 0.883) },
  mahalanobis: { P: 0.788, R: 0.767, f1: f1(0.788, 0.767) },
};
/** Seconds: one call; the shortest time from onset to an alert. */
export const call = 3.6;
export const halfHour = 30 * 60;

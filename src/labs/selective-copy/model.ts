import { task } from '#figures/mamba/setting.ts';
import {
  handBuiltSsm,
  readState,
  runCopying,
  type CopyingSsm,
  type StepSizes,
} from '#mechanisms/recurrence/copying-ssm.ts';
import { accuracyByPosition, dataOf, drawStrip } from '#mechanisms/recurrence/selective-copying.ts';

export interface State {
  step: number;
  data: number;
  noise: number;
  seed: number;
}

/** Strips over which both models are averaged; few, so that a slider moves at once. */
export const strips = 12;

/** One read-out asked at the playhead: the data token `ago` tokens back among the data read so far. */
export interface Reading {
  ago: number;
  /** The right colour; nothing where so many data have not been read. */
  truth: number | undefined;
  answer: number;
  score: number;
}

/** Both models on one strip up to the playhead, and their averages. */
export function run({ step, data, noise, seed }: State) {
  const strip = drawStrip(task, seed);
  const models = { selective: { data, noise }, constant: { data, noise: data } };
  const [selective, constant] = [modelOn(models.selective, strip, step), modelOn(models.constant, strip, step)];
  return {
    strip,
    step,
    selective,
    constant,
    /** The fullest that an entry of either state gets: the top of the heat scale. */
    peak: Math.max(...[selective, constant].flatMap(({ heat }) => heat.flat().map((value) => value ?? 0))),
  };
}

export type Run = ReturnType<typeof run>;
export type ModelRun = Run['selective'];

function modelOn(delta: StepSizes, strip: readonly number[], step: number) {
  const ssm = handBuiltSsm(task, delta);
  const { steps } = runCopying(ssm, strip);
  const readings = readAt(ssm, strip.slice(0, step + 1), steps[step]!.h);
  return {
    delta,
    gates: steps.slice(0, step + 1).map(({ gates }) => gates[0]!),
    /** Row (c, n): entry n of colour c's state after each token; empty to the right of the playhead. */
    heat: Array.from({ length: task.colours * task.K }, (_, row) =>
      steps.map(({ h }, t) => (t > step ? null : h.at(1 + Math.floor(row / task.K), row % task.K))),
    ),
    readings,
    right: readings.filter(({ truth, answer }) => truth === answer).length,
    average: averageOf(delta),
  };
}

function readAt(ssm: CopyingSsm, read: readonly number[], h: Parameters<typeof readState>[1]): Reading[] {
  const { scores, answers } = readState(ssm, h);
  const data = dataOf(read);
  return answers.map((answer, k) => {
    const ago = task.K - 1 - k;
    return { ago, truth: data.at(-1 - ago), answer, score: scores.at(k, answer - 1) };
  });
}

const averages = new Map<string, number>();

/** The share of data tokens named right at the ends of many strips; kept, as a step of the playhead does not change it. */
function averageOf(delta: StepSizes): number {
  const key = `${delta.data} ${delta.noise}`;
  const known = averages.get(key);
  if (known !== undefined) return known;
  const ssm = handBuiltSsm(task, delta);
  const shares = accuracyByPosition(task, (strip) => runCopying(ssm, strip).answers, strips);
  const average = shares.reduce((sum, share) => sum + share, 0) / task.K;
  averages.set(key, average);
  return average;
}

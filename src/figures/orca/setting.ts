import { simulate } from '#mechanisms/serving/engine.ts';
import { makespan } from '#mechanisms/serving/metrics.ts';
import { orca } from '#mechanisms/serving/policies/orca.ts';
import { requestLevel } from '#mechanisms/serving/policies/request-level.ts';
import type { Trace } from '#mechanisms/serving/request.ts';
import type { Run } from '#mechanisms/serving/run.ts';

/** Eight requests for four places: as many tokens to generate as the letters' numbers say; every iteration takes one beat. */
export const outputs = [2, 4, 6, 12, 3, 5, 4, 6];
const trace: Trace = outputs.map((output, id) => ({ id, arrival: 0, prompt: 1, output }));
export const places = 4;

const course = { trace, time: () => 1, pool: { blocks: 64, blockSize: 16 } };
export const runs = {
  requestLevel: simulate({ ...course, policy: requestLevel(places) }),
  orca: simulate({ ...course, policy: orca(places) }),
};

/** Beats from start to end, and the share of places × beats in which a place generates a token. */
export function useOf(run: Run): { beats: number; share: number } {
  const beats = makespan(run);
  const used = run.iterations.reduce((sum, { entries }) => sum + entries.length, 0);
  return { beats, share: used / (places * beats) };
}

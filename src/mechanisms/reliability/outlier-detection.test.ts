import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../numeric/random.ts';
import { machineTraces, type Disturbance } from './machine-metrics.ts';
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
} from './outlier-detection.ts';

const job = { machines: 16, seconds: 900, noise: 0.1 };
const traces = (seed: number, disturbances: Disturbance[] = []) => machineTraces(job, disturbances, createRandom(seed));
/** Begins with a window. */
const fault = { machine: 6, from: 304, to: 900, by: 0.6 };
const burst = { machine: 11, from: 120, to: 150, by: 2 };

describe('detection', () => {
  it('finds the faulty machine and no other, four minutes after its onset up to a window that smoothing lets feel it early', () => {
    for (let seed = 1; seed <= 25; seed++) {
      const alert = detect([traces(seed, [fault])], minderRule)!;
      expect(alert.machine).toBe(fault.machine);
      expect(alert.at).toBeGreaterThanOrEqual(fault.from + minderRule.continuity - minderRule.window);
      expect(alert.at).toBeLessThan(fault.from + minderRule.continuity + 4 * minderRule.window);
    }
  });

  it('says nothing of a healthy job, nor of a burst of thirty seconds; without the continuity rule the burst fires', () => {
    for (let seed = 1; seed <= 25; seed++) {
      expect(detect([traces(seed)], minderRule)).toBeUndefined();
      expect(detect([traces(seed, [burst])], minderRule)).toBeUndefined();
    }
    const hasty = alerts(scoresByWindow(traces(1, [burst]), 8), { ...minderRule, continuity: 8 });
    expect(hasty.map(({ machine }) => machine)).toContain(burst.machine);
  });

  it('goes on to the next metric where the first shows nothing', () => {
    expect(detect([traces(1), traces(2, [fault])], minderRule)!.machine).toBe(fault.machine);
  });

  it('does not mind what all machines do alike', () => {
    const plain = traces(3, [fault]);
    const lifted = plain.map((trace) => trace.map((value, t) => value + (t > 400 ? 50 : 0)));
    expect(detect([lifted], minderRule)).toEqual(detect([plain], minderRule));
  });
});

describe('distances', () => {
  it('are a symmetric matrix with a zero diagonal', () => {
    const matrix = distances(traces(4), 40, 48);
    matrix.forEach((row, i) => row.forEach((d, k) => expect(d).toBe(i === k ? 0 : matrix[k]![i])));
  });

  it('never score more than √(M − 1), which one machine apart from all others reaches', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -900, max: 900 }), { minLength: 2, maxLength: 20 }), (values) => {
        const matrix = distances(
          values.map((value) => Float64Array.of(value)),
          0,
          1,
        );
        expect(Math.max(...scores(matrix))).toBeLessThanOrEqual(highestScore(values.length) + 1e-6);
      }),
    );
    const apart = distances(
      [0, 0, 0, 0, 5].map((value) => Float64Array.of(value)),
      0,
      1,
    );
    expect(Math.max(...scores(apart))).toBeCloseTo(highestScore(5), 9);
  });
});

it('smoothing keeps a level and halves the noise of four averaged values or more', () => {
  expect([...smooth(Float64Array.of(3, 3, 3, 3), 1)]).toEqual([3, 3, 3, 3]);
  expect([...smooth(Float64Array.of(0, 3, 0), 1)]).toEqual([1.5, 1, 1.5]);
});

it('a run of chance is as rare as counted', () => {
  const { next, integer } = createRandom(8);
  const [q, M, r, trials] = [0.6, 3, 3, 40_000];
  let runs = 0;
  for (let t = 0; t < trials; t++) {
    const named = Array.from({ length: r }, () => (next() < q ? integer(1, M) : 0));
    if (named[0] !== 0 && named.every((machine) => machine === named[0])) runs++;
  }
  expect(runs / trials).toBeCloseTo(chanceRun(q, M, r), 2);
});

it('F1 is what the paper’s precision and recall give', () => {
  expect(f1(0.904, 0.883)).toBeCloseTo(0.893, 3);
  expect(f1(0.788, 0.767)).toBeCloseTo(0.777, 3);
});

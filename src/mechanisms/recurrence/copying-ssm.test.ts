import { describe, expect, it } from 'vitest';
import { handBuiltSsm, oneHot, readState, runCopying, type StepSizes } from './copying-ssm.ts';
import { copyingAccuracy, drawStrip, NOISE, type CopyingTask } from './selective-copying.ts';
import { causalConvolution, convolutionKernel } from './state-space-model.ts';

const task: CopyingTask = { L: 32, K: 4, colours: 4, placement: 'random' };
const selective: StepSizes = { data: 0.3, noise: 1e-4 };
/** Twenty-four constants from 0.001 to 20, evenly spaced in the logarithm. */
const constants = Array.from({ length: 24 }, (_, i) => 1e-3 * 20_000 ** (i / 23));

function accuracy(of: CopyingTask, delta: StepSizes, seeds = 100): number {
  const ssm = handBuiltSsm(of, delta);
  const each = Array.from({ length: seeds }, (_, seed) => {
    const strip = drawStrip(of, seed);
    return copyingAccuracy(strip, runCopying(ssm, strip).answers);
  });
  return each.reduce((sum, share) => sum + share, 0) / seeds;
}

describe('the hand-built selective SSM', () => {
  it('copies every one of 1000 strips without a mistake', () => {
    const ssm = handBuiltSsm(task, selective);
    for (let seed = 0; seed < 1000; seed++) {
      const strip = drawStrip(task, seed);
      expect(copyingAccuracy(strip, runCopying(ssm, strip).answers)).toBe(1);
    }
  });

  it.each([
    { K: 1, L: 8 },
    { K: 2, L: 64 },
    { K: 6, L: 64 },
    { K: 4, L: 4 },
    { K: 4, L: 256 },
    { K: 8, L: 32 },
  ])('copies $K of $L tokens', ({ K, L }) => {
    expect(accuracy({ ...task, K, L }, { data: 0.15, noise: 1e-5 })).toBe(1);
  });

  it('scores the right colour 1 and the others 0 as noise closes Δ', () => {
    const strip = [0, 2, 0, 0, 1, 3, 0, 2, 0];
    const { scores } = runCopying(handBuiltSsm({ ...task, L: 9 }, { data: 0.3, noise: 1e-12 }), strip);
    const right = [2, 1, 3, 2];
    scores.toRows().forEach((row, k) => row.forEach((s, i) => expect(s).toBeCloseTo(i + 1 === right[k] ? 1 : 0, 8)));
  });

  it('opens on data and shuts on noise: noise leaves the state as it was', () => {
    const strip = drawStrip(task, 1);
    const { steps } = runCopying(handBuiltSsm(task, selective), strip);
    steps.forEach(({ token, delta, gates, h }, t) => {
      expect(delta).toBeCloseTo(token === NOISE ? selective.noise : selective.data, 12);
      gates.forEach((g, n) => expect(g).toBeCloseTo(1 - Math.exp(-(n + 1) * delta), 12));
      const before = steps[t - 1]?.h;
      if (before && token === NOISE) {
        const moved = h.sliceRows(1, 5).distance(before.sliceRows(1, 5));
        expect(moved).toBeLessThan(4 * selective.noise);
      }
    });
  });

  it('can be asked in the middle: read-out k then names the token K − 1 − k data tokens ago', () => {
    const ssm = handBuiltSsm({ ...task, L: 9 }, { data: 0.3, noise: 1e-6 });
    const { steps } = runCopying(ssm, [0, 2, 0, 0, 1, 3, 0, 2, 0]);
    expect(readState(ssm, steps[2]!.h).answers[3]).toBe(2);
    expect(readState(ssm, steps[6]!.h).answers.slice(1)).toEqual([2, 1, 3]);
    for (const score of readState(ssm, steps[6]!.h).scores.row(0)) expect(score).toBeCloseTo(0, 3); // nothing so early
  });

  it('forgets in proportion: the longer the strip, the smaller Δ on noise must be', () => {
    const leaky = { data: 0.3, noise: 1e-2 };
    expect(accuracy({ ...task, L: 8 }, leaky)).toBeGreaterThan(accuracy(task, leaky) + 0.2);
  });

  it.each([
    { data: 0, noise: 1 },
    { data: 1, noise: -1 },
  ])('has no weights for Δ = %o', (delta) => {
    expect(() => handBuiltSsm(task, delta)).toThrow(RangeError);
  });
});

describe('its time-invariant counterpart, Δ the same on data and noise', () => {
  it('fails whatever the constant: no more than half of the tokens, for 24 constants from 0.001 to 20', () => {
    for (const delta of constants) expect(accuracy(task, { data: delta, noise: delta })).toBeLessThan(0.5);
  });

  it('fails because noise moves the clock: on strips without noise it copies as well', () => {
    expect(accuracy({ ...task, L: 4 }, { data: 0.3, noise: 0.3 })).toBe(1);
  });

  it('is a convolution: its scores are those of one fixed kernel for each read-out', () => {
    const ssm = handBuiltSsm(task, { data: 0.3, noise: 0.3 });
    const [A, B] = [ssm.weights.A.row(0), ssm.weights.WB.row(0)];
    for (let seed = 0; seed < 20; seed++) {
      const strip = drawStrip(task, seed);
      const x = oneHot(strip, task);
      const { scores } = runCopying(ssm, strip);
      for (let k = 0; k < task.K; k++) {
        const kernel = convolutionKernel({ delta: 0.3, A, B, C: ssm.C.row(k) }, task.L);
        for (let colour = 1; colour <= task.colours; colour++) {
          expect(scores.at(k, colour - 1)).toBeCloseTo(causalConvolution(x.col(colour), kernel).at(-1)!, 8);
        }
      }
    }
  });
});

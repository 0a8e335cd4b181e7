import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { dataOf, drawStrip, NOISE, type CopyingTask } from './selective-copying.ts';
import { lagDistribution, leastSquaresKernel, readWithKernel } from './static-kernel.ts';

const task: CopyingTask = { L: 32, K: 4, colours: 4, placement: 'random' };

/** Every strip of a small task: all ways to place and to colour. */
function everyStrip({ L, K, colours }: CopyingTask): number[][] {
  const strips = Array.from({ length: (colours + 1) ** L }, (_, code) =>
    Array.from({ length: L }, (_, t) => Math.floor(code / (colours + 1) ** t) % (colours + 1)),
  );
  return strips.filter((strip) => dataOf(strip).length === K);
}

function squaredError(of: CopyingTask, kernel: readonly number[], k: number): number {
  const errors = everyStrip(of).map((strip) =>
    readWithKernel(of, kernel, strip).scores.reduce(
      (sum, s, i) => sum + (s - (dataOf(strip)[k] === i + 1 ? 1 : 0)) ** 2,
      0,
    ),
  );
  return errors.reduce((sum, e) => sum + e, 0) / errors.length;
}

/** The share of 2000 strips whose data token k the kernel names. */
function accuracy(of: CopyingTask, kernel: readonly number[], k: number): number {
  let right = 0;
  for (let seed = 0; seed < 2000; seed++) {
    const strip = drawStrip(of, seed);
    if (readWithKernel(of, kernel, strip).answer === dataOf(strip)[k]) right++;
  }
  return right / 2000;
}

describe('the lag of data token k', () => {
  it('is distributed as counted over every strip of a small task', () => {
    const small = { ...task, L: 6, K: 3, colours: 1 };
    const strips = everyStrip(small);
    for (let k = 0; k < 3; k++) {
      lagDistribution(small, k).forEach((p, lag) => {
        const hits = strips.filter((s) => s[5 - lag] !== NOISE && dataOf(s.slice(0, 5 - lag)).length === k).length;
        expect(p).toBeCloseTo(hits / strips.length, 12);
      });
    }
  });

  it('never varies on strips without noise either, even of one colour', () => {
    const full = { ...task, L: 4 };
    for (let k = 0; k < 4; k++) expect(accuracy(full, leastSquaresKernel(full, k), k)).toBe(1);
    expect(leastSquaresKernel({ ...full, colours: 1 }, 0)).toEqual([0, 0, 0, 1]);
  });

  it('never varies in the plain Copying task, so that a fixed kernel copies without a mistake', () => {
    const plain = { ...task, placement: 'start' } as const;
    for (let k = 0; k < 4; k++) expect(accuracy(plain, leastSquaresKernel(plain, k), k)).toBe(1);
  });
});

describe('the least-squares kernel', () => {
  const small: CopyingTask = { L: 5, K: 3, colours: 2, placement: 'random' };

  it('has the least squared error over every strip: any change makes it worse', () => {
    const change = fc.array(fc.double({ min: -0.5, max: 0.5, noNaN: true }), { minLength: 5, maxLength: 5 });
    for (let k = 0; k < 3; k++) {
      const kernel = leastSquaresKernel(small, k);
      const least = squaredError(small, kernel, k);
      const worse = (by: number[]) =>
        squaredError(
          small,
          kernel.map((w, i) => w + by[i]!),
          k,
        ) >=
        least - 1e-12;
      fc.assert(fc.property(change, worse), { numRuns: 25 });
    }
  });

  it('misnames a third of the middle tokens, and some of the first and last', () => {
    for (const k of [1, 2]) expect(accuracy(task, leastSquaresKernel(task, k), k)).toBeLessThan(2 / 3);
    for (const k of [0, 3]) expect(accuracy(task, leastSquaresKernel(task, k), k)).toBeLessThan(0.95);
  });
});

describe('what a fixed kernel can and cannot do', () => {
  it('can name the last data token, and the first, by weights that grow threefold towards it', () => {
    const towardsEnd = Array.from({ length: 32 }, (_, lag) => 3 ** -lag);
    expect(accuracy(task, towardsEnd, 3)).toBe(1);
    expect(accuracy(task, towardsEnd.toReversed(), 0)).toBe(1);
  });

  it('cannot name a middle one: no kernel reads the second of three in both of two strips', () => {
    const three: CopyingTask = { L: 4, K: 3, colours: 3, placement: 'random' };
    const weight = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(fc.array(weight, { minLength: 4, maxLength: 4 }), (kernel) => {
        // In the first strip lag 1 must outweigh lag 2, in the second lag 2 must outweigh lag 1.
        const read = (strip: number[]) => readWithKernel(three, kernel, strip).answer;
        expect(read([NOISE, 1, 2, 3]) === 2 && read([1, 2, 3, NOISE]) === 2).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });
});

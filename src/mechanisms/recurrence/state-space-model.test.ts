import { describe, expect, it } from 'vitest';
import { createRandom, type Random } from '#mechanisms/numeric/random.ts';
import { simplifiedInput, zeroOrderHold } from './discretization.ts';
import { causalConvolution, convolutionKernel, runLti, type StateSpaceModel } from './state-space-model.ts';

const several = <T>(n: number, draw: () => T): T[] => Array.from({ length: n }, draw);

function drawModel(random: Random, N: number): StateSpaceModel {
  return {
    delta: 2 * random.next() + 1e-3,
    A: several(N, () => -3 * random.next()),
    B: several(N, random.normal),
    C: several(N, random.normal),
  };
}

describe('a time-invariant state space model', () => {
  it.each([
    ['zero-order hold', zeroOrderHold],
    ['the simplified B̄', simplifiedInput],
  ])('computes the same y as a recurrence and as a convolution, with %s', (_, rule) => {
    const random = createRandom(3);
    for (let trial = 0; trial < 300; trial++) {
      const ssm = drawModel(random, 1 + (trial % 5));
      const x = several(trial % 67, random.normal);
      const size = causalConvolution(
        x.map(Math.abs),
        convolutionKernel({ ...ssm, B: ssm.B.map(Math.abs), C: ssm.C.map(Math.abs) }, x.length, rule),
      );
      const convolved = causalConvolution(x, convolutionKernel(ssm, x.length, rule));
      runLti(ssm, x, rule).y.forEach((y, t) => {
        expect(Math.abs(y - convolved[t]!)).toBeLessThanOrEqual(1e-12 * size[t]!);
      });
    }
  });

  it('answers an impulse with its kernel', () => {
    const ssm = drawModel(createRandom(5), 3);
    const impulse = [1, 0, 0, 0, 0, 0];
    convolutionKernel(ssm, 6).forEach((K, lag) => expect(runLti(ssm, impulse).y[lag]).toBeCloseTo(K, 12));
  });

  it('has the kernel (1/2, 1/4, 1/8, …) for N = 1, A = −1, B = C = 1, Δ = ln 2: worked by hand', () => {
    const halving: StateSpaceModel = { delta: Math.LN2, A: [-1], B: [1], C: [1] };
    convolutionKernel(halving, 4).forEach((K, lag) => expect(K).toBeCloseTo(2 ** -(lag + 1), 14));
    expect(runLti(halving, [8, 0, 8]).y.map((y) => Math.round(1e9 * y) / 1e9)).toEqual([4, 2, 5]);
  });

  it('gives a token delayed by two places the same answer two places later', () => {
    const ssm = drawModel(createRandom(9), 4);
    const x = [1, -2, 3, 0.5];
    const late = runLti(ssm, [0, 0, ...x]).y.slice(2);
    runLti(ssm, x).y.forEach((y, t) => expect(late[t]).toBeCloseTo(y, 12));
  });
});

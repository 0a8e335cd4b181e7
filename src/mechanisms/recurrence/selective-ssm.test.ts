import { describe, expect, it } from 'vitest';
import { Matrix } from '#mechanisms/numeric/matrix.ts';
import { createRandom, type Random } from '#mechanisms/numeric/random.ts';
import { composition, type AffineStep } from './affine-recurrence.ts';
import { hillisSteeleScan, prefixesOf, workEfficientScan } from './associative-scan.ts';
import { simplifiedInput, zeroOrderHold } from './discretization.ts';
import { runSelectiveSsm, selectDelta, type SelectiveSsm } from './selective-ssm.ts';
import { causalConvolution, convolutionKernel } from './state-space-model.ts';

const normals = (random: Random, rows: number, cols: number) => Matrix.from(rows, cols, random.normal);

function drawModel(random: Random, D: number, N: number): SelectiveSsm {
  return {
    A: Matrix.from(D, N, () => -2 * random.next()),
    WB: normals(random, D, N),
    WC: normals(random, D, N),
    wDelta: normals(random, 1, D).row(0),
    biasDelta: normals(random, 1, D).row(0),
  };
}

/** Algorithm 2 token by token on plain numbers, sharing no code with the module but the discretisation. */
function tokenByToken(x: Matrix, m: SelectiveSsm, rule = zeroOrderHold): Matrix {
  const [D, N] = [m.A.rows, m.A.cols];
  const h = new Matrix(D, N);
  return Matrix.of(
    x.toRows().map((xt) => {
      const linear = (w: (d: number) => number) => xt.reduce((sum, v, d) => sum + v * w(d), 0);
      const z = linear((d) => m.wDelta[d]!);
      return xt.map((v, d) => {
        let y = 0;
        for (let n = 0; n < N; n++) {
          const delta = Math.log(1 + Math.exp(m.biasDelta[d]! + z));
          const { ABar, BBar } = rule(
            delta,
            m.A.at(d, n),
            linear((e) => m.WB.at(e, n)),
          );
          h.set(d, n, ABar * h.at(d, n) + BBar * v);
          y += linear((e) => m.WC.at(e, n)) * h.at(d, n);
        }
        return y;
      });
    }),
  );
}

describe('the selective state space model', () => {
  it.each([
    ['zero-order hold', zeroOrderHold],
    ['the simplified B̄', simplifiedInput],
  ])('is Algorithm 2 executed token by token, with %s', (_, rule) => {
    const random = createRandom(11);
    for (let trial = 1; trial < 40; trial++) {
      const model = drawModel(random, 1 + (trial % 4), 1 + (trial % 3));
      const x = normals(random, trial, model.A.rows);
      expect(runSelectiveSsm(x, model, { rule }).y.distance(tokenByToken(x, model, rule))).toBeLessThan(1e-10);
    }
  });

  it.each([
    ['Hillis–Steele', (s: readonly AffineStep[]) => prefixesOf(hillisSteeleScan(composition, s), s)],
    ['work-efficient', (s: readonly AffineStep[]) => prefixesOf(workEfficientScan(composition, s), s)],
  ])('has the same states by a %s scan as by the recurrence', (_, scan) => {
    const random = createRandom(12);
    for (let L = 1; L < 40; L++) {
      const model = drawModel(random, 3, 2);
      const x = normals(random, L, 3);
      const solve = (steps: readonly AffineStep[]) => scan(steps).map(({ b }) => b);
      const [byLoop, byTree] = [runSelectiveSsm(x, model), runSelectiveSsm(x, model, { solve })];
      byLoop.h.forEach((h, t) => expect(byTree.h[t]!.distance(h)).toBeLessThan(1e-12));
    }
  });

  it('is a convolution once Δ, B and C no longer depend on the token', () => {
    const random = createRandom(13);
    // The second channel is the constant 1, so weights on it alone make parameters that are the same for every token.
    const x = Matrix.from(25, 2, (_, d) => (d === 0 ? random.normal() : 1));
    const onConstant = (row: number[]) => Matrix.of([[0, 0], row]);
    const [B, C] = [
      [0.7, -1.1],
      [0.4, 2],
    ];
    const A = Matrix.of([
      [-0.3, -1.7],
      [-1, -2],
    ]);
    const model = { A, WB: onConstant(B), WC: onConstant(C), wDelta: [0, 0], biasDelta: [0.2, 0.2] };
    const delta = selectDelta(x, model).at(0, 0);
    const kernel = convolutionKernel({ delta, A: A.row(0), B, C }, 25);
    const { y } = runSelectiveSsm(x, model);
    causalConvolution(x.col(0), kernel).forEach((convolved, t) => expect(y.at(t, 0)).toBeCloseTo(convolved, 12));
  });

  it('is no convolution when Δ depends on the token: the answers to two tokens do not add up', () => {
    const model: SelectiveSsm = {
      A: Matrix.of([[-1]]),
      WB: Matrix.of([[1]]),
      WC: Matrix.of([[1]]),
      wDelta: [1],
      biasDelta: [0],
    };
    const y = (tokens: number[]) => runSelectiveSsm(Matrix.of(tokens.map((v) => [v])), model).y.at(1, 0);
    expect(Math.abs(y([5, 1]) - (y([5, 0]) + y([0, 1])))).toBeGreaterThan(0.1);
  });

  it('throws where a weight does not fit the width of the sequence', () => {
    const model = drawModel(createRandom(1), 3, 2);
    expect(() => runSelectiveSsm(new Matrix(4, 2), model)).toThrow(RangeError);
  });
});

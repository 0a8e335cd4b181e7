import { describe, expect, it } from 'vitest';
import { Matrix } from '#mechanisms/numeric/matrix.ts';
import { createRandom } from '#mechanisms/numeric/random.ts';
import { sigmoid, softplus } from './activation.ts';
import { runRecurrence } from './affine-recurrence.ts';
import { simplifiedInput, zeroOrderHold } from './discretization.ts';
import { gateOf, runGatedRecurrence } from './gated-recurrence.ts';
import { selectiveStates } from './selective-ssm.ts';

describe('Theorem 1', () => {
  it('N = 1, A = −1, B = 1 turns the selective recurrence into a gate, to 1e-12 on 1000 sequences', () => {
    const random = createRandom(1);
    for (let trial = 0; trial < 1000; trial++) {
      const x = Array.from({ length: 1 + (trial % 50) }, random.normal);
      const [w, bias] = [2 * random.normal(), random.normal()];
      const { h } = runGatedRecurrence(
        x,
        x.map((xt) => w * xt + bias),
      );
      const steps = x.map((xt) => {
        const { ABar, BBar } = zeroOrderHold(softplus(w * xt + bias), -1, 1);
        return { a: ABar, b: BBar * xt };
      });
      runRecurrence(steps).forEach((state, t) => expect(Math.abs(state - h[t]!)).toBeLessThan(1e-12));
    }
  });

  it('holds for a channel of Algorithm 2, whose B = 1 is read from a channel that is always 1', () => {
    const random = createRandom(2);
    const x = Matrix.from(30, 2, (_, d) => (d === 0 ? random.normal() : 1));
    const weights = { A: Matrix.of([[-1], [-1]]), WB: Matrix.of([[0], [1]]), wDelta: [1.5, -0.4], biasDelta: [0, 0] };
    const { h } = runGatedRecurrence(
      x.col(0),
      x.col(0).map((xt) => 1.5 * xt - 0.4),
    );
    selectiveStates(x, weights).h.forEach((state, t) => expect(state.at(0, 0)).toBeCloseTo(h[t]!, 12));
  });

  it('fails with the simplified B̄ = ΔB, which writes more than the gate lets go of', () => {
    const { ABar, BBar } = simplifiedInput(softplus(1), -1, 1);
    expect(BBar).toBeGreaterThan(1 - ABar + 0.5);
  });

  it('names one gate twice: 1 − exp(−softplus(z)) = σ(z)', () => {
    for (const z of [-20, -3, 0, 0.7, 9]) expect(gateOf(softplus(z)) / sigmoid(z)).toBeCloseTo(1, 12);
  });

  it('keeps the state where the gate is shut and replaces it where the gate is open', () => {
    const { h } = runGatedRecurrence([3, 100, 7], [40, -40, 40]);
    h.forEach((state, t) => expect(state).toBeCloseTo([3, 3, 7][t]!, 12));
  });
});

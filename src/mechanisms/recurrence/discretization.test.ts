import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { simplifiedInput, zeroOrderHold, type Discretization } from './discretization.ts';

const delta = fc.double({ min: 1e-3, max: 3, noNaN: true });
const A = fc.double({ min: -4, max: 1, noNaN: true });
const value = fc.double({ min: -2, max: 2, noNaN: true });

/** h(Δ) of h′ = A h + B x by 400 steps of Runge–Kutta: knows nothing of exponentials. */
function integrate(h0: number, d: number, a: number, bx: number): number {
  const steps = 400;
  const dt = d / steps;
  const slope = (h: number) => a * h + bx;
  let h = h0;
  for (let i = 0; i < steps; i++) {
    const k1 = slope(h);
    const k2 = slope(h + (dt / 2) * k1);
    const k3 = slope(h + (dt / 2) * k2);
    const k4 = slope(h + dt * k3);
    h += (dt / 6) * (k1 + 2 * k2 + 2 * k3 + k4);
  }
  return h;
}

describe('zero-order hold', () => {
  it('lands where the differential equation does when the input is held for Δ', () => {
    fc.assert(
      fc.property(delta, A, value, value, value, (d, a, b, h0, x) => {
        const { ABar, BBar } = zeroOrderHold(d, a, b);
        expect(ABar * h0 + BBar * x).toBeCloseTo(integrate(h0, d, a, b * x), 8);
      }),
    );
  });

  it('may be split: two steps of Δ/2 with the same input are one step of Δ', () => {
    fc.assert(
      fc.property(delta, A, value, value, value, (d, a, b, h0, x) => {
        const half = zeroOrderHold(d / 2, a, b);
        const whole = zeroOrderHold(d, a, b);
        const twice = half.ABar * (half.ABar * h0 + half.BBar * x) + half.BBar * x;
        expect(twice).toBeCloseTo(whole.ABar * h0 + whole.BBar * x, 10);
      }),
    );
  });

  it('passes smoothly through A = 0, where Eq. 4 reads 0/0 and the state is a plain integral', () => {
    expect(zeroOrderHold(0.5, 0, 3)).toEqual({ ABar: 1, BBar: 1.5 });
    expect(zeroOrderHold(0.5, 1e-12, 3).BBar).toBeCloseTo(1.5, 11);
  });

  it('ignores the token as Δ → 0 and resets the state to it as Δ → ∞ (§3.5.2)', () => {
    expect(zeroOrderHold(1e-9, -1, 1).ABar).toBeCloseTo(1, 8);
    expect(zeroOrderHold(1e-9, -1, 1).BBar).toBeCloseTo(0, 8);
    expect(zeroOrderHold(50, -1, 1).ABar).toBeCloseTo(0, 12);
    expect(zeroOrderHold(50, -1, 1).BBar).toBeCloseTo(1, 12);
  });
});

describe('the simplified B̄ = ΔB of the released code', () => {
  const gap = (rule: Discretization, d: number) => Math.abs(rule(d, -1, 1).BBar - zeroOrderHold(d, -1, 1).BBar);

  it('differs from zero-order hold in the second order: halving Δ quarters the difference', () => {
    expect(gap(simplifiedInput, 1e-3) / gap(simplifiedInput, 5e-4)).toBeCloseTo(4, 2);
  });

  it('does not bound what is written: at Δ = 3 it writes 3x where the exact rule writes 0.95x', () => {
    expect(simplifiedInput(3, -1, 1).BBar).toBe(3);
    expect(zeroOrderHold(3, -1, 1).BBar).toBeCloseTo(1 - Math.exp(-3), 12);
  });
});

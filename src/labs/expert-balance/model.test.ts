import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stages, waste } from '#figures/switch-transformer/setting.ts';
import { run, steps, type State } from './model.ts';

const open: State = { step: 20, alpha: 0.01, capacityFactor: 1.25, skew: 1 };
const states = fc.record({
  step: fc.integer({ min: 0, max: steps }),
  alpha: fc.constantFrom(0, 0.01, 0.1),
  capacityFactor: fc.constantFrom(1, 1.25, 2, 4),
  skew: fc.constantFrom(0, 1, 1.5),
});
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

it('passes through the page’s three stages', () => {
  for (const { step, loads, loss } of stages) {
    const at = run({ ...open, step });
    expect(at.experts.map(({ load }) => load)).toEqual(loads);
    expect(at.loss).toBeCloseTo(loss, 12);
  }
  expect(run({ ...open, step: 100, capacityFactor: 1 }).dropped.size / 240).toBeCloseTo(waste(2, 1).dropped, 12);
});

describe('seats', () => {
  it('hold every token that is not dropped, and as many are empty as are left', () => {
    fc.assert(
      fc.property(states, (state) => {
        const { experts, dropped, C, choices } = run(state);
        expect(sum(experts.map(({ load }) => load))).toBe(choices.length);
        expect(sum(experts.map(({ seated }) => seated)) + dropped.size).toBe(choices.length);
        for (const { seated, empty } of experts) expect(seated + empty).toBe(C);
      }),
      { numRuns: 40 },
    );
  });

  it('are never too few at a capacity factor of as many as there are experts', () => {
    fc.assert(
      fc.property(states, (state) => {
        expect(run({ ...state, capacityFactor: 4 }).dropped.size).toBe(0);
      }),
      { numRuns: 20 },
    );
  });
});

it('without the balance loss the router stays as it was', () => {
  const [first, last] = [0, steps].map((step) => run({ ...open, alpha: 0, step }).choices);
  expect(last).toEqual(first);
});

describe('with it', () => {
  const sharesAt = (alpha: number, step: number) => run({ ...open, alpha, step }).experts.map(({ load }) => load / 240);

  it('all four end with about a quarter at the paper’s 0.01', () => {
    for (const share of sharesAt(0.01, steps)) expect(Math.abs(share - 0.25)).toBeLessThan(0.03);
  });

  it('the starved expert is not yet awake where the coefficient is a tenth of that', () => {
    expect(sharesAt(0.001, steps)[2]).toBeLessThan(0.06);
  });

  it('tokens swing between experts to the end where it is ten times that', () => {
    const late = [108, 112, 116, 120].map((step) => sharesAt(0.1, step));
    const swing = late[0]!.map((_, e) => {
      const values = late.map((shares) => shares[e]!);
      return Math.max(...values) - Math.min(...values);
    });
    expect(Math.max(...swing)).toBeGreaterThan(0.2);
  });
});

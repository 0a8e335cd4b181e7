import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alpha, corrections, speedupAt } from '#figures/speculative-sampling/setting.ts';
import { paper } from '#figures/speculative-sampling/machine.ts';
import { run, type State } from './model.ts';

const open: State = { likeness: 0, temperature: 1, rule: 'residual', K: 4, draft: paper.draft.ms, batch: 1 };
const states = fc.record({
  likeness: fc.constantFrom(0, 0.25, 0.5, 0.75, 0.9),
  temperature: fc.constantFrom(0.25, 0.5, 1, 1.5, 2),
  rule: fc.constant('residual' as const),
  K: fc.integer({ min: 0, max: 12 }),
  draft: fc.constantFrom(0.5, 1, 1.8, 3.5, 7, 14.1),
  batch: fc.constantFrom(1, 16, 64, 256, 1024),
});

describe('what comes out', () => {
  it('is the target’s distribution under the paper’s rule, whatever the draft (Theorem 1)', () => {
    fc.assert(
      fc.property(states, (state) => {
        expect(run(state).distance).toBeLessThan(1e-12);
      }),
    );
  });

  it('is another under the two other rules, by as much as the page says', () => {
    const [, fromTarget, again] = corrections;
    expect(run({ ...open, rule: 'target' }).distance).toBeCloseTo(fromTarget!.distance, 12);
    expect(run({ ...open, rule: 'again' }).distance).toBeCloseTo(again!.distance, 12);
    fc.assert(
      fc.property(states, (state) => {
        for (const rule of ['target', 'again'] as const) expect(run({ ...state, rule }).distance).toBeGreaterThan(1e-4);
      }),
    );
  });
});

describe('what rounds gain', () => {
  it('opens on the page’s position and on its machine', () => {
    const { alpha: rate, alone } = run(open);
    expect(rate).toBeCloseTo(alpha, 12);
    expect(alone[4]).toBeCloseTo(speedupAt(alpha, 1), 12);
  });

  it('is nothing without proposals, and nothing with a draft as slow as the target', () => {
    fc.assert(
      fc.property(states, (state) => {
        const { together, alone } = run({ ...state, draft: paper.target.ms });
        expect([alone[0], together[0]]).toEqual([1, 1]);
        expect(Math.max(...alone)).toBeLessThanOrEqual(1 + 1e-12);
      }),
    );
  });

  it('is lost once the batch fills the chips: with this draft whatever K, with a better one all but a tenth', () => {
    fc.assert(
      fc.property(states, (state) => {
        const full = { ...state, draft: paper.draft.ms, batch: 1024 };
        const { alone, together } = run(full);
        for (const K of [1, 2, 4, 8, 12]) {
          expect(together[K]).toBeLessThan(alone[K]!);
          expect(together[K]).toBeLessThan(1.1);
          expect(run({ ...full, likeness: 0, temperature: 1 }).together[K]).toBeLessThan(1);
        }
      }),
    );
  });

  it('keeps more of a draft that is nearer to the target', () => {
    const rates = [0, 0.25, 0.5, 0.75, 0.9].map((likeness) => run({ ...open, likeness }).alpha);
    expect(rates).toEqual(rates.toSorted((a, b) => a - b));
    expect(rates.at(-1)).toBeGreaterThan(0.95);
  });
});

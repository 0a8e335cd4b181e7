import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { longest, run, slots, steps, systems, type State } from './model.ts';

const states = fc.record({
  step: fc.integer({ min: 0, max: steps - 1 }),
  system: fc.constantFrom(...systems),
  blockSize: fc.constantFrom(1, 4, 16, 64),
  output: fc.constantFrom(20, 60, 120),
});
const open: State = { step: 80, system: 'paged', blockSize: 16, output: 60 };
const meanOf = (state: State, wanted: (typeof systems)[number]) =>
  run(state).means.find(({ system }) => system === wanted)!;

it('the rows of the requests add up to what the simulation says of the memory, and that to all its slots', () => {
  fc.assert(
    fc.property(states, (state) => {
      const { kept, use } = run(state);
      for (const part of ['stored', 'reserved', 'internal'] as const)
        expect(kept.reduce((sum, one) => sum + one[part], 0)).toBe(use[part]);
      expect(use.stored + use.reserved + use.internal + use.external).toBe(slots);
    }),
  );
});

describe('paging', () => {
  it('wastes less than a block on anyone, and nothing with blocks of one token', () => {
    fc.assert(
      fc.property(states, (state) => {
        for (const { reserved, internal } of run({ ...state, system: 'paged' }).kept) {
          expect(reserved + internal).toBeLessThan(state.blockSize);
        }
      }),
    );
    expect(meanOf({ ...open, blockSize: 1 }, 'paged').use).toMatchObject({ reserved: 0, internal: 0 });
  });

  it('lets more run than any contiguous rule, unless its blocks are as long as answers are short', () => {
    for (const output of [20, 60, 120]) {
      const [paged, oracle] = (['paged', 'oracle'] as const).map((system) => meanOf({ ...open, output }, system).batch);
      expect(paged).toBeGreaterThan(1.5 * oracle!);
    }
    const sizes = [1, 4, 16, 64].map((blockSize) => meanOf({ ...open, output: 20, blockSize }, 'paged').batch);
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
  });
});

it('keeping the greatest length for everyone lets in as many as it goes into the memory', () => {
  expect(meanOf(open, 'max').batch).toBe(slots / longest);
});

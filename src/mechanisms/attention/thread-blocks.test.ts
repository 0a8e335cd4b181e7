import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makespan, perColumnBlock, perHead, perRowBlock, place, utilisation } from './thread-blocks.ts';
import type { Launch, ThreadBlock } from './thread-blocks.ts';

const launch = fc.record({
  heads: fc.integer({ min: 1, max: 12 }),
  side: fc.integer({ min: 1, max: 12 }),
  causal: fc.boolean(),
});
const work = (blocks: readonly ThreadBlock[]) => blocks.reduce((sum, { tiles }) => sum + tiles, 0);
const divisions: [string, (launch: Launch) => ThreadBlock[]][] = [
  ['heads', perHead],
  ['row blocks', perRowBlock],
  ['column blocks', perColumnBlock],
];

describe('the divisions', () => {
  it.each(divisions)('into %s cover every permitted tile once', (_, divide) => {
    fc.assert(
      fc.property(launch, (launch) => {
        const { heads, side, causal } = launch;
        let permitted = 0;
        for (let i = 0; i < side; i++) for (let j = 0; j < side; j++) if (!causal || j <= i) permitted += heads;
        expect(work(divide(launch))).toBe(permitted);
      }),
    );
  });
});

describe('place', () => {
  it.each(divisions)(
    'puts each of the %s on one SM, never two at once, and idles no SM while blocks wait',
    (_, divide) => {
      fc.assert(
        fc.property(launch, fc.integer({ min: 1, max: 20 }), (launch, sms) => {
          const blocks = divide(launch);
          const placements = place(blocks, sms);
          expect(placements.map(({ block }) => block)).toEqual(blocks);
          for (let sm = 0; sm < sms; sm++) {
            const lane = placements.filter((one) => one.sm === sm).toSorted((a, b) => a.start - b.start);
            lane.forEach((one, i) => expect(one.start).toBe(i === 0 ? 0 : lane[i - 1]!.end));
          }
          const longest = Math.max(...blocks.map(({ tiles }) => tiles));
          const even = work(blocks) / sms;
          expect(makespan(placements)).toBeGreaterThanOrEqual(Math.max(longest, even));
          expect(makespan(placements)).toBeLessThanOrEqual(even + longest); // Graham's bound
        }),
      );
    },
  );
});

describe('utilisation', () => {
  it('of equal blocks is blocks / (SMs × rounds): 32 heads leave 108 SMs at 30%', () => {
    expect(utilisation(place(perHead({ heads: 32, side: 128 }), 108), 108)).toBeCloseTo(32 / 108, 12);
    expect(utilisation(place(perHead({ heads: 256, side: 16 }), 108), 108)).toBeCloseTo(256 / (3 * 108), 12);
  });

  const of = (blocks: ThreadBlock[], sms: number) => utilisation(place(blocks, sms), sms);

  it('unmasked, with fewer heads than SMs, is never lower for row blocks than for heads; with half as many, higher', () => {
    fc.assert(
      fc.property(launch, fc.integer({ min: 13, max: 40 }), ({ heads, side }, sms) => {
        const [heads1, rows2] = [of(perHead({ heads, side }), sms), of(perRowBlock({ heads, side }), sms)];
        expect(rows2).toBeGreaterThanOrEqual(heads1);
        if (side > 1 && 2 * heads <= sms) expect(rows2).toBeGreaterThan(heads1);
      }),
    );
  });

  it('depends, under the causal mask, on the order of launch: short row blocks first end later than long ones first', () => {
    const launch = { heads: 12, side: 2, causal: true };
    const long = perRowBlock(launch).toSorted((a, b) => b.tiles - a.tiles);
    expect(makespan(place(perRowBlock(launch), 13))).toBe(4); // one tile later than a whole head takes
    expect(makespan(place(long, 13))).toBe(3);
  });
});

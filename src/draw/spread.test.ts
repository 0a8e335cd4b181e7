import fc from 'fast-check';
import { expect, it } from 'vitest';
import { spread } from './spread.ts';

const boxes = fc.array(
  fc.tuple(fc.double({ min: 0, max: 300, noNaN: true }), fc.double({ min: 1, max: 40, noNaN: true })),
  {
    minLength: 1,
    maxLength: 12,
  },
);

it('leaves boxes alone that do not overlap', () => {
  expect(spread([10, 50, 90], [20, 20, 20])).toEqual([10, 50, 90]);
});

it('moves two boxes at one place apart by half a box each', () => {
  expect(spread([50, 50], [20, 20])).toEqual([40, 60]);
});

it('answers in the order of the question', () => {
  expect(spread([90, 10], [20, 20])).toEqual([90, 10]);
});

it('shifts a cluster inwards as a whole at an end', () => {
  expect(spread([0, 0, 100], [20, 20, 20], 0, 200)).toEqual([10, 30, 100]);
});

it('leaves no overlap, keeps the order, and keeps within the bounds whenever the boxes fit', () => {
  fc.assert(
    fc.property(boxes, (given) => {
      const [wanted, sizes] = [given.map(([w]) => w), given.map(([, s]) => s)];
      const room = sizes.reduce((a, b) => a + b, 0);
      const centres = spread(wanted, sizes, 0, Math.max(300, room));
      const order = wanted.map((_, i) => i).sort((a, b) => wanted[a]! - wanted[b]!);
      const edges = order.map((i) => [centres[i]! - sizes[i]! / 2, centres[i]! + sizes[i]! / 2] as const);
      for (let k = 1; k < edges.length; k++) expect(edges[k]![0]).toBeGreaterThanOrEqual(edges[k - 1]![1] - 1e-6);
      expect(edges[0]![0]).toBeGreaterThanOrEqual(-1e-6);
      expect(edges.at(-1)![1]).toBeLessThanOrEqual(Math.max(300, room) + 1e-6);
    }),
  );
});

it('moves boxes no farther, in squares, than any other legal placement found by random search', () => {
  const [wanted, sizes] = [
    [40, 45, 48, 90],
    [20, 20, 20, 20],
  ];
  const cost = (centres: readonly number[]) => centres.reduce((sum, c, i) => sum + (c - wanted[i]!) ** 2, 0);
  const best = cost(spread(wanted, sizes));
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 60, noNaN: true }),
      fc.array(fc.double({ min: 20, max: 50, noNaN: true }), { minLength: 3, maxLength: 3 }),
      (first, gaps) => {
        const other = gaps.reduce<number[]>((centres, gap) => [...centres, centres.at(-1)! + gap], [first]);
        expect(cost(other)).toBeGreaterThanOrEqual(best - 1e-9);
      },
    ),
    { numRuns: 2000 },
  );
});

import { describe, expect, it } from 'vitest';
import { Matrix } from '#mechanisms/numeric/matrix.ts';
import { createRandom } from '#mechanisms/numeric/random.ts';
import { favourites, switchBalanceLoss } from './load-balance.ts';
import { balanceRouter, routerProbabilities } from './router-descent.ts';
import { validateRouting } from './routing.ts';
import { expertCapacity, switchRouting } from './switch-routing.ts';

const random = createRandom(5);
const x = Matrix.from(240, 2, (_, j) => 0.9 * random.normal() + (j === 0 ? 0.9 : 0.7));
const start = Matrix.of([
  [1, 1],
  [-1, 1],
  [-1, -1],
  [1, -1],
]);

describe('balanceRouter', () => {
  const trail = balanceRouter(start, x, 0.01, 40, 100);
  const busiest = (Wr: Matrix) => Math.max(...favourites(routerProbabilities(x, Wr))) / x.rows;

  it('spreads tokens that one expert had nearly to itself', () => {
    expect(busiest(start)).toBeGreaterThan(0.6);
    expect(busiest(trail.at(-1)!)).toBeLessThan(0.3);
  });

  it('lowers the loss to within a hundredth of its value at uniform routing', () => {
    const loss = (Wr: Matrix) => switchBalanceLoss(routerProbabilities(x, Wr), 0.01);
    expect(loss(start)).toBeGreaterThan(0.017);
    expect(loss(trail.at(-1)!)).toBeLessThan(0.0101);
  });
});

describe('switchRouting', () => {
  it('drops exactly what overflows, and keeps p as the weight', () => {
    const p = routerProbabilities(x, start);
    const C = expertCapacity(x.rows, 4, 1.25);
    const routing = switchRouting(p, C);
    validateRouting(routing);
    const kept = favourites(p).reduce((sum, wanted) => sum + Math.min(wanted, C), 0);
    expect(routing.assignments).toHaveLength(kept);
    for (const { token, expert, weight } of routing.assignments) expect(weight).toBe(p.at(token, expert));
  });
});

it.each([
  [8, 4, 1, 2],
  [8, 4, 1.5, 3],
  [64, 8, 1.25, 10],
  [10, 4, 1, 2],
])('gives %i tokens over %i experts at factor %f a capacity of %i', (tokens, experts, factor, capacity) => {
  expect(expertCapacity(tokens, experts, factor)).toBe(capacity);
});

import { expect, it } from 'vitest';
import { Arrow } from './Arrow.tsx';
import { draw, points } from './testing/drawn.ts';

it('has the tip of its head at its end, and its shaft stops within the head', () => {
  const [shaft, head] = draw(<Arrow from={[10, 50]} to={[110, 50]} />).all('path');
  expect(points(head!)[0]).toEqual([110, 50]);
  const end = points(shaft!).at(-1)!;
  const base = points(head!)[1]!;
  expect(end[0]).toBeLessThan(110);
  expect(end[0]).toBeGreaterThan(base[0]);
});

it('two ways has a head at either end', () => {
  const heads = draw(<Arrow from={[10, 50]} to={[110, 50]} twoWay />)
    .all('path')
    .slice(1);
  expect(heads.map((head) => points(head)[0])).toEqual([
    [110, 50],
    [10, 50],
  ]);
});

it('carries its label on its middle, over a halo of paper', () => {
  const text = draw(<Arrow from={[0, 0]} to={[100, 0]} bend={0.2} label="梯度" />).text('梯度');
  expect(text.getAttribute('x')).toBe('50');
  expect(text.getAttribute('stroke')).toBe('var(--figure-surface)');
});

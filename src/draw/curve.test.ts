import { expect, it } from 'vitest';
import { arrowhead, bow, cubicPath, pointOn, polyline, shorten } from './curve.ts';

it('a bow without bend is straight, and with a bend stands off its chord by that share of its length', () => {
  expect(pointOn(bow([0, 0], [100, 0]), 0.5)[0]).toBeCloseTo(50);
  expect(pointOn(bow([0, 0], [100, 0]), 0.5)[1]).toBe(0);
  const [x, y] = pointOn(bow([0, 0], [100, 0], 0.2), 0.5);
  expect(x).toBeCloseTo(50);
  expect(y).toBeCloseTo(-20);
});

it('a curve begins and ends at its ends', () => {
  const curve = bow([3, 4], [10, 90], 0.3);
  expect(pointOn(curve, 0)).toEqual([3, 4]);
  expect(pointOn(curve, 1)).toEqual([10, 90]);
});

it('an arrowhead has its tip at the tip and its base behind, symmetrical about the shaft', () => {
  const [tip, left, right] = arrowhead([100, 50], [0, 50], 10)
    .match(/-?[\d.]+ -?[\d.]+/g)!
    .map((pair) => pair.split(' ').map(Number));
  expect(tip).toEqual([100, 50]);
  expect(left![0]).toBeLessThan(100);
  expect(left![0]).toBe(right![0]);
  expect(left![1]! + right![1]!).toBeCloseTo(100);
});

it('shortening draws the tip back along the line, and never past its start', () => {
  expect(shorten([10, 0], [0, 0], 4)).toEqual([6, 0]);
  expect(shorten([3, 0], [0, 0], 4)).toEqual([0, 0]);
});

it('path data is rounded to hundredths', () => {
  expect(
    polyline([
      [1 / 3, 2],
      [3, 4.005],
    ]),
  ).toBe('M0.33 2L3 4.01');
  expect(
    cubicPath([
      [0, 0],
      [1, 0],
      [2, 1],
      [3, 1],
    ]),
  ).toBe('M0 0C1 0 2 1 3 1');
});

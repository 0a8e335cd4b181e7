import { expect, it } from 'vitest';
import { clip } from './clip.ts';

const box = { x: 0, y: 0, width: 100, height: 50 };

it('keeps a line inside the box whole', () => {
  const points = [
    [10, 10],
    [50, 40],
    [90, 5],
  ] as const;
  expect(clip(points, box)).toEqual([points]);
});

it('cuts a line that leaves at the exact edge', () => {
  expect(
    clip(
      [
        [0, 25],
        [100, 75],
      ],
      box,
    ),
  ).toEqual([
    [
      [0, 25],
      [50, 50],
    ],
  ]);
});

it('returns a part for each stay in the box', () => {
  expect(
    clip(
      [
        [0, 40],
        [20, 60],
        [40, 40],
      ],
      box,
    ),
  ).toEqual([
    [
      [0, 40],
      [10, 50],
    ],
    [
      [30, 50],
      [40, 40],
    ],
  ]);
});

it('breaks at points that are not finite and drops lines outside', () => {
  expect(
    clip(
      [
        [0, 10],
        [10, 10],
        [20, Number.POSITIVE_INFINITY],
        [30, 10],
        [40, 10],
      ],
      box,
    ),
  ).toEqual([
    [
      [0, 10],
      [10, 10],
    ],
    [
      [30, 10],
      [40, 10],
    ],
  ]);
  expect(
    clip(
      [
        [0, 60],
        [100, 70],
      ],
      box,
    ),
  ).toEqual([]);
});

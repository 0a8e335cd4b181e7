import { expect, it } from 'vitest';
import { placeLabels } from './placement.ts';

const box = { x: 0, y: 0, width: 300, height: 200 };

it('a label stands at the right of its point when nothing is in the way', () => {
  expect(placeLabels([[100, 100]], [40], 18, box)).toEqual([{ anchor: 'start', at: [109, 100] }]);
});

it('a label at the right edge turns to the left', () => {
  expect(placeLabels([[290, 100]], [40], 18, box)[0]!.anchor).toBe('end');
});

it('the left of two near points gives way to the other', () => {
  const [first, second] = placeLabels(
    [
      [100, 100],
      [120, 100],
    ],
    [40, 40],
    18,
    box,
  );
  expect(first!.anchor).toBe('end');
  expect(second!.anchor).toBe('start');
});

it('labels keep clear of obstacles', () => {
  const wall = { x: 108, y: 60, width: 4, height: 80 };
  expect(placeLabels([[100, 100]], [40], 18, box, [wall])[0]!.anchor).toBe('end');
});

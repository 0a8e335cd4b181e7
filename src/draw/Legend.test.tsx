import { expect, it } from 'vitest';
import { Legend, legendHeight, type Key } from './Legend.tsx';
import { RampKey } from './RampKey.tsx';
import { box, draw, number } from './testing/drawn.ts';
import { textWidth } from './text.ts';

const keys: Key[] = [
  { label: '计算', kind: 'compute' },
  { label: '通信', kind: 'communication' },
  { label: '空闲', kind: 'idle' },
];

it('shows each kind with its name and its pattern', () => {
  const drawn = draw(<Legend keys={keys} />);
  expect(drawn.all('rect[data-kind]').map((rect) => rect.getAttribute('data-kind'))).toEqual([
    'compute',
    'communication',
    'idle',
  ]);
  expect(drawn.texts()).toEqual(['计算', '通信', '空闲']);
  expect(drawn.all('rect:not([data-kind])')).toHaveLength(2);
});

it('turns to a new row where the width ends, and its height says so', () => {
  const drawn = draw(<Legend keys={keys} width={120} />);
  const rows = drawn.all('text').map((text) => number(text, 'y'));
  expect(rows[0]).toBe(rows[1]);
  expect(rows[2]! - rows[1]!).toBe(20);
  expect(legendHeight({ keys, width: 120 })).toBe(40);
  expect(legendHeight({ keys })).toBe(20);
});

it('the key of a ramp runs from the lowest to the highest value in nine equal steps, clear of its words', () => {
  const drawn = draw(<RampKey x={10} domain={[-1, 1]} ramp="diverging" label="偏差" />);
  const steps = drawn.all('rect').map(box);
  expect(steps).toHaveLength(9);
  for (let i = 1; i < 9; i++) expect(steps[i]!.x).toBeCloseTo(steps[i - 1]!.x + steps[i - 1]!.width);
  expect(drawn.texts()).toEqual(['偏差', '−1.0', '1.0']);
  expect(number(drawn.text('−1.0'), 'x') - textWidth('−1.0', 12)).toBeGreaterThanOrEqual(10 + textWidth('偏差', 12));
});

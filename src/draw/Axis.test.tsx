import { expect, it } from 'vitest';
import { Axis, leftAxisWidth } from './Axis.tsx';
import { linearScale, logScale } from './scale.ts';
import { draw, number, points } from './testing/drawn.ts';
import { textWidth } from './text.ts';

const scale = linearScale([0, 10], [100, 600]);

it('writes each tick under its place', () => {
  const drawn = draw(<Axis scale={scale} side="bottom" at={200} ticks={[0, 5, 10]} />);
  expect(drawn.all('text').map((text) => [text.textContent, number(text, 'x')])).toEqual([
    ['0', 100],
    ['5', 350],
    ['10', 600],
  ]);
});

it('draws hairlines from ticks across the plot', () => {
  const grid = draw(<Axis scale={scale} side="bottom" at={200} ticks={[5]} grid={80} />).one('[data-part=grid]');
  expect(points(grid)).toEqual([
    [350, 200],
    [350, 120],
  ]);
});

it('leaves out tick labels that would touch', () => {
  const drawn = draw(
    <Axis scale={logScale([1, 1e6], [0, 120])} side="bottom" at={0} ticks={[1, 10, 100, 1e3, 1e4, 1e5, 1e6]} />,
  );
  const spans = drawn.all('text').map((text) => {
    const half = textWidth(text.textContent!, 12) / 2;
    return [number(text, 'x') - half, number(text, 'x') + half] as const;
  });
  expect(spans.length).toBeGreaterThan(1);
  for (let i = 1; i < spans.length; i++) expect(spans[i]![0]).toBeGreaterThan(spans[i - 1]![1]);
});

it('a left axis keeps room for its widest number', () => {
  const up = linearScale([0, 1], [200, 20]);
  expect(leftAxisWidth(up, (v) => `${v} 毫秒`, [1000])).toBe(textWidth('1000 毫秒', 12) + 8);
});

it('sets the label of a left axis level, above its numbers', () => {
  const up = linearScale([0, 1], [200, 40]);
  const label = draw(<Axis scale={up} side="left" at={60} label="秒" ticks={[0, 1]} />).text('秒');
  expect(number(label, 'y')).toBeLessThan(40);
  expect(label.hasAttribute('transform')).toBe(false);
});

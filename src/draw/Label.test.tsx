import { expect, it } from 'vitest';
import { Label, leading } from './Label.tsx';
import { draw, number } from './testing/drawn.ts';

it('sets plain text as plain text', () => {
  const text = draw(<Label x={10} y={20} text="查询" anchor="end" />).one('text');
  expect(text.innerHTML).toBe('查询');
  expect([text.getAttribute('x'), text.getAttribute('text-anchor')]).toEqual(['10', 'end']);
});

it('centres any number of lines about y', () => {
  const one = number(draw(<Label x={0} y={100} text="一" size={20} />).one('text'), 'y');
  const lines = draw(<Label x={0} y={100} text={'一\n二\n三'} size={20} />).all('tspan');
  for (const [i, line] of lines.entries()) expect(number(line, 'y') - one).toBeCloseTo((i - 1) * 20 * leading);
  expect(lines).toHaveLength(3);
});

it('hangs from y or stands on it', () => {
  const y = (align: 'top' | 'bottom') =>
    number(draw(<Label x={0} y={100} text="一" size={20} align={align} />).one('text'), 'y');
  expect(y('top') - y('bottom')).toBeCloseTo(20 * leading);
});

it('breaks lines at a width', () => {
  const lines = draw(<Label x={0} y={0} text="一二三四五" size={20} width={60} />).all('tspan');
  expect(lines.map((line) => line.textContent)).toEqual(['一二三', '四五']);
});

it('returns to the line after a subscript', () => {
  const spans = draw(<Label x={0} y={0} text="$x_ty^2z$" size={20} />).all('tspan');
  expect(spans.map((span) => span.textContent)).toEqual(['x', 't', 'y', '2', 'z']);
  const shifts = spans.map((span) => Number(span.getAttribute('dy') ?? 0));
  const heights = shifts.map((_, i) => Math.round(shifts.slice(0, i + 1).reduce((a, b) => a + b, 0)));
  expect(heights).toEqual([0, 4, 0, -8, 0]);
});

it('keeps plain text after a subscript on the line', () => {
  const drawn = draw(<Label x={0} y={0} text="$x_t$ 步" size={20} />);
  const shifts = drawn.all('tspan').map((span) => Number(span.getAttribute('dy') ?? 0));
  expect(drawn.one('text').textContent).toBe('xt 步');
  expect(shifts.reduce((a, b) => a + b, 0)).toBeCloseTo(0);
});

it('turns about its own place', () => {
  expect(
    draw(<Label x={5} y={8} text="a" rotate={-50} />)
      .one('text')
      .getAttribute('transform'),
  ).toBe('rotate(-50 5 8)');
});

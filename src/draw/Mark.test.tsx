import { expect, it } from 'vitest';
import { Mark } from './Mark.tsx';
import { MarkLabel } from './MarkLabel.tsx';
import { box, draw } from './testing/drawn.ts';

const rect = { x: 10, y: 20, width: 60, height: 24 };

it('fills its rectangle with the colour of its kind', () => {
  const mark = draw(<Mark kind="prefill" {...rect} />).one('rect');
  expect(box(mark)).toEqual(rect);
  expect(mark.getAttribute('fill')).toBe('var(--prefill)');
});

it.each(['idle', 'communication', 'fault'] as const)('lays the pattern of kind %s over its colour', (kind) => {
  const [ground, hatch] = draw(<Mark kind={kind} {...rect} />).all('rect');
  expect(ground!.getAttribute('data-kind')).toBe(kind);
  expect(hatch!.getAttribute('fill')).toBe(`url(#figure-${kind})`);
});

it('draws an outline inside the rectangle, so that neighbours do not overlap', () => {
  const mark = draw(<Mark kind="kv" tone="tint" {...rect} />).one('rect');
  expect(box(mark)).toEqual({ x: 10.5, y: 20.5, width: 59, height: 23 });
  expect(mark.getAttribute('stroke')).toBe('var(--kv)');
});

it('as a ghost is a dashed outline of nothing', () => {
  const mark = draw(<Mark kind="kv" tone="ghost" {...rect} />).one('rect');
  expect(mark.getAttribute('fill')).toBe('none');
  expect(mark.hasAttribute('stroke-dasharray')).toBe(true);
});

it('its label stands in its middle in the colour that reads on it', () => {
  const text = draw(<MarkLabel kind="decode" label="解码" {...rect} />).one('text');
  expect([text.getAttribute('x'), text.getAttribute('text-anchor')]).toEqual(['40', 'middle']);
  expect(text.getAttribute('fill')).toBe('var(--on-decode)');
});

it('its label is left out where it would not fit, in width or in height', () => {
  expect(draw(<MarkLabel kind="decode" label="一个很长的标签" {...rect} />).texts()).toEqual([]);
  expect(draw(<MarkLabel kind="decode" label="短" {...rect} height={10} />).texts()).toEqual([]);
});

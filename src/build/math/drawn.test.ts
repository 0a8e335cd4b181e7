import { expect, it } from 'vitest';
import { drawn } from './drawn.ts';
import { renderMath } from './render.ts';

it.each([
  ['x + 1', ['Math-Italic x', 'Main-Regular +', 'Main-Regular 1']],
  ['\\mathbb{R}', ['AMS-Regular R']],
  ['\\mathbf{v}', ['Main-Bold v']],
  ['\\boldsymbol{\\alpha}', ['Math-BoldItalic α']],
  ['\\text{if \\textit{so}}', ['Main-Regular i', 'Main-Regular f', 'Main-Italic s', 'Main-Italic o']],
  ['\\mathcal{L}', ['Caligraphic-Regular L']],
  ['a < b', ['Math-Italic a', 'Main-Regular <', 'Math-Italic b']],
  ['\\bigl( \\Bigr)', ['Size1-Regular (', 'Size2-Regular )']],
])('%s is drawn by the faces of its letters', (tex, glyphs) => {
  expect([...drawn(renderMath(tex, false))]).toEqual(expect.arrayContaining(glyphs));
});

it('takes a large sum from another face than a small one', () => {
  expect(drawn(renderMath('\\sum', false))).toContain('Size1-Regular ∑');
  expect(drawn(renderMath('\\sum', true))).toContain('Size2-Regular ∑');
});

it('leaves out the half that is read aloud', () => {
  expect([...drawn(renderMath('\\frac{1}{2}', false))].join('')).not.toMatch(/frac|\\/);
});

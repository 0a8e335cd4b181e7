import { parseHTML } from 'linkedom';
import { expect, it } from 'vitest';
import { withMark } from './mark.ts';
import { renderMath } from './render.ts';

it('ties punctuation to the last part of a formula that may be broken, and to nothing else of it', () => {
  const html = renderMath('9\\times 11/27=\\frac{a}{b}', false);
  const { document } = parseHTML(`<!doctype html><html><body>${withMark(html, '，')}</body></html>`);
  const kept = document.querySelector('.katex-html > .kept')!;
  expect(document.querySelectorAll('.kept')).toHaveLength(1);
  expect([...kept.children].map((part) => part.className)).toEqual(['katex-base', 'formula-mark']);
  expect(kept.querySelector('.katex-base .mfrac')).not.toBeNull();
  expect(document.querySelectorAll('.katex-html > .katex-base')).toHaveLength(2);
  expect(document.querySelector('.katex')!.textContent).toContain('，');
});

it('leaves a formula without punctuation after it alone', () => {
  const html = renderMath('x', false);
  expect(withMark(html, undefined)).toBe(html);
});

import { expect, it } from 'vitest';
import { formulasIn, inlineMath } from './inline.ts';

it('sets what stands between dollar signs and escapes the rest', () => {
  const html = inlineMath('若 a<b，则 $x^2$ 更大');
  expect(html).toContain('a&lt;b');
  expect(html).toContain('class="katex"');
  expect(html).not.toContain('$');
});

it('lists the formulas in order', () => expect(formulasIn('$a$ 与 $b_1$')).toEqual(['a', 'b_1']));

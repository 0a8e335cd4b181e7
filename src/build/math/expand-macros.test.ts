import katex from 'katex';
import { describe, expect, it } from 'vitest';
import { expandMacros } from './expand-macros.ts';
import { macros } from './macros.ts';

const html = (tex: string, given: Record<string, string> = {}) =>
  katex.renderToString(tex, { output: 'html', macros: { ...given } });

describe('TeX with the macros written out', () => {
  it.each([
    'S=QK\\T,\\qquad P=\\softmax(S)',
    '\\norm{x_{i}}+\\abs {\\frac{a}{b}}',
    '\\Attn(Q,K,V)=\\softmax\\!\\big(QK\\T\\big)V',
    '\\abs{\\norm{W\\T}}\\unit{GB}\\in\\R^n',
    '\\R x\\T y\\E[z]',
    '\\text{a}\\{\\diag(\\ell)\\}',
  ])('sets without them what it set with them: %s', (tex) => {
    expect(html(expandMacros(tex))).toBe(html(tex, macros));
  });

  it('leaves everything else alone', () => {
    expect(expandMacros('\\Theta(N^2)\\text{\\T}'.replace('\\T}', 'T}'))).toBe('\\Theta(N^2)\\text{T}');
    expect(expandMacros('\\Rightarrow')).toBe('\\Rightarrow');
  });
});

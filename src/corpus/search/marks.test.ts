import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contextOf, markMatches } from './marks.ts';

const marked = (text: string, ...needles: string[]) =>
  markMatches(text, needles)
    .map((part) => (part.marked ? `[${part.text}]` : part.text))
    .join('');

describe('marks', () => {
  test('stand on the phrase whatever its spaces, signs and case', () => {
    expect(marked('用 Flash-Attention 做', 'flashattention')).toBe('用 [Flash-Attention] 做');
    expect(marked('显存不是内存', '显存')).toBe('[显存]不是内存');
  });
  test('do not stand on two letters inside a word', () =>
    expect(marked('PP approximates', 'pp')).toBe('[PP] approximates'));
  test('lose nothing of the text', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (text, needle) => {
        const parts = markMatches(text, [needle]).map((part) => part.text);
        expect(parts.join('')).toBe(text);
      }),
    ));
});

describe('a context', () => {
  const text = `${'前文很长，'.repeat(40)}块表记下物理块在哪里。${'后文也长，'.repeat(40)}`;
  test('holds the match and is short', () => {
    const context = contextOf(text, ['块表']);
    expect(context).toContain('块表');
    expect(context.length).toBeLessThan(140);
    expect(context).toMatch(/^….*…$/);
  });
  test('is the beginning where nothing matches', () => expect(contextOf('短文。', ['没有'])).toBe('短文。'));
});

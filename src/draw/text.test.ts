import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isCjk, runsOf, textWidth, wrap } from './text.ts';

describe('the width of a label', () => {
  it('counts one em for a CJK character and 0.56 for a Latin letter', () => {
    expect(textWidth('注意力', 10)).toBe(30);
    expect(textWidth('queue', 10)).toBeCloseTo(28);
    expect(textWidth('注a', 10)).toBeCloseTo(15.6);
  });

  it('is that of the widest line, and sets scripts smaller', () => {
    expect(textWidth('一\n一二三', 10)).toBe(30);
    expect(textWidth('$q_n$', 10)).toBeLessThan(textWidth('qn', 10));
  });
});

describe('mathematics between dollar signs', () => {
  it('sets single letters and products in italics, words upright, scripts above and below', () => {
    expect(runsOf('打分 $softmax(QK^T/√d_k)$')).toEqual([
      { text: '打分 ', italic: false, shift: 'base' },
      { text: 'softmax', italic: false, shift: 'base' },
      { text: '(', italic: false, shift: 'base' },
      { text: 'QK', italic: true, shift: 'base' },
      { text: 'T', italic: true, shift: 'super' },
      { text: '/√', italic: false, shift: 'base' },
      { text: 'd', italic: true, shift: 'base' },
      { text: 'k', italic: true, shift: 'sub' },
      { text: ')', italic: false, shift: 'base' },
    ]);
  });

  it('raises a whole group with the true minus', () => {
    expect(runsOf('$γ^{n-m}$').map((run) => [run.text, run.shift])).toEqual([
      ['γ', 'base'],
      ['n', 'super'],
      ['−', 'super'],
      ['m', 'super'],
    ]);
  });

  it('leaves a lone dollar sign and underscores outside as they are', () => {
    expect(runsOf('$5 max_tokens')).toEqual([{ text: '$5 max_tokens', italic: false, shift: 'base' }]);
  });
});

describe('wrapping', () => {
  it('breaks between CJK characters and keeps Latin words whole', () => {
    expect(wrap('把查询分成块', 40, 10)).toEqual(['把查询分', '成块']);
    expect(wrap('用 FlashAttention 算', 60, 10)).toEqual(['用', 'FlashAttention', '算']);
  });

  it('begins no line with closing punctuation and ends none with an opening bracket', () => {
    expect(wrap('一二三，四', 30, 10)).toEqual(['一二', '三，四']);
    expect(wrap('一二（三四）', 30, 10)).toEqual(['一二', '（三', '四）']);
  });

  it('never breaks a formula, and keeps line feeds', () => {
    expect(wrap('分数 $QK^T / √d$\n结果', 20, 10)).toEqual(['分数', '$QK^T / √d$', '结果']);
  });

  it('loses no character but spaces', () => {
    const text = fc.string({ unit: fc.constantFrom('注', '意', '，', '（', 'a', 'b', ' ', '。', '1'), maxLength: 40 });
    fc.assert(
      fc.property(text, fc.integer({ min: 10, max: 90 }), (s, width) => {
        expect(wrap(s, width, 10).join('').replaceAll(' ', '')).toBe(s.replaceAll(' ', ''));
      }),
    );
  });
});

it('knows a label of CJK characters only', () => {
  expect([isCjk('注意力'), isCjk('注意力 Q'), isCjk('')]).toEqual([true, false, false]);
});

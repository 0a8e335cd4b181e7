import { describe, expect, test } from 'vitest';
import { answerTo } from './answer.ts';
import { suggestionsFor } from './suggest.ts';
import { smallIndex } from './testing/small-index.ts';

const index = smallIndex();

describe('an answer', () => {
  test('is the paper whose name is typed, whatever its spaces and case', () =>
    expect(answerTo(index, 'paged memory')).toMatchObject({ kind: 'paper', record: { slug: 'paging' } }));
  test('is the term, by any of its names', () =>
    expect(answerTo(index, '推测解码')).toMatchObject({ kind: 'term', term: { id: 'speculation' } }));
  test('is the topic, where no term is called so', () =>
    expect(answerTo(index, 'kv缓存')).toMatchObject({ kind: 'topic', topic: { id: 'cache' } }));
  test('is not given for part of a name', () => expect(answerTo(index, 'paged')).toBeUndefined());
});

describe('suggestions', () => {
  test('name what is spelt most alike', () =>
    expect(suggestionsFor(index, 'Transfurmur').nearest[0]).toBe('Transformer'));
  test('give the counterpart in the other language', () =>
    expect(suggestionsFor(index, '投机解码 芯片').counterparts).toEqual(['Speculative decoding']));
});

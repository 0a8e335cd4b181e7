import { describe, expect, test } from 'vitest';
import { placeOf, readQueries, scorePlaces } from './search-eval.queries.ts';

describe('search:eval', () => {
  test('reads queries with their accepted papers, past comments and empty lines', () => {
    expect(readQueries('# kind\nKV cache\torca|zero\n\n注意力\tbert\r\n')).toEqual([
      { text: 'KV cache', accepted: ['orca', 'zero'] },
      { text: '注意力', accepted: ['bert'] },
    ]);
  });

  test('names the line that it cannot read', () => {
    expect(() => readQueries('a\tb\nno tab here')).toThrow('line 2');
  });

  test('scores by the first accepted paper', () => {
    const query = { text: 'q', accepted: ['b', 'c'] };
    const places = [
      placeOf(query, ['b', 'a']),
      placeOf(query, ['a', 'c', 'b']),
      placeOf(query, ['a', 'd', 'e', 'b']),
      placeOf(query, []),
    ];
    expect(places).toEqual([1, 2, 4, undefined]);
    expect(scorePlaces(places)).toEqual({ hit1: 1 / 4, hit3: 2 / 4, mrr: (1 + 1 / 2 + 1 / 4) / 4 });
  });
});

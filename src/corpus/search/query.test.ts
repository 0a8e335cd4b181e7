import { describe, expect, test } from 'vitest';
import { parseQuery } from './query.ts';

const lexicon = {
  names: new Set(['kvcache', 'kv缓存', '注意力', '多头注意力', 'flashattention']),
  pairs: new Set(['显存']),
};
const units = (query: string) => parseQuery(query, lexicon).map(({ text }) => text);

describe('a query', () => {
  test('is taken apart into the longest names', () => expect(units('多头注意力')).toEqual(['多头注意力']));
  test.each(['KV cache', 'kv-cache', 'KVCache', 'ＫＶ cache'])('knows %s for one name', (query) =>
    expect(units(query)).toEqual(['kvcache']),
  );
  test('may mix scripts without spaces', () =>
    expect(units('KV缓存flash attention')).toEqual(['kv缓存', 'flashattention']));
  test('keeps words together that only the field knows', () => expect(units('显存')).toEqual(['显存']));
  test('loses what says nothing', () => expect(units('怎么用 the 注意力')).toEqual(['注意力']));
  test('of nothing but such words keeps them', () => expect(units('怎么')).toEqual(['怎么']));
});

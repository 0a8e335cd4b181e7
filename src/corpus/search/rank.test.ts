import { describe, expect, test } from 'vitest';
import { planQuery, rankPapers } from './rank.ts';
import { smallIndex } from './testing/small-index.ts';

const index = smallIndex();
const slugs = (query: string) => rankPapers(index, planQuery(index, query)).map(({ paper }) => paper.record.slug);

describe('what a query finds first', () => {
  test.each([
    ['a short name', 'Transformer', 'attending'],
    ['the name half typed', 'pagedm', 'paging'],
    ['two words for one in camel case', 'paged memory', 'paging'],
    ['one word for two', 'kvcache', 'paging'],
    ['part of a Chinese name, across its words', '存碎', 'paging'],
    ['both languages without a space', 'KV缓存', 'paging'],
    ['an author', 'kwon', 'paging'],
    ['a year', '2017', 'attending'],
    ['a venue and its year', 'NeurIPS 2017', 'attending'],
    ['what an organisation is called in Chinese', '谷歌', 'attending'],
    ['a prize', '最佳论文', 'crashing'],
    ['a term that only the glossary ties to the paper', '推测解码', 'drafting'],
    ['a letter too few', 'transfomer', 'attending'],
    ['two letters exchanged', 'trasnformer', 'attending'],
    ['a wrong Chinese character', '投机采杨', 'drafting'],
    ['traditional characters', '顯存碎片', 'paging'],
    ['a word of another region', '管線平行 流水線', 'crashing'],
    ['pinyin', 'xiancunsuipian', 'paging'],
    ['pinyin with spaces', 'zhu yi li', 'attending'],
    ['initials of pinyin', 'zyl', 'attending'],
    ['a question', '怎么让小模型先猜，再让大模型验证？', 'drafting'],
  ])('%s', (_, query, slug) => expect(slugs(query)[0]).toBe(slug));

  test('nothing, when nothing is like it', () => expect(slugs('量子纠缠')).toEqual([]));
  test('a match is exact when the names hold every piece of the query', () => {
    const [first, ...others] = rankPapers(index, planQuery(index, 'Kwon 显存碎片'));
    expect(first).toMatchObject({ exact: true, paper: { record: { slug: 'paging' } } });
    expect(others.every(({ exact }) => !exact)).toBe(true);
  });
  test('the plan says that it read the query otherwise than typed', () => {
    expect(planQuery(index, 'xiancun')).toMatchObject({ query: '显存', mended: true });
    expect(planQuery(index, '顯存')).toMatchObject({ query: '显存', mended: false });
  });
});

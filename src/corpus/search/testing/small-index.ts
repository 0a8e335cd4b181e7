import { createIndex, type Index } from '../index.ts';
import type { PaperRecord, Vocabulary } from '../model.ts';

const record = (
  own: Partial<PaperRecord> & Pick<PaperRecord, 'slug' | 'short' | 'title' | 'titleZh'>,
): PaperRecord => ({
  authors: ['Ada Lovelace'],
  organisations: ['Analytical Society'],
  venue: 'OSDI 2022',
  venueName: 'Symposium on Operating Systems Design and Implementation',
  year: 2022,
  firstYear: 2022,
  week: 8,
  topics: [],
  keywords: [],
  contribution: '',
  problem: '',
  idea: '',
  ...own,
});

export const RECORDS: PaperRecord[] = [
  record({
    slug: 'paging',
    short: 'PagedMemory',
    title: 'PagedMemory: Blocks for Caches',
    titleZh: '分页显存',
    authors: ['Woosuk Kwon', 'Zhuohan Li'],
    keywords: ['显存碎片', 'KV cache', '块表'],
    topics: ['cache'],
  }),
  record({
    slug: 'attending',
    short: 'Transformer',
    title: 'Attention Is Enough',
    titleZh: '只靠注意力',
    year: 2017,
    firstYear: 2017,
    week: 3,
    venue: 'NeurIPS 2017',
    organisations: ['Google Brain'],
    keywords: ['自注意力', '注意力机制', 'multi-head attention'],
  }),
  record({
    slug: 'drafting',
    short: 'Drafts',
    title: 'Speculative Drafts',
    titleZh: '投机采样',
    keywords: ['投机采样', '草稿模型', 'draft model'],
    track: 'inference',
    contribution: '小模型先猜，大模型一次验完。',
  }),
  record({
    slug: 'crashing',
    short: 'Respawn',
    title: 'Respawn: Training Through Failures',
    titleZh: '带故障训练',
    authors: ['Zhuo Jiang'],
    keywords: ['故障恢复', '流水线并行'],
    award: 'Best Paper',
    track: 'training',
  }),
];

export const VOCABULARY: Vocabulary = {
  topics: [{ id: 'cache', zh: '缓存管理', en: 'Cache management', aliases: ['KV 缓存'] }],
  terms: [
    { id: 'self-attention', zh: '自注意力', en: 'Self-attention', aliases: ['注意力'], papers: ['attending'] },
    { id: 'speculation', zh: '投机解码', en: 'Speculative decoding', aliases: ['推测解码'], papers: ['drafting'] },
  ],
  weeks: [
    {
      number: 8,
      title: '训练与推理',
      titleEn: 'Training and inference',
      tracks: [{ id: 'training', title: '训练', titleEn: 'Training' }],
    },
  ],
  groups: [],
  organisations: [{ name: 'Google', aliases: ['谷歌'] }],
  awards: ['最佳论文'],
  conversion: {
    characters: '機机顯显張张資资並并線线',
    words: [
      ['资料', '数据'],
      ['平行', '并行'],
    ],
  },
  pinyin: {
    注意力: 'zhu yi li',
    显存碎片: 'xian cun sui pian',
    显存: 'xian cun',
    碎片: 'sui pian',
    投机采样: 'tou ji cai yang',
  },
};

/** Four made-up papers and a few words, for tests. */
export const smallIndex = (): Index => createIndex(VOCABULARY, RECORDS);

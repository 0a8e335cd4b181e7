import { Converter } from 'opencc-js';
import { customPinyin, pinyin } from 'pinyin-pro';
import type { Corpus } from '#corpus/model.ts';
import type { Named, TermNames, Vocabulary } from '#corpus/search/model.ts';
import type { Conversion } from '#corpus/search/normalise.ts';
import { segment } from '#corpus/search/query.ts';
import { AWARD_NAMES, ORGANISATIONS } from '#language/organisations.zh.ts';
import { REGIONAL_WORDS } from './regional-words.ts';

const HAN_RUN = /\p{Script=Han}+/gu;

/** The words that the whole site shares, as its search needs them. */
export function vocabularyOf(corpus: Corpus): Vocabulary {
  const names = ({ id, zh, en, aliases }: Named): Named => ({ id, zh, en, aliases });
  const terms: TermNames[] = corpus.terms.map((term) => ({ ...names(term), papers: term.papers }));
  return {
    topics: corpus.topics.map(names),
    terms,
    weeks: corpus.weeks.map(({ number, title, titleEn, sections }) => ({
      number,
      title,
      titleEn,
      tracks: sections.flatMap(({ track }) =>
        track ? [{ id: track.id, title: track.title, titleEn: track.titleEn }] : [],
      ),
    })),
    groups: groupsOf(corpus),
    organisations: ORGANISATIONS.filter(({ name }) =>
      corpus.papers.some((paper) => paper.organisations.some((printed) => printed.includes(name))),
    ),
    awards: AWARD_NAMES,
    conversion: conversionTo(JSON.stringify(corpus)),
    pinyin: pinyinOf(chineseWords(corpus)),
  };
}

function groupsOf({ papers }: Corpus): Vocabulary['groups'] {
  const groups = papers.flatMap(({ place: { group } }) =>
    group ? [[group.id, { id: group.id, title: group.title, titleEn: group.titleEn }] as const] : [],
  );
  return [...new Map(groups).values()];
}

/** Names in Chinese characters, and the words of Chinese titles. */
function chineseWords({ papers, topics, terms }: Corpus): string[] {
  const names = [
    ...papers.flatMap((p) => p.keywords),
    ...[...topics, ...terms].flatMap(({ zh, aliases }) => [zh, ...aliases]),
  ];
  const titleWords = papers.flatMap((p) => (p.titleZh.match(HAN_RUN) ?? []).flatMap(segment));
  return [...new Set([...names, ...titleWords].flatMap((name) => name.match(HAN_RUN) ?? []))].filter(
    (word) => word.length > 1 && word.length < 10,
  );
}

/** Words of this field that the general dictionary reads otherwise. */
customPinyin({
  重计算: 'chong ji suan',
  重算: 'chong suan',
  重路由: 'chong lu you',
  重参数化: 'chong can shu hua',
  重排: 'chong pai',
  长上下文: 'chang shang xia wen',
  行并行: 'hang bing xing',
});

function pinyinOf(words: readonly string[]): Record<string, string> {
  return Object.fromEntries(words.map((word) => [word, pinyin(word, { toneType: 'none', v: true })]));
}

/** Traditional forms of the characters that `text` uses. */
function conversionTo(text: string): Conversion {
  const used = new Set(text.match(/\p{Script=Han}/gu));
  const [fromTaiwan, fromHongKong] = [Converter({ from: 'tw', to: 'cn' }), Converter({ from: 'hk', to: 'cn' })];
  let characters = '';
  for (let code = 0x4e00; code <= 0x9fff; code++) {
    const traditional = String.fromCodePoint(code);
    const simplified = [fromTaiwan(traditional), fromHongKong(traditional)].find(
      (c) => c !== traditional && used.has(c),
    );
    if (simplified) characters += traditional + simplified;
  }
  return { characters, words: REGIONAL_WORDS };
}

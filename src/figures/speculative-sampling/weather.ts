/** The page's two little language models: tables of what follows a token, in tenths. */
import type { Pair } from '#mechanisms/decoding/speculative-round.ts';

/** The vocabulary; a token's id is its place. */
export const tokens = ['今天', '天气', '真', '好', '热', '冷', '棒', '糟', '。'] as const;
type Token = (typeof tokens)[number];

export const idOf = (token: Token): number => tokens.indexOf(token);

type Table = Record<Token, Partial<Record<Token, number>>>;

const stop = { '。': 10 };
const draft: Table = {
  今天: { 天气: 8, 真: 2 },
  天气: { 真: 9, 好: 1 },
  真: { 好: 5, 热: 2, 冷: 2, 棒: 1 },
  好: stop,
  热: stop,
  冷: stop,
  棒: stop,
  糟: stop,
  '。': { 今天: 10 },
};
const sometimesOn = { '。': 9, 今天: 1 };
const target: Table = {
  今天: { 天气: 9, 真: 1 },
  天气: { 真: 7, 好: 2, 热: 1 },
  真: { 好: 3, 热: 1, 冷: 4, 棒: 1, 糟: 1 },
  好: sometimesOn,
  热: sometimesOn,
  冷: sometimesOn,
  棒: sometimesOn,
  糟: sometimesOn,
  '。': { 今天: 10 },
};

/** Reads a row of a table as a distribution over the whole vocabulary. */
const model = (table: Table) => {
  const rows = tokens.map((token) => tokens.map((next) => (table[token][next] ?? 0) / 10));
  return (prefix: readonly number[]) => rows[prefix.at(-1)!]!;
};

export const weather: Pair = { draft: model(draft), target: model(target) };
export const prompt = [idOf('今天')];

/** The one position worked through on the page: what follows 真, over the five words that either model allows. */
export const words = ['好', '热', '冷', '棒', '糟'] as const;
const after = (next: Pair['draft']) => words.map((word) => next([idOf('真')])[idOf(word)]!);
export const weatherAfter = { draft: after(weather.draft), target: after(weather.target) };

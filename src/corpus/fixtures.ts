import type { PaperData } from './schemas/paper.ts';
import type { WeekData } from './schemas/week.ts';

/** A paper's data with only what a test cares about; for unit tests. */
export function paperData(change: Partial<PaperData> = {}): PaperData {
  return {
    title: 'A Title',
    titleZh: '标题',
    short: 'Short',
    authors: ['Ada Lovelace'],
    organisations: ['Somewhere'],
    venue: { name: 'A Venue', short: 'V 2020', kind: 'conference' },
    year: 2020,
    links: { paper: 'https://example.org/' },
    corrections: [],
    contribution: '一句话。',
    compare: { problem: '问题', idea: '想法', cost: '代价', result: '结果' },
    topics: ['attention'],
    keywords: ['a', 'b', 'c', 'd'],
    prerequisites: [],
    buildsOn: [],
    rivals: [],
    difficulty: 1,
    minutes: { skim: 5, read: 30, deep: 60 },
    explainer: 'brief',
    readingQuestions: ['为什么？'],
    formerIds: {},
    formerSlugs: [],
    changelog: [{ date: '2026-01-01', note: '发布。' }],
    ...change,
  };
}

/** A week's data with only what a test cares about. */
export function weekData(change: Partial<WeekData> = {}): WeekData {
  return {
    number: 1,
    title: '周',
    titleEn: 'Week',
    question: '？',
    outcomes: [],
    status: 'ready',
    entries: [],
    tracks: [],
    candidates: [],
    story: [],
    ...change,
  };
}

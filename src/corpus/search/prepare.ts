import { createField, type Field } from './field.ts';
import type { PaperRecord, Vocabulary } from './model.ts';

/** A record ready to be searched. */
export interface Prepared {
  record: PaperRecord;
  fields: Field[];
  /** How many of the fields name the paper (the rest describe it). */
  naming: number;
}

/**
 * How much a match counts in each field. A paper is first what it is called, then who wrote it, where and when, then
 * what it is about.
 */
const WEIGHT = {
  short: 10,
  keywords: 8,
  title: 7,
  titleZh: 6.5,
  year: 6.5,
  firstAuthor: 7.5,
  authors: 6.5,
  organisations: 5.5,
  venue: 5.5,
  firstYear: 4.5,
  term: [8.5, 5.5, 4],
  topic: [6, 4.5, 3.5],
  place: 3,
  contribution: 3.5,
  compare: 3,
} as const;

const at = (weights: readonly number[], i: number): number => weights[Math.min(i, weights.length - 1)]!;

/** Spreads a record into fields, with the names of its topics, terms, organisations and week, in both languages. */
export function createPreparer(vocabulary: Vocabulary): (record: PaperRecord) => Prepared {
  const topics = new Map(vocabulary.topics.map((topic) => [topic.id, [topic.zh, topic.en, ...topic.aliases]]));
  const terms = termsByPaper(vocabulary);
  const sharedField = createSharing();
  return (record) => {
    const naming = [
      createField(WEIGHT.short, [record.short]),
      createField(WEIGHT.keywords, record.keywords),
      createField(WEIGHT.title, [record.title, ...titleParts(record.title)]),
      createField(WEIGHT.titleZh, [record.titleZh]),
      createField(WEIGHT.year, [String(record.year)]),
      createField(WEIGHT.firstYear, [String(record.firstYear)]),
      createField(WEIGHT.firstAuthor, record.authors.slice(0, 1)),
      createField(WEIGHT.authors, record.authors.slice(1)),
      sharedField(
        WEIGHT.organisations,
        record.organisations.flatMap((name) => [name, ...otherNames(vocabulary, name)]),
      ),
      sharedField(WEIGHT.venue, [
        record.venue,
        record.venueName,
        record.venue.replace(/ \d{4}$/, ''),
        ...(record.award ? [record.award, ...vocabulary.awards] : []),
      ]),
    ];
    const describing = [
      ...record.topics.map((id, i) => sharedField(at(WEIGHT.topic, i), topics.get(id) ?? [])),
      ...(terms.get(record.slug) ?? []).map(({ names, rank }) => sharedField(at(WEIGHT.term, rank), names)),
      sharedField(WEIGHT.place, placeNames(vocabulary, record)),
      createField(WEIGHT.contribution, [record.contribution]),
      createField(WEIGHT.compare, [record.problem, record.idea]),
    ];
    return { record, fields: [...naming, ...describing], naming: naming.length };
  };
}

/** Fields that many papers have in common (a topic's names) are prepared once. */
function createSharing(): typeof createField {
  const known = new Map<string, Field>();
  return (weight, items) => {
    const key = items.join('\n');
    const field = known.get(key) ?? createField(weight, items);
    known.set(key, field);
    return { ...field, weight };
  };
}

/** `Alpa` and `Automating …` of `Alpa: Automating …`: each is typed as if it were the title. */
const titleParts = (title: string): string[] => (title.includes(': ') ? title.split(': ') : []);

function termsByPaper({ terms }: Vocabulary): Map<string, { names: string[]; rank: number }[]> {
  const byPaper = new Map<string, { names: string[]; rank: number }[]>();
  for (const term of terms) {
    term.papers.forEach((slug, rank) => {
      const list = byPaper.get(slug) ?? [];
      byPaper.set(slug, [...list, { names: [term.zh, term.en, ...term.aliases], rank }]);
    });
  }
  return byPaper;
}

const otherNames = ({ organisations }: Vocabulary, printed: string): string[] =>
  organisations.flatMap(({ name, aliases }) => (printed.includes(name) ? aliases : []));

function placeNames({ weeks, groups }: Vocabulary, { week: number, track, group }: PaperRecord): string[] {
  const week = weeks.find((w) => w.number === number);
  const parts = [week, week?.tracks.find((t) => t.id === track), groups.find((g) => g.id === group)];
  return [`第${number}周`, `week${number}`, ...parts.flatMap((part) => (part ? [part.title, part.titleEn] : []))];
}

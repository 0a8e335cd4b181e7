import type { Corpus, Group, Paper, Section, Term, Topic, Week } from './model.ts';
import type { PaperData } from './schemas/paper.ts';
import type { WeekData } from './schemas/week.ts';

export interface Parts {
  papers: readonly { id: string; data: PaperData }[];
  weeks: readonly { id: string; data: WeekData }[];
  topics: readonly Topic[];
  terms: readonly Term[];
}

/** Puts loaded files together: weeks in order, each paper at its place on the list. */
export function assemble({ papers, weeks, topics, terms }: Parts): Corpus {
  const byId = new Map(papers.map((p) => [p.id, p.data]));
  const placed = weeks
    .toSorted((a, b) => a.data.number - b.data.number)
    .map(({ id, data }) => placeWeek(id, data, byId));
  return {
    weeks: placed,
    papers: placed.flatMap((week) => week.sections.flatMap((s) => s.papers)),
    topics: [...topics],
    terms: terms.toSorted((a, b) => a.en.localeCompare(b.en, 'en', { sensitivity: 'base' })),
  };
}

function placeWeek(id: string, { entries, tracks, ...week }: WeekData, papers: ReadonlyMap<string, PaperData>): Week {
  const sections: Section[] = (tracks.length > 0 ? tracks : entries.length > 0 ? [{ entries }] : []).map((part) => {
    const { entries: list, ...track } = part;
    const place = { week: week.number, ...('id' in track ? { track } : {}) };
    let position = 0;
    const placePaper = (slug: string, why: string, group?: Group): Paper[] => {
      const data = papers.get(slug);
      return data ? [{ ...data, slug, place: { ...place, group, why, position: ++position } }] : [];
    };
    return {
      ...('id' in track ? { track } : {}),
      papers: list.flatMap((entry) => {
        if ('paper' in entry) return placePaper(entry.paper, entry.why);
        const group = { id: entry.group, title: entry.title, titleEn: entry.titleEn, why: entry.why };
        return entry.papers.flatMap((p) => placePaper(p.paper, p.why, group));
      }),
    };
  });
  return { ...week, id, sections };
}

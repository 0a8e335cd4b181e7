import { problems, type LocatedProblem } from '#corpus/problems.ts';
import { list, rows, weekData, type CorpusIndex } from './corpus-index.ts';
import { listings } from './check-relations.ts';
import type { ContentFile } from './read-files.ts';
import type { BodyReport, InternalLink } from './surroundings.ts';

const PAPER_FRAME = ['main', 'relations', 'footnote-label'];
const WEEK_FRAME = ['main', 'overview', 'story', 'papers', 'candidates', 'footnote-label'];

/** The ids that the frame of a paper's or week's page uses: nothing in its text may be called the same. */
export function framedIds(file: ContentFile, kind: 'paper' | 'week'): Set<string> {
  if (kind === 'paper') return new Set(PAPER_FRAME);
  const week = weekData(file);
  const entries = [...list(week.entries), ...list(week.tracks).flatMap((track) => list(track?.entries))] as (
    { group?: string } | undefined
  )[];
  const named = [...list(week.tracks).map((track) => track?.id), ...entries.map((entry) => entry?.group)].filter(
    (id) => id !== undefined,
  );
  return new Set([...WEEK_FRAME, ...named, ...listings(week).map(({ slug }) => `paper-${slug}`)]);
}

/** Every address of the site, with the ids that are on its page. */
export function pagesOf(index: CorpusIndex, reports: ReadonlyMap<ContentFile, BodyReport>): Map<string, Set<string>> {
  const terms = rows(index.terms.yaml).map((row) => row.id ?? '');
  const topics = rows(index.topics.yaml).map((row) => row.id ?? '');
  const idsOn = (file: ContentFile, kind: 'paper' | 'week') =>
    new Set([...framedIds(file, kind), ...(reports.get(file)?.ids ?? [])]);
  return new Map<string, Set<string>>([
    ['/', new Set(['weeks', 'map'])],
    ['/topics/', new Set()],
    ['/search/', new Set()],
    ['/glossary/', new Set(terms)],
    ['/labs/', index.labs],
    ['/progress/', new Set()],
    ...[...index.labs].map((id): [string, Set<string>] => [`/embed/${id}/`, new Set()]),
    ...topics.map((id): [string, Set<string>] => [`/topics/${id}/`, new Set()]),
    ...index.papers.map((file): [string, Set<string>] => [`/papers/${file.name}/`, idsOn(file, 'paper')]),
    ...index.weeks.map((file): [string, Set<string>] => [`/weeks/${weekData(file).number}/`, idsOn(file, 'week')]),
  ]);
}

/** Checks one link of `file`, whose page has the ids `own`, against all pages of the site. */
export function checkInternalLink(
  { url, line }: InternalLink,
  file: string,
  own: ReadonlySet<string>,
  pages: ReadonlyMap<string, ReadonlySet<string>>,
): LocatedProblem[] {
  const [address = '', fragment] = url.split('#');
  const ids = address === '' ? own : pages.get(address.replace(/\?.*$/, ''));
  if (!ids) return [{ ...problems.deadLink(url, [...pages.keys()]), file, line }];
  return fragment === undefined || ids.has(fragment) ? [] : [{ ...problems.deadFragment(url, ids), file, line }];
}

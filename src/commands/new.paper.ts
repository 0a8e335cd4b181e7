import type { ZodType } from 'astro/zod';
import { nearest } from '#corpus/nearest.ts';
import { arxivId, https, slug as slugShape } from '#corpus/schemas/fields.ts';

/** What must be known to begin a paper's page. */
export interface PaperRequest {
  slug: string;
  title: string;
  week: number;
  /** The week's track, where it has tracks; the last one by default. */
  track?: string | undefined;
  arxiv?: string | undefined;
  /** The paper's page, for a paper that is not on arXiv. */
  url?: string | undefined;
  topic?: string | undefined;
}

/** What the content holds already. */
export interface Known {
  /** The files of the papers by their slugs. */
  papers: ReadonlyMap<string, string>;
  /** The tracks of each week, by its number; none where its list is one. */
  weeks: ReadonlyMap<number, readonly string[]>;
  topics: readonly string[];
}

/** Every reason why the page cannot be begun; each says what to do. */
export function refusals(request: PaperRequest, known: Known): string[] {
  return [
    refuseSlug(request, known),
    refuseTitle(request),
    refuseWeek(request, known),
    refuseAddress(request),
    refuseTopic(request, known),
  ].filter((reason) => reason !== undefined);
}

function refuseSlug({ slug }: PaperRequest, { papers }: Known): string | undefined {
  if (papers.has(slug)) return `The paper “${slug}” exists: ${papers.get(slug)}.`;
  return slugShape.safeParse(slug).success
    ? undefined
    : `“${slug}” is not a slug: it ${reasonOf(slugShape, slug)}, as in “flashattention-2”.`;
}

function refuseTitle({ title }: PaperRequest): string | undefined {
  return title.trim() === '' ? 'The paper needs its title: --title "…".' : undefined;
}

function refuseWeek({ week, track }: PaperRequest, { weeks }: Known): string | undefined {
  const numbers = [...weeks.keys()].sort((a, b) => a - b);
  const tracks = weeks.get(week);
  if (!tracks) {
    const near = numbers.toSorted((a, b) => Math.abs(a - week) - Math.abs(b - week))[0];
    return `There is no week ${week}. Did you mean ${near}? Weeks: ${numbers.join(', ')}. A new one is a file content/weeks/week-NN.mdx.`;
  }
  if (track === undefined || tracks.includes(track)) return undefined;
  return tracks.length === 0
    ? `Week ${week} has no tracks: leave out --track.`
    : `Week ${week} has no track “${track}”.${didYouMean(track, tracks)} Tracks: ${tracks.join(', ')}.`;
}

function refuseAddress({ arxiv, url }: PaperRequest): string | undefined {
  if (arxiv !== undefined && !arxivId.safeParse(arxiv).success) return `“${arxiv}” ${reasonOf(arxivId, arxiv)}.`;
  if (url !== undefined && !https.safeParse(url).success) return `“${url}” ${reasonOf(https, url)}.`;
  return arxiv === undefined && url === undefined
    ? 'Where can the paper be read? Give --arxiv 2205.14135, or --url https://…'
    : undefined;
}

function refuseTopic({ topic }: PaperRequest, { topics }: Known): string | undefined {
  return topic === undefined || topics.includes(topic)
    ? undefined
    : `There is no topic “${topic}”.${didYouMean(topic, topics)} Topics: ${topics.join(', ')}.`;
}

const didYouMean = (word: string, candidates: readonly string[]) => {
  const near = nearest(word, candidates);
  return near === undefined ? '' : ` Did you mean “${near}”?`;
};

const reasonOf = (shape: ZodType, value: string) => shape.safeParse(value).error?.issues[0]?.message;

/** At most this many characters stand in citations. */
const SHORT = 24;

/** The MDX file of a new paper: the template with what is known filled in. `today` is a day, `2026-11-23`. */
export function paperFile(template: string, request: PaperRequest, { topics }: Known, today: string): string {
  const { slug, title, arxiv, topic = topics[0] ?? '' } = request;
  const year = arxiv ? `20${arxiv.slice(0, 2)}` : today.slice(0, 4);
  const before = title.split(':')[0]!.trim();
  const short = before.length <= SHORT ? before : slug.slice(0, SHORT);
  const keywords = [...new Set([short, title.trim(), slug, topic, '待写', '待补充'])];
  const values: Record<string, string> = {
    slug,
    title: JSON.stringify(title.trim()),
    short: JSON.stringify(short),
    keywords: keywords.map((word) => JSON.stringify(word)).join(', '),
    venue: arxiv ? 'arXiv preprint' : '待写',
    venueShort: arxiv ? `arXiv ${year}` : '待写',
    kind: 'preprint',
    year,
    identifiers: arxiv ? `arxiv: "${arxiv}"` : '# doi: 10.1145/3600006.3613165',
    url: request.url ?? `https://arxiv.org/abs/${arxiv}`,
    topic,
    today,
  };
  return template.replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name]!);
}

/** What a reader has done with one paper. */
export interface PaperProgress {
  /** The day it was marked as read, YYYY-MM-DD. */
  read?: string;
  /** The last section reached, by its id, and which share of the page's sections that is, 0 to 1. */
  reached?: { section: string; share: number };
  /** Answers to questions by their ids: a choice's id or the number typed, and whether it was right. */
  answers?: Record<string, { given: string; right: boolean }>;
}

/** A reader's progress, by the papers' slugs. It lives on the device and in files that the reader exports. */
export interface ProgressRecord {
  version: 1;
  papers: Record<string, PaperProgress>;
}

export const emptyRecord = (): ProgressRecord => ({ version: 1, papers: {} });

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reads a record from JSON. Throws a SyntaxError for what is none; entries that make no sense are left out. */
export function parseRecord(json: string): ProgressRecord {
  const value: unknown = JSON.parse(json);
  if (!isObject(value) || value['version'] !== 1 || !isObject(value['papers']))
    throw new SyntaxError('not a record of reading progress');
  const papers = Object.entries(value['papers'])
    .filter(([slug, progress]) => /^[a-z0-9-]+$/.test(slug) && isObject(progress))
    .map(([slug, progress]) => [slug, sound(progress as Record<string, unknown>)] as const);
  return { version: 1, papers: Object.fromEntries(papers) };
}

/** A paper's progress without the entries that make no sense. */
function sound({ read, reached, answers }: Record<string, unknown>): PaperProgress {
  const { section, share } = isObject(reached) ? reached : {};
  const isShare = typeof share === 'number' && share >= 0 && share <= 1;
  const given = Object.entries(isObject(answers) ? answers : {}).filter(
    ([, answer]) => isObject(answer) && typeof answer['given'] === 'string' && typeof answer['right'] === 'boolean',
  ) as [string, { given: string; right: boolean }][];
  return {
    ...(typeof read === 'string' && DAY.test(read) && { read }),
    ...(typeof section === 'string' && isShare && { reached: { section, share } }),
    ...(given.length > 0 && { answers: Object.fromEntries(given) }),
  };
}

/** Two records as one: nothing read is forgotten, the farther place counts, and `mine` wins where both answered. */
export function mergeRecords(mine: ProgressRecord, theirs: ProgressRecord): ProgressRecord {
  const slugs = new Set([...Object.keys(mine.papers), ...Object.keys(theirs.papers)]);
  const papers = [...slugs].map((slug) => [slug, merge(mine.papers[slug] ?? {}, theirs.papers[slug] ?? {})] as const);
  return { version: 1, papers: Object.fromEntries(papers) };
}

function merge(mine: PaperProgress, theirs: PaperProgress): PaperProgress {
  const read = [mine.read, theirs.read].filter((day) => day !== undefined).sort()[0];
  const reached = [mine.reached, theirs.reached]
    .filter((place) => place !== undefined)
    .reduce<PaperProgress['reached']>((a, b) => (a && a.share >= b.share ? a : b), undefined);
  const answers = { ...theirs.answers, ...mine.answers };
  return {
    ...(read !== undefined && { read }),
    ...(reached && { reached }),
    ...(Object.keys(answers).length > 0 && { answers }),
  };
}

import { problems, type LocatedProblem, type Problem } from '#corpus/problems.ts';
import { list, paperData, rows, weekData, type CorpusIndex, type Unchecked } from './corpus-index.ts';
import type { ContentFile, Yaml } from './read-files.ts';
import type { WeekData } from '#corpus/schemas/week.ts';

/** Checks what no file can know alone: that names exist, lists agree with folders, and relations run one way. */
export function checkRelations(index: CorpusIndex): LocatedProblem[] {
  return [
    ...duplicateIds(index),
    ...paperReferences(index),
    ...repeatedItems(index),
    ...takenNames(index),
    ...weekLists(index),
    ...termReferences(index),
    ...cycles(index),
  ];
}

const at = (file: string, yaml: Yaml | undefined, path: readonly PropertyKey[], problem: Problem): LocatedProblem => ({
  ...problem,
  file,
  line: yaml?.lineOf(path) ?? 1,
});

function duplicateIds(index: CorpusIndex): LocatedProblem[] {
  const inFiles = [index.papers, index.weeks].flatMap((files) =>
    repeated(files.map((f) => ({ id: f.name, file: f.file, line: 1 }))),
  );
  const inTables = [index.topics, index.terms].flatMap(({ file, yaml }) =>
    repeated(rows(yaml).map((row, i) => ({ id: row.id ?? '', file, line: yaml.lineOf([i, 'id']) }))),
  );
  return [...inFiles, ...inTables];
}

function repeated(items: { id: string; file: string; line: number }[]): LocatedProblem[] {
  const first = new Map<string, string>();
  return items.flatMap(({ id, file, line }) => {
    const earlier = first.get(id);
    if (earlier !== undefined) return [{ ...problems.duplicateId(id, earlier), file, line }];
    first.set(id, `${file}:${line}`);
    return [];
  });
}

function paperReferences(index: CorpusIndex): LocatedProblem[] {
  const slugs = new Set(index.papers.map((p) => p.name));
  const topics = new Set(rows(index.topics.yaml).map((t) => t.id ?? ''));
  return index.papers.flatMap((paper) => {
    const data = paperData(paper);
    const say = (path: PropertyKey[], problem: Problem) => at(paper.file, paper.frontMatter, path, problem);
    const named = (slug: string | undefined, path: PropertyKey[]) =>
      slug === paper.name
        ? [say(path, problems.selfReference(slug))]
        : slug !== undefined && !slugs.has(slug)
          ? [say(path, problems.unknownPaper(slug, slugs))]
          : [];
    return [
      ...list(data.topics).flatMap((id, i) =>
        id !== undefined && !topics.has(id) ? [say(['topics', i], problems.unknownTopic(id, topics))] : [],
      ),
      ...list(data.prerequisites).flatMap((slug, i) => named(slug, ['prerequisites', i])),
      ...list(data.buildsOn).flatMap((r, i) => named(r?.paper, ['buildsOn', i, 'paper'])),
      ...list(data.rivals).flatMap((r, i) => named(r?.paper, ['rivals', i, 'paper'])),
    ];
  });
}

const LISTS = ['authors', 'organisations', 'topics', 'keywords', 'prerequisites', 'buildsOn', 'rivals'] as const;

function repeatedItems({ papers }: CorpusIndex): LocatedProblem[] {
  return papers.flatMap((paper) =>
    LISTS.flatMap((key) => {
      const items = list<unknown>(paperData(paper)[key]).map((item) =>
        typeof item === 'object' && item ? (item as { paper?: string }).paper : item,
      );
      return items.flatMap((item, i) =>
        typeof item === 'string' && items.indexOf(item) < i
          ? [at(paper.file, paper.frontMatter, [key, i], problems.repeatedItem(key, item))]
          : [],
      );
    }),
  );
}

/** Two papers of one name, or a paper that calls another's name its keyword, cannot be told apart in search. */
function takenNames({ papers }: CorpusIndex): LocatedProblem[] {
  const folded = (name: unknown) => (typeof name === 'string' ? name.toLowerCase().replace(/\s+/g, ' ') : undefined);
  const owners = new Map<string | undefined, ContentFile>();
  const names = ['title', 'titleZh', 'short'] as const;
  for (const paper of papers)
    for (const key of names)
      if (!owners.has(folded(paperData(paper)[key]))) owners.set(folded(paperData(paper)[key]), paper);
  return papers.flatMap((paper) => {
    const data = paperData(paper);
    const said = [
      ...names.map((key) => ({ key, path: [key] as PropertyKey[], name: data[key] })),
      ...list(data.keywords).map((name, i) => ({ key: 'keyword', path: ['keywords', i] as PropertyKey[], name })),
    ];
    return said.flatMap(({ key, path, name }) => {
      const owner = name === undefined ? undefined : owners.get(folded(name));
      return owner && owner !== paper
        ? [at(paper.file, paper.frontMatter, path, problems.nameTaken(key, String(name), owner.name))]
        : [];
    });
  });
}

interface Listing {
  slug: string;
  path: PropertyKey[];
}

/** Every paper that a week lists, with its place in the front matter. */
export function listings(week: Unchecked<WeekData> & object): Listing[] {
  const fromEntries = (entries: readonly unknown[] | undefined, path: PropertyKey[]): Listing[] =>
    list(entries).flatMap((entry, i) => {
      const e = (entry ?? {}) as { paper?: string; papers?: { paper?: string }[] };
      if (e.paper !== undefined) return [{ slug: e.paper, path: [...path, i, 'paper'] }];
      return list(e.papers).flatMap((p, j) =>
        p.paper === undefined ? [] : [{ slug: p.paper, path: [...path, i, 'papers', j, 'paper'] }],
      );
    });
  return [
    ...fromEntries(week.entries, ['entries']),
    ...list(week.tracks).flatMap((t, i) => fromEntries(t?.entries, ['tracks', i, 'entries'])),
  ];
}

function weekLists(index: CorpusIndex): LocatedProblem[] {
  const papers = new Map(index.papers.map((p) => [p.name, p]));
  const weeks = new Set(index.weeks.map((w) => w.name));
  const seen = new Map<string, string>();
  const inWeeks = index.weeks.flatMap((week) => {
    const data = weekData(week);
    const number = data.number;
    const misnamed =
      number !== undefined && week.name !== `week-${String(number).padStart(2, '0')}`
        ? [at(week.file, week.frontMatter, ['number'], problems.weekNumber(week.name, number))]
        : [];
    const story = list(data.story).flatMap((step, i) =>
      step?.paper !== undefined && !papers.has(step.paper)
        ? [
            at(
              week.file,
              week.frontMatter,
              ['story', i, 'paper'],
              problems.unknownPaper(step.paper, [...papers.keys()]),
            ),
          ]
        : [],
    );
    return [...misnamed, ...story, ...listings(data).flatMap((item) => checkListing(item, week, papers, seen))];
  });
  const homeless = index.papers
    .filter((p) => !weeks.has(p.folder))
    .map((p) => at(p.file, undefined, [], problems.unknownWeek(p.folder, weeks)));
  const unlisted = index.papers
    .filter((p) => weeks.has(p.folder) && !seen.has(p.name))
    .map((p) => at(p.file, undefined, [], problems.notListed(p.name, p.folder)));
  return [...inWeeks, ...homeless, ...unlisted];
}

function checkListing(
  { slug, path }: Listing,
  week: ContentFile,
  papers: Map<string, ContentFile>,
  seen: Map<string, string>,
): LocatedProblem[] {
  const say = (problem: Problem) => [at(week.file, week.frontMatter, path, problem)];
  const paper = papers.get(slug);
  if (!paper) return say(problems.unknownPaper(slug, [...papers.keys()]));
  const earlier = seen.get(slug);
  if (earlier !== undefined) return say(problems.listedTwice(slug, earlier));
  seen.set(slug, week.file);
  return paper.folder === week.name ? [] : say(problems.listedElsewhere(slug, paper.folder, week.name));
}

function termReferences({ terms, papers }: CorpusIndex): LocatedProblem[] {
  const slugs = new Set(papers.map((p) => p.name));
  return rows<{ papers: string[] } & never>(terms.yaml as Yaml).flatMap((row, i) =>
    list((row as { papers?: string[] }).papers).flatMap((slug, j) =>
      slugs.has(slug) ? [] : [at(terms.file, terms.yaml, [i, 'papers', j], problems.unknownPaper(slug, slugs))],
    ),
  );
}

function cycles(index: CorpusIndex): LocatedProblem[] {
  const files = new Map(index.papers.map((p) => [p.name, p]));
  const next = (slug: string) =>
    list(paperData(files.get(slug)!).buildsOn).flatMap((r) =>
      r?.paper !== undefined && r.paper !== slug && files.has(r.paper) ? [r.paper] : [],
    );
  const done = new Set<string>();
  const found: LocatedProblem[] = [];
  const walk = (slug: string, path: string[]): void => {
    const start = path.indexOf(slug);
    if (start >= 0) {
      const paper = files.get(slug)!;
      found.push(at(paper.file, paper.frontMatter, ['buildsOn'], problems.cycle([...path.slice(start), slug])));
      return;
    }
    if (done.has(slug)) return;
    next(slug).forEach((other) => walk(other, [...path, slug]));
    done.add(slug);
  };
  for (const slug of files.keys()) walk(slug, []);
  return found;
}

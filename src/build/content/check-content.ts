import { paperSchema } from '#corpus/schemas/paper.ts';
import { termSchema } from '#corpus/schemas/term.ts';
import { topicSchema } from '#corpus/schemas/topic.ts';
import { weekSchema } from '#corpus/schemas/week.ts';
import { problems, type LocatedProblem } from '#corpus/problems.ts';
import { slug } from '#corpus/schemas/fields.ts';
import { checkBody, type Surroundings } from './check-body.ts';
import { checkData } from './check-data.ts';
import { checkRelations } from './check-relations.ts';
import { list, readCorpus, rows, weekData, type CorpusIndex } from './corpus-index.ts';
import { pageIds } from './page-ids.ts';
import { parseBody, type ParsedBody } from './parse-body.ts';
import type { ContentFile } from './read-files.ts';

/**
 * Every mistake in the content under `root`, in one pass. Formulas are set on the way and stay in the cache; the
 * characters that they draw are added to `glyphs`.
 */
export function checkContent(root: string, glyphs = new Set<string>()): LocatedProblem[] {
  const index = readCorpus(root);
  const bodies = new Map([...index.papers, ...index.weeks].map((file) => [file, parseBody(file.body)]));
  const surroundings = survey(index, bodies, glyphs);
  return [
    ...index.papers.flatMap((file) => checkFile(file, paperSchema, bodies.get(file)!, surroundings)),
    ...index.weeks.flatMap((file) => checkFile(file, weekSchema, bodies.get(file)!, surroundings)),
    ...checkRows(index.topics, topicSchema),
    ...checkRows(index.terms, termSchema),
    ...checkRelations(index),
  ];
}

type Schema = Parameters<typeof checkData>[1];

function checkFile(file: ContentFile, schema: Schema, body: ParsedBody, surroundings: Omit<Surroundings, 'file'>): LocatedProblem[] {
  const inName = slug.safeParse(file.name).success ? [] : [{ ...problems.slugShape(file.name), file: file.file, line: 1 }];
  return [...inName, ...checkFrontMatter(file, schema), ...checkText(file, body, surroundings)];
}

function checkFrontMatter({ file, frontMatter }: ContentFile, schema: Schema): LocatedProblem[] {
  if (!frontMatter) return [{ ...problems.noFrontMatter(), file, line: 1 }];
  if (frontMatter.errors.length > 0) return frontMatter.errors.map((e) => ({ ...problems.syntax(e.message), file, line: e.line }));
  return checkData(frontMatter, schema, file);
}

function checkText({ file, bodyOffset }: ContentFile, body: ParsedBody, surroundings: Omit<Surroundings, 'file'>): LocatedProblem[] {
  if (body.error) return [{ ...problems.syntax(body.error.message), file, line: body.error.line + bodyOffset }];
  return checkBody(body.tree, { ...surroundings, file }).map((p) => ({ ...p, file, line: p.line + bodyOffset }));
}

function checkRows({ file, yaml }: CorpusIndex['topics'], schema: Schema): LocatedProblem[] {
  if (yaml.errors.length > 0) return yaml.errors.map((e) => ({ ...problems.syntax(e.message), file, line: e.line }));
  return rows(yaml).flatMap((_, i) => checkData(yaml, schema, file, [i]));
}

/** What bodies may refer to: all names, and the ids of every page by its address. */
function survey(index: CorpusIndex, bodies: ReadonlyMap<ContentFile, ParsedBody>, glyphs: Set<string>): Omit<Surroundings, 'file'> {
  const terms = rows(index.terms.yaml).map((row) => row.id ?? '');
  const topics = rows(index.topics.yaml).map((row) => row.id ?? '');
  const idsIn = (file: ContentFile) => {
    const { tree } = bodies.get(file)!;
    return tree ? pageIds(tree).map((p) => p.id) : [];
  };
  const pages = new Map<string, Set<string>>([
    ...['/', '/topics/', '/search/'].map((address): [string, Set<string>] => [address, new Set()]),
    ['/glossary/', new Set(terms)],
    ['/labs/', index.labs],
    ...topics.map((id): [string, Set<string>] => [`/topics/${id}/`, new Set()]),
    ...index.papers.map((file): [string, Set<string>] => [`/papers/${file.name}/`, new Set(idsIn(file))]),
    ...index.weeks.map((file): [string, Set<string>] => {
      const week = weekData(file);
      return [`/weeks/${week.number}/`, new Set([...idsIn(file), ...list(week.tracks).map((t) => t?.id ?? '')])];
    }),
  ]);
  return {
    root: index.root,
    papers: new Set(index.papers.map((p) => p.name)),
    terms: new Set(terms),
    labs: index.labs,
    idsOf: (address) => pages.get(address),
    addresses: [...pages.keys()],
    glyphs,
  };
}

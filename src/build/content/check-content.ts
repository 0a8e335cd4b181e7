import { paperSchema } from '#corpus/schemas/paper.ts';
import { termSchema } from '#corpus/schemas/term.ts';
import { topicSchema } from '#corpus/schemas/topic.ts';
import { weekSchema } from '#corpus/schemas/week.ts';
import { problems, type LocatedProblem } from '#corpus/problems.ts';
import { slug } from '#corpus/schemas/fields.ts';
import { checkBody } from './check-body.ts';
import { checkData } from './check-data.ts';
import { checkFormerNames } from './check-former-names.ts';
import { checkRelations } from './check-relations.ts';
import { readCorpus, rows, type CorpusIndex } from './corpus-index.ts';
import { checkInternalLink, framedIds, pagesOf } from './pages.ts';
import type { ContentFile, Yaml } from './read-files.ts';
import type { BodyReport, Surroundings } from './surroundings.ts';

type Schema = Parameters<typeof checkData>[1];

/**
 * Every mistake in the content under `root`, in one pass. Formulas are set on the way and stay in the cache; the
 * characters that they draw are added to `glyphs`.
 */
export function checkContent(root: string, glyphs = new Set<string>()): LocatedProblem[] {
  const index = readCorpus(root);
  const reports = reportBodies(index);
  for (const report of reports.values()) for (const glyph of report.glyphs) glyphs.add(glyph);
  return [
    ...index.papers.flatMap((file) => checkFile(file, paperSchema, reports.get(file)!)),
    ...index.weeks.flatMap((file) => checkFile(file, weekSchema, reports.get(file)!)),
    ...checkLinks(index, reports),
    ...checkRows(index.topics, topicSchema),
    ...checkRows(index.terms, termSchema),
    ...checkRelations(index),
    ...checkFormerNames(index, reports),
  ];
}

/** What each body says, with its problems. Trees are dropped as soon as they are read: they would fill the memory. */
function reportBodies(index: CorpusIndex): Map<ContentFile, BodyReport> {
  const names: Omit<Surroundings, 'file' | 'framed'> = {
    root: index.root,
    papers: new Set(index.papers.map((p) => p.name)),
    terms: new Set(rows(index.terms.yaml).map((row) => row.id ?? '')),
    labs: index.labs,
  };
  const report =
    (kind: 'paper' | 'week') =>
    (file: ContentFile): [ContentFile, BodyReport] => [
      file,
      checkBody(file.body, { ...names, file: file.file, framed: framedIds(file, kind) }, kind),
    ];
  return new Map([...index.papers.map(report('paper')), ...index.weeks.map(report('week'))]);
}

function checkFile(file: ContentFile, schema: Schema, report: BodyReport): LocatedProblem[] {
  const inName = slug.safeParse(file.name).success
    ? []
    : [{ ...problems.slugShape(file.name), file: file.file, line: 1 }];
  const inText = report.problems.map((problem) => ({
    ...problem,
    file: file.file,
    line: problem.line + file.bodyOffset,
  }));
  return [...inName, ...checkFrontMatter(file, schema), ...(file.frontMatter ? inText : [])];
}

function checkFrontMatter({ file, frontMatter }: ContentFile, schema: Schema): LocatedProblem[] {
  if (!frontMatter) return [{ ...problems.noFrontMatter(), file, line: 1 }];
  return checkSyntax(file, frontMatter) ?? checkData(frontMatter, schema, file);
}

function checkLinks(index: CorpusIndex, reports: ReadonlyMap<ContentFile, BodyReport>): LocatedProblem[] {
  const pages = pagesOf(index, reports);
  const inFile = (kind: 'paper' | 'week') => (file: ContentFile) => {
    const { ids, links } = reports.get(file)!;
    const own = new Set([...framedIds(file, kind), ...ids]);
    return links.flatMap(({ url, line }) =>
      checkInternalLink({ url, line: line + file.bodyOffset }, file.file, own, pages),
    );
  };
  return [...index.papers.flatMap(inFile('paper')), ...index.weeks.flatMap(inFile('week'))];
}

function checkRows({ file, yaml }: CorpusIndex['topics'], schema: Schema): LocatedProblem[] {
  const syntax = checkSyntax(file, yaml);
  if (syntax) return syntax;
  if (!Array.isArray(yaml.data)) return [{ ...problems.notAList(file), file, line: 1 }];
  return rows(yaml).flatMap((_, i) => checkData(yaml, schema, file, [i]));
}

const checkSyntax = (file: string, yaml: Yaml): LocatedProblem[] | undefined =>
  yaml.errors.length > 0 ? yaml.errors.map((e) => ({ ...problems.syntax(e.message), file, line: e.line })) : undefined;

import { problems, type LocatedProblem } from '#corpus/problems.ts';
import { list, paperData, type CorpusIndex } from './corpus-index.ts';
import type { ContentFile } from './read-files.ts';
import type { BodyReport } from './surroundings.ts';

/** Checks that old ids lead to ids of the page, and that no old name is anything's present name. */
export function checkFormerNames(index: CorpusIndex, reports: ReadonlyMap<ContentFile, BodyReport>): LocatedProblem[] {
  const owners = new Map(index.papers.map((paper) => [paper.name, paper.file]));
  return index.papers.flatMap((paper) => {
    const { formerIds, formerSlugs } = paperData(paper);
    const at = (path: PropertyKey[]) => ({ file: paper.file, line: paper.frontMatter?.lineOf(path) ?? 1 });
    const present = new Set(reports.get(paper)?.ids);
    const ids = Object.entries(typeof formerIds === 'object' ? formerIds : {}).flatMap(([old, id]) => [
      ...(present.has(old) ? [{ ...problems.duplicateId(old, 'the text'), ...at(['formerIds', old]) }] : []),
      ...(present.has(String(id)) ? [] : [{ ...problems.deadFragment(`#${id}`, present), ...at(['formerIds', old]) }]),
    ]);
    const slugs = list(formerSlugs).flatMap((slug, i) => {
      const owner = owners.get(String(slug));
      owners.set(String(slug), paper.file);
      return owner === undefined ? [] : [{ ...problems.duplicateId(String(slug), owner), ...at(['formerSlugs', i]) }];
    });
    return [...ids, ...slugs];
  });
}

import type { Corpus, Paper } from './model.ts';
import { perCorpus } from './per-corpus.ts';

export interface Related {
  paper: Paper;
  how: string;
}

export interface Relations {
  buildsOn: Related[];
  followedBy: Related[];
  rivals: Related[];
}

/** How a paper stands to the others. Each relation is written once, in one file, and read from both ends. */
export function relationsOf(corpus: Corpus, paper: Paper): Relations {
  const bySlug = papersBySlug(corpus);
  const outward = (list: { paper: string; how: string }[]): Related[] =>
    list.flatMap((r) => withPaper(bySlug.get(r.paper), r.how));
  const rivals = outward(paper.rivals);
  const named = new Set(rivals.map((r) => r.paper.slug));
  return {
    buildsOn: outward(paper.buildsOn),
    followedBy: namedBy.buildsOn(corpus).get(paper.slug) ?? [],
    rivals: [...rivals, ...(namedBy.rivals(corpus).get(paper.slug) ?? []).filter((r) => !named.has(r.paper.slug))],
  };
}

const papersBySlug = perCorpus(({ papers }) => new Map(papers.map((p) => [p.slug, p])));

/** Each relation from its other end: the papers that name a paper, by its slug. */
const namedBy = { buildsOn: inward((p) => p.buildsOn), rivals: inward((p) => p.rivals) };

function inward(pick: (p: Paper) => readonly { paper: string; how: string }[]) {
  return perCorpus(({ papers }) => {
    const all = papers.flatMap((p) => pick(p).map((r) => ({ of: r.paper, paper: p, how: r.how })));
    return Map.groupBy(all, (r) => r.of) as ReadonlyMap<string, Related[]>;
  });
}

const withPaper = (paper: Paper | undefined, how: string): Related[] => (paper ? [{ paper, how }] : []);

/** Every builds-on relation as a pair of slugs, the older idea first. */
export function buildsOnEdges({ papers }: Corpus): { from: string; to: string }[] {
  return papers.flatMap((p) => p.buildsOn.map((r) => ({ from: r.paper, to: p.slug })));
}

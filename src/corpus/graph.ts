import type { Corpus, Paper } from './model.ts';

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
  const bySlug = new Map(corpus.papers.map((p) => [p.slug, p]));
  const outward = (list: { paper: string; how: string }[]): Related[] => list.flatMap((r) => withPaper(bySlug.get(r.paper), r.how));
  const inward = (pick: (p: Paper) => { paper: string; how: string }[]): Related[] =>
    corpus.papers.flatMap((p) => pick(p).flatMap((r) => (r.paper === paper.slug ? [{ paper: p, how: r.how }] : [])));
  const rivals = outward(paper.rivals);
  const named = new Set(rivals.map((r) => r.paper.slug));
  return {
    buildsOn: outward(paper.buildsOn),
    followedBy: inward((p) => p.buildsOn),
    rivals: [...rivals, ...inward((p) => p.rivals).filter((r) => !named.has(r.paper.slug))],
  };
}

const withPaper = (paper: Paper | undefined, how: string): Related[] => (paper ? [{ paper, how }] : []);

/** Every builds-on relation as a pair of slugs, the older idea first. */
export function buildsOnEdges({ papers }: Corpus): { from: string; to: string }[] {
  return papers.flatMap((p) => p.buildsOn.map((r) => ({ from: r.paper, to: p.slug })));
}

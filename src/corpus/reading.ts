import type { Corpus, Paper, Topic } from './model.ts';
import { perCorpus } from './per-corpus.ts';

const positions = perCorpus(({ papers }) => new Map(papers.map((p, i) => [p.slug, i])));

/** The papers before and after one in reading order, across weeks. */
export function neighbours(corpus: Corpus, slug: string): { previous: Paper | undefined; next: Paper | undefined } {
  const at = positions(corpus).get(slug);
  return at === undefined
    ? { previous: undefined, next: undefined }
    : { previous: corpus.papers[at - 1], next: corpus.papers[at + 1] };
}

/** The paper with this slug. Throws if there is none: the content check has made sure that there is. */
export function paperBySlug(corpus: Corpus, slug: string): Paper {
  const found = corpus.papers[positions(corpus).get(slug) ?? -1];
  if (!found) throw new Error(`no paper “${slug}”`);
  return found;
}

/** The papers filed under a topic, those that name it first ahead, else in reading order. */
export function papersOn({ papers }: Corpus, topic: Topic['id']): Paper[] {
  const rank = (p: Paper) => (p.topics[0] === topic ? 0 : 1);
  return papers.filter((p) => p.topics.includes(topic)).sort((a, b) => rank(a) - rank(b));
}

/** The year in which a paper first appeared: what a map of ideas goes by. */
export function firstYear(paper: Paper): number {
  return paper.firstPosted ? Number(paper.firstPosted.slice(0, 4)) : paper.year;
}

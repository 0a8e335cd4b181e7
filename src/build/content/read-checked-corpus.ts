import { assemble } from '#corpus/assemble.ts';
import type { Corpus } from '#corpus/model.ts';
import { paperSchema } from '#corpus/schemas/paper.ts';
import { termSchema } from '#corpus/schemas/term.ts';
import { topicSchema } from '#corpus/schemas/topic.ts';
import { weekSchema } from '#corpus/schemas/week.ts';
import { readCorpus, rows } from './corpus-index.ts';

/**
 * The corpus of the content under `root`, for what is made outside of Astro's pages. Throws where the content breaks
 * its schema: the check (check-content.ts) comes first and says what to mend.
 */
export function readCheckedCorpus(root: string): Corpus {
  const index = readCorpus(root);
  return assemble({
    papers: index.papers.map(({ name, frontMatter }) => ({ id: name, data: paperSchema.parse(frontMatter?.data) })),
    weeks: index.weeks.map(({ name, frontMatter }) => ({ id: name, data: weekSchema.parse(frontMatter?.data) })),
    topics: rows(index.topics.yaml).map((row) => topicSchema.parse(row)),
    terms: rows(index.terms.yaml).map((row) => termSchema.parse(row)),
  });
}

import type { Answer } from '#corpus/search/answer.ts';
import type { Result, Section } from '#corpus/search/merge.ts';
import type { Named, TermNames } from '#corpus/search/model.ts';
import { urls } from './load-index.ts';

/** Something in the list that can be chosen. */
export interface Option {
  /** Unique in the list. */
  id: string;
  href: string;
}

export const answerOption = (answer: Exclude<Answer, { kind: 'paper' }>): Option =>
  answer.kind === 'term'
    ? { id: 'answer', href: urls.glossary(answer.term.id) }
    : { id: 'answer', href: urls.topic(answer.topic.id) };
export const paperOption = ({ record }: Result): Option => ({ id: record.slug, href: urls.paper(record.slug) });
export const sectionOption = ({ record }: Result, section: Section): Option => ({
  id: `${record.slug}--${section.id}`,
  href: urls.paper(record.slug, section.id),
});
export const topicOption = (topic: Named): Option => ({ id: `topic--${topic.id}`, href: urls.topic(topic.id) });
export const termOption = (term: TermNames): Option => ({ id: `term--${term.id}`, href: urls.glossary(term.id) });

/** The options of a paper: its page, then its sections. */
export const optionsOf = (result: Result): Option[] => [
  paperOption(result),
  ...result.sections.map((section) => sectionOption(result, section)),
];

import type { Vocabulary } from '#corpus/search/model.ts';
import type { Result } from '#corpus/search/merge.ts';
import { text } from '#language/dictionary.ts';
import { AnswerCard } from './AnswerCard.tsx';
import { OptionLink, type Choosing } from './OptionLink.tsx';
import { termOption, topicOption } from './options.ts';
import { PaperResult } from './PaperResult.tsx';
import type { Answers } from './use-answers.ts';

const t = text.search;

interface Props {
  answers: Answers;
  /** The results to show, of all that there are. */
  shown: readonly Result[];
  vocabulary: Vocabulary;
  choosing: Choosing;
}

/** The list that the search box controls: an answer, exact and related papers with their sections, topics and terms. */
export function ResultList({ answers, shown, vocabulary, choosing }: Props) {
  const { answer, needles, elsewhere, plan, bodies } = answers;
  const named = answer?.kind === 'paper' ? answer.record.slug : undefined;
  const groups = [
    { title: t.exact, results: shown.filter(({ exact }) => exact) },
    { title: t.related, results: shown.filter(({ exact }) => !exact) },
  ].filter(({ results }) => results.length > 0);
  return (
    <div
      id={`${choosing.prefix}-list`}
      class="search-list"
      role="listbox"
      aria-label={t.results}
      aria-busy={bodies === 'searching'}
    >
      {answer && answer.kind !== 'paper' && <AnswerCard answer={answer} choosing={choosing} />}
      {groups.map(({ title, results }) => (
        <div key={title} role="group" aria-label={title}>
          {plan && (
            <p class="search-group" role="presentation">
              {title}
            </p>
          )}
          {results.map((result) => (
            <PaperResult
              key={result.record.slug}
              result={result}
              needles={needles}
              vocabulary={vocabulary}
              choosing={choosing}
              answer={result.record.slug === named}
            />
          ))}
        </div>
      ))}
      <Elsewhere elsewhere={elsewhere} choosing={choosing} />
    </div>
  );
}

function Elsewhere({ elsewhere: { topics, terms }, choosing }: Pick<Answers, 'elsewhere'> & { choosing: Choosing }) {
  if (topics.length + terms.length === 0) return null;
  return (
    <div role="group" aria-label={t.elsewhere}>
      <p class="search-group" role="presentation">
        {t.elsewhere}
      </p>
      {topics.map((topic) => (
        <OptionLink key={topic.id} option={topicOption(topic)} choosing={choosing} class="search-section">
          <span class="search-section-title">{topic.zh}</span>
          <span class="search-context">{t.compare}</span>
        </OptionLink>
      ))}
      {terms.map((term) => (
        <OptionLink key={term.id} option={termOption(term)} choosing={choosing} class="search-section">
          <span class="search-section-title">{term.zh}</span>
          <span class="search-context">{term.en === term.zh ? t.glossary : term.en}</span>
        </OptionLink>
      ))}
    </div>
  );
}

import { useEffect, useState } from 'preact/hooks';
import type { Answer } from '#corpus/search/answer.ts';
import { text } from '#language/dictionary.ts';
import { loadDefinition } from './load-index.ts';
import { OptionLink, type Choosing } from './OptionLink.tsx';
import { answerOption } from './options.ts';

const t = text.search;

interface Props {
  answer: Exclude<Answer, { kind: 'paper' }>;
  choosing: Choosing;
}

/** What a term or topic means, when the query is its name. */
export function AnswerCard({ answer, choosing }: Props) {
  const named = answer.kind === 'term' ? answer.term : answer.topic;
  const key = `${answer.kind}:${named.id}`;
  const [definition, setDefinition] = useState<{ key: string; words: string | undefined }>();
  useEffect(() => {
    void loadDefinition(key).then((words) => setDefinition({ key, words }));
  }, [key]);
  return (
    <OptionLink option={answerOption(answer)} choosing={choosing} class="search-answer">
      <span class="search-kind">{t.answers[answer.kind]}</span>
      <span class="search-title">
        {named.zh}
        {named.en !== named.zh && (
          <span class="search-title-zh" lang="en">
            {named.en}
          </span>
        )}
      </span>
      <span class="search-definition">{definition?.key === key ? definition.words : ' '}</span>
      {named.aliases.length > 0 && (
        <span class="search-place">
          {t.also} {named.aliases.slice(0, 6).join('、')}
        </span>
      )}
      <span class="search-onward">{answer.kind === 'term' ? t.glossary : t.compare}</span>
    </OptionLink>
  );
}

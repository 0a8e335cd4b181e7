import { useState } from 'preact/hooks';
import type { Vocabulary } from '#corpus/search/model.ts';
import { text } from '#language/dictionary.ts';
import { urls } from './load-index.ts';
import { forgetSearches, recentSearches } from './recent.ts';

const t = text.search;

/** Before anything is typed: recent searches, and the topics. */
export function Blank({ vocabulary, onPick }: { vocabulary: Vocabulary; onPick: (query: string) => void }) {
  const [recent, setRecent] = useState(recentSearches);
  const forget = () => {
    forgetSearches();
    setRecent([]);
  };
  return (
    <div class="search-blank">
      {recent.length > 0 && (
        <section>
          <h2>{t.recent}</h2>
          <p class="search-words">
            {recent.map((query) => (
              <button key={query} type="button" class="button" onClick={() => onPick(query)}>
                {query}
              </button>
            ))}
            <button type="button" class="search-plain" onClick={forget}>
              {t.forget}
            </button>
          </p>
        </section>
      )}
      <section>
        <h2>{t.topics}</h2>
        <TopicLinks vocabulary={vocabulary} />
      </section>
    </div>
  );
}

/** All topics, as links. */
export function TopicLinks({ vocabulary }: { vocabulary: Vocabulary }) {
  return (
    <ul class="search-topics">
      {vocabulary.topics.map((topic) => (
        <li key={topic.id}>
          <a href={urls.topic(topic.id)}>{topic.zh}</a>
        </li>
      ))}
    </ul>
  );
}

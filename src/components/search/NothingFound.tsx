import type { Index } from '#corpus/search/index.ts';
import { suggestionsFor } from '#corpus/search/suggest.ts';
import { text } from '#language/dictionary.ts';
import { TopicLinks } from './Blank.tsx';

const t = text.search;

/** When nothing was found: the nearest names, the same in the other language, and the topics. */
export function NothingFound({
  index,
  query,
  filtered,
  onPick,
}: {
  index: Index;
  query: string;
  filtered: boolean;
  onPick: (query: string) => void;
}) {
  const { nearest, counterparts } = suggestionsFor(index, query);
  return (
    <div class="search-blank">
      <p class="search-nothing">{filtered ? t.emptyFiltered : t.empty(query)}</p>
      <Words title={t.nearest} words={filtered ? [] : nearest} onPick={onPick} />
      <Words title={t.counterpart} words={filtered ? [] : counterparts} onPick={onPick} />
      <section>
        <h2>{t.fallback}</h2>
        <TopicLinks vocabulary={index.vocabulary} />
      </section>
    </div>
  );
}

function Words({ title, words, onPick }: { title: string; words: string[]; onPick: (query: string) => void }) {
  if (words.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <p class="search-words">
        {words.map((word) => (
          <button key={word} type="button" class="button" onClick={() => onPick(word)}>
            {word}
          </button>
        ))}
      </p>
    </section>
  );
}

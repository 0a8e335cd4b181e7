import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { Filters } from '#corpus/search/facets.ts';
import { text } from '#language/dictionary.ts';
import { readAddress, toggleFilter, writeAddress } from './address.ts';
import { Blank } from './Blank.tsx';
import { Facets } from './Facets.tsx';
import { urls } from './load-index.ts';
import { NothingFound } from './NothingFound.tsx';
import { answerOption, optionsOf, termOption, topicOption, type Option } from './options.ts';
import { rememberSearch } from './recent.ts';
import { ResultList } from './ResultList.tsx';
import { SearchInput } from './SearchInput.tsx';
import { useAddress } from './use-address.ts';
import { useAnswers, type Answers } from './use-answers.ts';
import { useIndex } from './use-index.ts';

const t = text.search;
/** Papers listed before the reader asks for more. */
const FIRST = 10;

interface Props {
  mode: 'dialog' | 'page';
  onClose?: () => void;
}

/** Search, the same in the dialog and on the page. On the page its state is kept in the address. */
export function SearchView({ mode, onClose }: Props) {
  const prefix = useId();
  const input = useRef<HTMLInputElement>(null);
  const { index, failed } = useIndex();
  const [{ query, filters }, setState] = useState(() =>
    mode === 'page' ? readAddress(location.search) : { query: '', filters: {} as Filters },
  );
  const [chosen, setChosen] = useState<string>();
  const [most, setMost] = useState(FIRST);
  const answers = useAnswers(index, query, filters);
  useAddress(mode === 'page', { query, filters }, (state) => pick(state.query, state.filters));
  useEffect(() => (setMost(FIRST), setChosen(undefined)), [query, filters]);

  const browsing = query.trim() === '' && Object.keys(filters).length === 0;
  const shown = browsing ? [] : answers.results.slice(0, most);
  const options = listOptions(answers, shown);
  const active = options.some(({ id }) => id === chosen) ? chosen : mode === 'dialog' ? options[0]?.id : undefined;

  function pick(words: string, chosenFilters = filters): void {
    if (input.current) input.current.value = words;
    setState({ query: words, filters: chosenFilters });
  }
  const open = () => {
    rememberSearch(query);
    onClose?.();
  };
  const narrowTo = (next: Filters) => setState({ query, filters: next });

  if (failed) return <p class="notice">{t.failed}</p>;
  return (
    <div
      class={mode === 'page' ? 'search search-page' : 'search'}
      role="search"
      data-query={query}
      data-state={index ? (answers.bodies === 'searching' ? 'searching' : 'settled') : 'loading'}
    >
      <SearchInput
        field={input}
        initial={query}
        list={`${prefix}-list`}
        options={options}
        active={active}
        prefix={prefix}
        onQuery={(words) => setState({ query: words, filters })}
        onActive={setChosen}
        onOpen={open}
        onClose={onClose}
      />
      <p class="search-count" role="status">
        {statusOf(answers, index !== undefined, browsing)}
      </p>
      {index && !browsing && (
        <Facets
          facets={answers.facets}
          filters={filters}
          vocabulary={index.vocabulary}
          onToggle={(facet, value) => narrowTo(toggleFilter(filters, facet, value))}
          onClear={() => narrowTo({})}
        />
      )}
      {index && browsing && <Blank vocabulary={index.vocabulary} onPick={pick} />}
      {index && !browsing && options.length === 0 && answers.bodies !== 'searching' && (
        <NothingFound index={index} query={query} filtered={Object.keys(filters).length > 0} onPick={pick} />
      )}
      {index && options.length > 0 && (
        <ResultList
          answers={answers}
          shown={shown}
          vocabulary={index.vocabulary}
          choosing={{ prefix, active, onPoint: setChosen, onOpen: open }}
        />
      )}
      <p class="search-foot">
        {mode === 'dialog' && <span class="search-keys">{t.keys}</span>}
        {!browsing && answers.results.length > most && (
          <button type="button" class="search-plain" onClick={() => setMost(most + FIRST)}>
            {t.more(Math.min(FIRST, answers.results.length - most))}
          </button>
        )}
        {mode === 'dialog' && <a href={urls.search() + writeAddress({ query, filters })}>{t.whole}</a>}
      </p>
    </div>
  );
}

/** What can be chosen, from top to bottom, as ResultList shows it. */
function listOptions({ answer, elsewhere }: Answers, shown: Answers['results']): Option[] {
  const first = answer && answer.kind !== 'paper' ? [answerOption(answer)] : [];
  const papers = [...shown.filter(({ exact }) => exact), ...shown.filter(({ exact }) => !exact)].flatMap(optionsOf);
  return [...first, ...papers, ...elsewhere.topics.map(topicOption), ...elsewhere.terms.map(termOption)];
}

function statusOf({ results, bodies, plan }: Answers, loaded: boolean, browsing: boolean): string {
  if (!loaded) return t.loading;
  if (browsing) return '';
  const mended = plan?.mended
    ? t.mended(plan.pieces.map(({ readings }) => (readings[1] ?? readings[0]!).text).join(' '))
    : '';
  const note = bodies === 'searching' ? t.searching : bodies === 'failed' ? t.textFailed : '';
  return [t.count(results.length), mended, note].filter((part) => part !== '').join('　');
}

import { FACETS, type Facet, type FacetCount, type Filters } from '#corpus/search/facets.ts';
import type { Vocabulary } from '#corpus/search/model.ts';
import { text } from '#language/dictionary.ts';

const t = text.search;

interface Props {
  facets: Record<Facet, FacetCount[]>;
  filters: Filters;
  vocabulary: Vocabulary;
  onToggle: (facet: Facet, value: string) => void;
  onClear: () => void;
}

/** What results can be narrowed by, with the number that each choice would leave. */
export function Facets({ facets, filters, vocabulary, onToggle, onClear }: Props) {
  const chosen = FACETS.flatMap((facet) => (filters[facet] ?? []).map((value) => ({ facet, value })));
  return (
    <div class="search-filters">
      <details>
        <summary>{chosen.length > 0 ? t.chosen(chosen.length) : t.filters}</summary>
        <div class="search-facets">
          {FACETS.map(
            (facet) =>
              facets[facet].length > 0 && (
                <FacetChoices
                  key={facet}
                  facet={facet}
                  counts={facets[facet]}
                  chosen={filters[facet] ?? []}
                  vocabulary={vocabulary}
                  onToggle={onToggle}
                />
              ),
          )}
        </div>
      </details>
      {chosen.length > 0 && (
        <p class="search-chosen">
          {chosen.map(({ facet, value }) => (
            <button
              key={facet + value}
              type="button"
              class="button"
              aria-label={t.without(nameOf(facet, value, vocabulary))}
              onClick={() => onToggle(facet, value)}
            >
              {nameOf(facet, value, vocabulary)} <span aria-hidden="true">×</span>
            </button>
          ))}
          <button type="button" class="search-plain" onClick={onClear}>
            {t.clearFilters}
          </button>
        </p>
      )}
    </div>
  );
}

function FacetChoices({
  facet,
  counts,
  chosen,
  vocabulary,
  onToggle,
}: { facet: Facet; counts: FacetCount[]; chosen: string[] } & Pick<Props, 'vocabulary' | 'onToggle'>) {
  return (
    <fieldset>
      <legend>{t.facets[facet]}</legend>
      {counts.map(({ value, count }) => (
        <label key={value}>
          <input
            type="checkbox"
            name={facet}
            value={value}
            checked={chosen.includes(value)}
            onChange={() => onToggle(facet, value)}
          />
          <span>{nameOf(facet, value, vocabulary)}</span>
          <span class="search-number">{count}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** What a facet's value is called. */
function nameOf(facet: Facet, value: string, { topics, weeks }: Vocabulary): string {
  if (facet === 'week') return text.nav.week(Number(value));
  if (facet === 'topic') return topics.find(({ id }) => id === value)?.zh ?? value;
  if (facet === 'track') return weeks.flatMap(({ tracks }) => tracks).find(({ id }) => id === value)?.title ?? value;
  return value;
}

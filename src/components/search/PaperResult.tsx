import type { Result } from '#corpus/search/merge.ts';
import type { Vocabulary } from '#corpus/search/model.ts';
import { squeeze } from '#corpus/search/normalise.ts';
import { text } from '#language/dictionary.ts';
import { Marked } from './Marked.tsx';
import { OptionLink, type Choosing } from './OptionLink.tsx';
import { paperOption, sectionOption } from './options.ts';

interface Props {
  result: Result;
  needles: readonly string[];
  vocabulary: Vocabulary;
  choosing: Choosing;
  /** Whether the query names this very paper: then it says more about itself. */
  answer?: boolean;
}

/** A paper among the results: what it is, where it stands, what it is about, and the sections that answer best. */
export function PaperResult({ result, needles, vocabulary, choosing, answer = false }: Props) {
  const { record, sections } = result;
  const { short, title, titleZh, contribution } = record;
  return (
    <>
      <OptionLink
        option={paperOption(result)}
        choosing={choosing}
        class={answer ? 'search-paper search-answer' : 'search-paper'}
      >
        {answer && <span class="search-kind">{text.search.answers.paper}</span>}
        <span class="search-title">
          <Marked text={short} needles={needles} />
          <span class="search-title-zh">
            <Marked text={titleZh} needles={needles} />
          </span>
        </span>
        {answer && (
          <span class="search-full-title" lang="en">
            {title}
          </span>
        )}
        <span class="search-place">
          <Marked text={placeOf(result, vocabulary)} needles={needles} />
        </span>
        <span class="search-context">
          <Marked text={answer ? contribution : bestLine(result, needles)} needles={needles} />
        </span>
      </OptionLink>
      {sections.map((section) => (
        <OptionLink key={section.id} option={sectionOption(result, section)} choosing={choosing} class="search-section">
          <span class="search-section-title">
            <Marked text={section.title} needles={needles} />
          </span>
          <span class="search-context">
            <Marked text={section.context} needles={needles} />
          </span>
        </OptionLink>
      ))}
    </>
  );
}

function placeOf({ record }: Result, { weeks }: Vocabulary): string {
  const track = weeks.find(({ number }) => number === record.week)?.tracks.find(({ id }) => id === record.track);
  const place = [text.nav.week(record.week), ...(track ? [track.title] : [])].join(text.search.breadcrumb);
  const [first = '', ...others] = record.authors;
  return [place, others.length > 0 ? text.search.andOthers(first) : first, record.venue].join(' · ');
}

/** Keywords shown, at most, where they are what matches. */
const KEYWORDS = 5;

/** The line about the paper that holds the most of what was searched for; of its keywords, those that do. */
function bestLine({ record }: Result, needles: readonly string[]): string {
  const [phrase = '', ...pieces] = needles;
  const worth = (line: string) => {
    const squeezed = squeeze(line);
    return (phrase && squeezed.includes(phrase) ? 10 : 0) + pieces.filter((piece) => squeezed.includes(piece)).length;
  };
  const keywords = record.keywords.toSorted((a, b) => worth(b) - worth(a)).filter((word) => worth(word) > 0);
  const lines = [
    record.contribution,
    record.idea,
    record.problem,
    record.authors.join(', '),
    record.organisations.join(' · '),
    keywords.slice(0, KEYWORDS).join('、'),
  ];
  return lines.reduce((best, line) => (worth(line) > worth(best) ? line : best));
}

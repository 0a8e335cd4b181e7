import Aside from './Aside.astro';
import Caption from './Caption.astro';
import Choice from './Choice.astro';
import Cite from './Cite.astro';
import Derivation from './Derivation.astro';
import Discussion from './Discussion.astro';
import Figure from './Figure.astro';
import Formula from './Formula.astro';
import Guess from './Guess.astro';
import Heading2 from './Heading2.astro';
import Heading3 from './Heading3.astro';
import Heading4 from './Heading4.astro';
import Lab from './Lab.astro';
import Listing from './Listing.astro';
import NumericQuiz from './NumericQuiz.astro';
import Quiz from './Quiz.astro';
import Result from './Result.astro';
import Results from './Results.astro';
import Source from './Source.astro';
import Table from './Table.astro';
import TableScroll from './TableScroll.astro';
import Term from './Term.astro';
import Where from './Where.astro';

/** The words that authors may use in MDX without importing them; build/content/prose-components.ts lists the names. */
export const prose = {
  Aside,
  Caption,
  Choice,
  Cite,
  Derivation,
  Discussion,
  Figure,
  Guess,
  Lab,
  NumericQuiz,
  Quiz,
  Result,
  Results,
  Source,
  Table,
  Term,
  Where,
};

/** Prose components, and what stands in for Markdown's own elements. */
export const components = { ...prose, Formula, Listing, h2: Heading2, h3: Heading3, h4: Heading4, table: TableScroll };

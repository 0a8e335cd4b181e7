import { budgets } from './budgets.ts';
import type { Check } from './check.ts';
import { headings } from './headings.ts';
import { identity, titles } from './identity.ts';
import { labelReferences, uniqueIds } from './ids.ts';
import { inlineCode } from './inline-code.ts';
import { links } from './links.ts';
import { mathGlyphs } from './math-glyphs.ts';
import { origins } from './origins.ts';
import { policy } from './policy.ts';
import { printedNumbers } from './printed-numbers.ts';
import { textAlternatives } from './text-alternatives.ts';

/** What every built site is held to. */
export const checks: readonly Check[] = [
  links,
  uniqueIds,
  labelReferences,
  headings,
  textAlternatives,
  identity,
  titles,
  origins,
  inlineCode,
  policy,
  mathGlyphs,
  printedNumbers,
  budgets,
];

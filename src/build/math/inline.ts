import { escapeHtml } from '../html.ts';
import { renderMath } from './render.ts';

const FORMULA = /\$([^$]+)\$/g;

/** The formulas of a plain string in which, as in Markdown, they stand between dollar signs. */
export function formulasIn(text: string): string[] {
  return [...text.matchAll(FORMULA)].map((match) => match[1]!);
}

/** A plain string with its formulas set, safe to stand in HTML: for words that authors give as attributes. */
export function inlineMath(text: string): string {
  return text
    .split(FORMULA)
    .map((part, i) => (i % 2 === 1 ? renderMath(part, false) : escapeHtml(part)))
    .join('');
}

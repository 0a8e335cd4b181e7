import type { Paper } from '../model.ts';
import { cslItem, type CslName } from './csl.ts';

/**
 * A paper as GB/T 7714—2015 text (numeric style): up to three authors, family name in capitals first, then the kind of
 * source in brackets: [C] proceedings, [J] journal, [EB/OL] preprint or report on the net.
 */
export function gbt7714(paper: Paper): string {
  const item = cslItem(paper);
  const authors = authorList(item.author);
  const title = item.title;
  const { venue, year } = paper;
  const end = paper.doi ? ` DOI: ${paper.doi}.` : '';
  const pages = item.page ? `: ${item.page}` : '';
  if (venue.kind === 'conference') return `${authors}. ${title}[C]//${venue.name}. ${year}${pages}.${end}`;
  if (venue.kind === 'journal') return `${authors}. ${title}[J]. ${venue.name}, ${year}${volume(venue)}${pages}.${end}`;
  const posted = paper.firstPosted ? `(${paper.firstPosted})` : `(${year})`;
  return `${authors}. ${title}[EB/OL]. ${posted}. ${paper.links.paper}.`;
}

const volume = ({ volume: v, number: n }: Paper['venue']) => (v ? `, ${v}${n ? `(${n})` : ''}` : '');

function authorList(authors: readonly CslName[]): string {
  const shown = authors.slice(0, 3).map(written).join(', ');
  return authors.length > 3 ? `${shown}, et al` : shown;
}

/** `VASWANI A`, `DEVLIN M W`; groups as they call themselves. */
function written({ given, family, literal, 'non-dropping-particle': particle }: CslName): string {
  if (literal !== undefined) return literal;
  const initials = (given ?? '')
    .split(/[\s.-]+/)
    .filter(Boolean)
    .map((part) => part[0]!.toUpperCase());
  return [[particle, family].filter(Boolean).join(' ').toUpperCase(), ...initials].join(' ');
}

import type { Paper } from '../model.ts';
import { cslItem } from './csl.ts';

/**
 * A paper as a COinS string (OpenURL 1.0 in a span's title), by which Zotero offers to save the original paper from our
 * page. Two or more on one page make it offer a list.
 */
export function coins(paper: Paper): string {
  const item = cslItem(paper);
  const journal = paper.venue.kind === 'journal' || paper.venue.kind === 'conference';
  const fields: [string, string | undefined][] = [
    ['ctx_ver', 'Z39.88-2004'],
    ['rft_val_fmt', journal ? 'info:ofi/fmt:kev:mtx:journal' : 'info:ofi/fmt:kev:mtx:dc'],
    [
      'rft.genre',
      paper.venue.kind === 'conference' ? 'proceeding' : paper.venue.kind === 'journal' ? 'article' : undefined,
    ],
    [journal ? 'rft.atitle' : 'rft.title', item.title],
    ['rft.jtitle', item['container-title']],
    ['rft.date', String(paper.year)],
    ['rft.pages', item.page],
    ['rft.volume', item.volume],
    ['rft.issue', item.issue],
    ['rft_id', paper.doi ? `info:doi/${paper.doi}` : item.URL],
    ...paper.authors.map((author): [string, string] => [journal ? 'rft.au' : 'rft.creator', author]),
  ];
  return fields
    .flatMap(([key, value]) => (value === undefined ? [] : [`${key}=${encodeURIComponent(value)}`]))
    .join('&');
}

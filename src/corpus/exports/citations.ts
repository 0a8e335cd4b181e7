import { Cite, plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import type { Paper } from '../model.ts';
import { cslItem } from './csl.ts';

plugins.config.get('@bibtex').format.useIdAsLabel = true;

/** A word whose capitals a BibTeX style must not lower: FlashAttention, IO, GPT-3, MoE. */
const CAPITALS = /\b\w*[A-Za-z0-9][A-Z]\w*\b/g;

/** The papers as BibTeX, an entry each. Preprints are @misc with eprint fields, as arXiv recommends. */
export function bibtex(papers: readonly Paper[]): string {
  const items = papers.map((paper) => {
    const item = cslItem(paper);
    const title = item.title.replace(CAPITALS, (word) => `<span class="nocase">${word}</span>`);
    return paper.venue.kind === 'preprint' ? { ...item, type: 'document', title } : { ...item, title };
  });
  const entries = new Cite(items)
    .format('bibtex')
    .trim()
    .split(/\n(?=@)/);
  return `${entries.map((entry, i) => withEprint(entry, papers[i]!)).join('\n\n')}\n`;
}

function withEprint(entry: string, { arxiv }: Paper): string {
  const clean = entry.trim().replace(/\n\thowpublished = [^\n]*/, '');
  if (!arxiv) return clean;
  return clean.replace(/\n}$/, `\n\teprint = {${arxiv}},\n\tarchiveprefix = {arXiv},\n}`);
}

/** The papers as RIS records. The library wraps long lines and keeps page ranges whole, which readers do not expect. */
export function ris(papers: readonly Paper[]): string {
  const text = new Cite(papers.map(cslItem)).format('ris');
  return text
    .replace(/\r?\n(?![A-Z][A-Z0-9]  -|\s*$)/g, '')
    .replace(/^SP  - ([^-\n]+)-+([^\n]+)$/gm, 'SP  - $1\nEP  - $2')
    .trim()
    .concat('\n');
}

/** The papers as CSL-JSON, an array. */
export function cslJson(papers: readonly Paper[]): string {
  return `${JSON.stringify(papers.map(cslItem), null, 2)}\n`;
}

import type { Paper } from '../model.ts';
import { bibtex, cslJson, ris } from './citations.ts';

/** The formats in which a paper, a week or the whole list can be taken away, by the ending of their files. */
export const citationFormats = {
  bib: { name: 'BibTeX', type: 'application/x-bibtex', write: bibtex },
  ris: { name: 'RIS', type: 'application/x-research-info-systems', write: ris },
  'csl.json': { name: 'CSL-JSON', type: 'application/vnd.citationstyles.csl+json', write: cslJson },
} as const satisfies Record<string, { name: string; type: string; write(papers: readonly Paper[]): string }>;

export type CitationFormat = keyof typeof citationFormats;
export const citationEndings = Object.keys(citationFormats) as CitationFormat[];

/** The papers as a file of one format, for a route to send. */
export function citationFile(papers: readonly Paper[], format: CitationFormat): Response {
  const { write, type } = citationFormats[format];
  return new Response(write(papers), { headers: { 'Content-Type': `${type}; charset=utf-8` } });
}

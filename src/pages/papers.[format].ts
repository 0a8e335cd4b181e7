import type { APIRoute } from 'astro';
import { citationEndings, citationFile, type CitationFormat } from '#corpus/exports/formats.ts';
import { loadCorpus } from '#corpus/load.ts';

export const getStaticPaths = () => citationEndings.map((format) => ({ params: { format }, props: { format } }));

/** The whole list: /papers.bib, .ris, .csl.json. */
export const GET: APIRoute<{ format: CitationFormat }> = async ({ props }) =>
  citationFile((await loadCorpus()).papers, props.format);

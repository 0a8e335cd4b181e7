import type { APIRoute } from 'astro';
import { citationEndings, citationFile, type CitationFormat } from '#corpus/exports/formats.ts';
import { loadCorpus } from '#corpus/load.ts';
import type { Paper } from '#corpus/model.ts';

export async function getStaticPaths() {
  const { papers } = await loadCorpus();
  return papers.flatMap((paper) =>
    citationEndings.map((format) => ({ params: { slug: paper.slug, format }, props: { paper, format } })),
  );
}

/** One paper's citation: /papers/<slug>.bib, .ris, .csl.json. */
export const GET: APIRoute<{ paper: Paper; format: CitationFormat }> = ({ props }) =>
  citationFile([props.paper], props.format);

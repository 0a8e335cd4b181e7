import type { APIRoute } from 'astro';
import { citationEndings, citationFile, type CitationFormat } from '#corpus/exports/formats.ts';
import { loadCorpus } from '#corpus/load.ts';
import type { Paper } from '#corpus/model.ts';

export async function getStaticPaths() {
  const { weeks } = await loadCorpus();
  return weeks.flatMap((week) => {
    const papers = week.sections.flatMap((section) => section.papers);
    return papers.length === 0
      ? []
      : citationEndings.map((format) => ({
          params: { number: String(week.number), format },
          props: { papers, format },
        }));
  });
}

/** A week's list: /weeks/8.bib, .ris, .csl.json. */
export const GET: APIRoute<{ papers: Paper[]; format: CitationFormat }> = ({ props }) =>
  citationFile(props.papers, props.format);

import type { APIRoute } from 'astro';
import { cardImage, type Card } from '#build/cards/card.ts';
import { loadCorpus } from '#corpus/load.ts';
import { layoutPaperMap } from '#corpus/map-layout.ts';
import type { Paper, Week } from '#corpus/model.ts';
import { perCorpus } from '#corpus/per-corpus.ts';
import { text } from '#language/dictionary.ts';
import { site } from '#site.ts';

type Drawn = Omit<Card, 'map' | 'site'>;

export async function getStaticPaths() {
  if (!site.cards) return [];
  const { papers, weeks } = await loadCorpus();
  const route = (page: string, card: Drawn) => ({ params: { page }, props: { card } });
  return [
    route('site', {
      place: text.home.papers(papers.length),
      title: text.site.name,
      subtitle: text.site.tagline,
      lead: text.site.description,
      marked: new Set(papers.map((paper) => paper.slug)),
    }),
    ...papers.map((paper) => route(`papers/${paper.slug}`, paperCard(paper))),
    ...weeks.map((week) => route(`weeks/${week.number}`, weekCard(week))),
  ];
}

const mapOf = perCorpus((corpus) => layoutPaperMap(corpus));

const paperCard = (paper: Paper): Drawn => ({
  place: `${text.nav.week(paper.place.week)} · ${paper.venue.short}`,
  title: paper.short,
  // The short name stands above it already.
  subtitle: paper.titleZh.replace(`${paper.short}：`, ''),
  lead: paper.contribution,
  marked: new Set([paper.slug]),
});

const weekCard = (week: Week): Drawn => ({
  place: text.nav.week(week.number),
  title: week.title,
  subtitle: week.question,
  lead: '',
  marked: new Set(week.sections.flatMap(({ papers }) => papers.map((paper) => paper.slug))),
});

/** What a page looks like where its address is shared: /cards/papers/<slug>.png, /cards/weeks/<n>.png, /cards/site.png. */
export const GET: APIRoute<{ card: Drawn }> = async ({ props }) => {
  const map = mapOf(await loadCorpus());
  return new Response(new Uint8Array(await cardImage({ ...props.card, map, site: text.site.name })));
};

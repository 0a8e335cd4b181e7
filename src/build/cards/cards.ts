import { layoutPaperMap } from '#corpus/map-layout.ts';
import type { Corpus, Paper, Week } from '#corpus/model.ts';
import { text } from '#language/dictionary.ts';
import type { Card } from './card.ts';

/** What differs from card to card of one site. */
type Own = Omit<Card, 'map' | 'site'>;

/** The card of each page that has one, by its address: cards/papers/<slug>.png, cards/weeks/<n>.png, cards/site.png. */
export function cardsOf(corpus: Corpus): Map<string, Card> {
  const { papers, weeks } = corpus;
  const map = layoutPaperMap(corpus);
  const cards: [string, Own][] = [
    ['site', siteCard(papers)],
    ...papers.map((paper): [string, Own] => [`papers/${paper.slug}`, paperCard(paper)]),
    ...weeks.map((week): [string, Own] => [`weeks/${week.number}`, weekCard(week)]),
  ];
  return new Map(cards.map(([page, own]) => [`cards/${page}.png`, { ...own, map, site: text.site.name }]));
}

const siteCard = (papers: readonly Paper[]): Own => ({
  place: text.home.papers(papers.length),
  title: text.site.name,
  subtitle: text.site.tagline,
  lead: text.site.description,
  marked: new Set(papers.map((paper) => paper.slug)),
});

const paperCard = (paper: Paper): Own => ({
  place: `${text.nav.week(paper.place.week)} · ${paper.venue.short}`,
  title: paper.short,
  // The short name stands above it already.
  subtitle: paper.titleZh.replace(`${paper.short}：`, ''),
  lead: paper.contribution,
  marked: new Set([paper.slug]),
});

const weekCard = (week: Week): Own => ({
  place: text.nav.week(week.number),
  title: week.title,
  subtitle: week.question,
  lead: '',
  marked: new Set(week.sections.flatMap(({ papers }) => papers.map((paper) => paper.slug))),
});

import rss from '@astrojs/rss';
import type { APIRoute } from 'astro';
import { loadCorpus, urls } from '#corpus/load.ts';
import { text } from '#language/dictionary.ts';
import { site } from '#site.ts';

/** New and corrected pages, newest first: an entry for each line of each page's changelog. */
export const GET: APIRoute = async () => {
  const { papers } = await loadCorpus();
  const items = papers
    .flatMap((paper) => paper.changelog.map((entry, i) => ({ paper, entry, i })))
    .sort((a, b) => b.entry.date.localeCompare(a.entry.date))
    .slice(0, 100)
    .map(({ paper, entry, i }) => ({
      title: `${paper.short}：${entry.note}`,
      link: new URL(urls.paper(paper.slug), site.origin).href,
      description: paper.contribution,
      pubDate: new Date(`${entry.date}T00:00:00Z`),
      customData: `<guid isPermaLink="false">${paper.slug}/${entry.date}/${paper.changelog.length - i}</guid>`,
    }));
  return rss({
    title: text.site.name,
    description: text.site.description,
    site: new URL(site.base, site.origin).href,
    items,
    customData: `<language>${site.language}</language>`,
  });
};

import type { APIRoute } from 'astro';
import { loadCorpus, urls } from '#corpus/load.ts';
import { text } from '#language/dictionary.ts';
import { site } from '#site.ts';

const absolute = (path: string) => new URL(path, site.origin).href;

/** The site for language models (llmstxt.org): what it is, and every page with a line about it. */
export const GET: APIRoute = async () => {
  const { weeks } = await loadCorpus();
  const sections = weeks.map((week) => {
    const papers = week.sections.flatMap((s) => s.papers);
    const lines = papers.map((p) => `- [${p.title}](${absolute(urls.file(`papers/${p.slug}.md`))})：${p.contribution}`);
    return [`## ${text.nav.week(week.number)} ${week.title}`, '', `> ${week.question}`, '', ...lines].join('\n');
  });
  const body = [`# ${text.site.name}`, '', `> ${text.site.description}`, '', ...sections.flatMap((s) => [s, ''])].join(
    '\n',
  );
  return new Response(body, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
};

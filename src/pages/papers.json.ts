import type { APIRoute } from 'astro';
import { papersJson } from '#corpus/exports/papers-json.ts';
import { loadCorpus, urls } from '#corpus/load.ts';
import { site } from '#site.ts';

/** The list for machines. */
export const GET: APIRoute = async () =>
  Response.json(papersJson(await loadCorpus(), (slug) => new URL(urls.paper(slug), site.origin).href));

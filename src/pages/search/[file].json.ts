import type { APIRoute, GetStaticPaths } from 'astro';
import { indexFiles } from '#build/search/files.ts';
import { loadCorpus } from '#corpus/load.ts';

/** The index of names that search reads before, and besides, the full text. */
export const getStaticPaths = (async () => {
  const files = indexFiles(await loadCorpus());
  return files.map(({ name, data }) => ({ params: { file: name }, props: { data } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute = ({ props }) =>
  new Response(JSON.stringify(props['data']), { headers: { 'Content-Type': 'application/json' } });

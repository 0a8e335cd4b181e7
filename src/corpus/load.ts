import { getCollection, getEntry } from 'astro:content';
import { assemble } from './assemble.ts';
import type { Corpus } from './model.ts';
import { createUrls } from './urls.ts';

let corpus: Promise<Corpus> | undefined;

/** The whole corpus: the only door to the collections. */
export function loadCorpus(): Promise<Corpus> {
  if (import.meta.env.DEV) return read();
  return (corpus ??= read());
}

async function read(): Promise<Corpus> {
  const [papers, weeks, topics, terms] = await Promise.all([
    getCollection('papers'),
    getCollection('weeks'),
    getCollection('topics'),
    getCollection('terms'),
  ]);
  const inOrder = <T extends { order: number }>(rows: { data: T }[]) =>
    rows.map((row) => row.data).sort((a, b) => a.order - b.order);
  return assemble({ papers, weeks, topics: inOrder(topics), terms: inOrder(terms) });
}

/** The entry of a paper or a week, for rendering its text. */
export async function loadEntry(collection: 'papers' | 'weeks', id: string) {
  const entry = await getEntry(collection, id);
  if (!entry) throw new Error(`no entry “${id}” in ${collection}`);
  return entry;
}

/** The addresses of this build. */
export const urls = createUrls(import.meta.env.BASE_URL.replace(/\/?$/, '/'));

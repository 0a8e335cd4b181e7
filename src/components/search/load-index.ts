import { createIndex, type Index } from '#corpus/search/index.ts';
import type { Manifest, PaperRecord, Vocabulary } from '#corpus/search/model.ts';
import { createUrls } from '#corpus/urls.ts';

export const urls = createUrls(import.meta.env.BASE_URL.replace(/\/?$/, '/'));

async function fetchJson<T>(name: string, cache: RequestCache = 'default'): Promise<T> {
  const response = await fetch(urls.file(`search/${name}.json`), { cache });
  if (!response.ok) throw new Error(`${response.status} ${response.url}`);
  return (await response.json()) as T;
}

let manifest: Promise<Manifest> | undefined;
let definitions: Promise<Record<string, string>> | undefined;
let complete: Promise<Index> | undefined;

const loadManifest = () => (manifest ??= fetchJson<Manifest>('manifest', 'no-cache'));

/** Loads the index of names. `onPart` gets what there is as soon as the first chunk has come; the whole is returned. */
export function loadIndex(onPart: (index: Index) => void): Promise<Index> {
  complete ??= loadParts(onPart).catch((error: unknown) => {
    complete = manifest = undefined;
    throw error;
  });
  return complete;
}

async function loadParts(onPart: (index: Index) => void): Promise<Index> {
  const files = await loadManifest();
  const chunks = files.papers.map((name) => fetchJson<PaperRecord[]>(name));
  const vocabulary = await fetchJson<Vocabulary>(files.vocabulary);
  if (chunks.length > 1) onPart(createIndex(vocabulary, await chunks[0]!));
  return createIndex(vocabulary, (await Promise.all(chunks)).flat());
}

/** What a term or topic means, in a sentence; fetched when the first answer is shown. */
export async function loadDefinition(key: string): Promise<string | undefined> {
  definitions ??= loadManifest().then((files) => fetchJson<Record<string, string>>(files.definitions));
  return (await definitions)[key];
}

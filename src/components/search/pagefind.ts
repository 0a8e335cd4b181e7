import { urls } from './load-index.ts';

/** The part of Pagefind's interface that we use. */
export interface Pagefind {
  search(
    query: string,
    options: { filters: Record<string, { any: string[] }> },
  ): Promise<{ results: PagefindResult[] }>;
}

export interface PagefindResult {
  id: string;
  score: number;
  data(): Promise<Fragment>;
}

/** A page's text. Words are parted by zero-width spaces; `location` counts them. */
export interface Fragment {
  url: string;
  raw_content: string;
  anchors: { element: string; id: string; text: string; location: number }[];
}

let engine: Promise<Pagefind> | undefined;

/** Loads the full-text engine. It exists only in a built site. */
export function loadPagefind(): Promise<Pagefind> {
  engine ??= (import(/* @vite-ignore */ urls.file('pagefind/pagefind.js')) as Promise<Pagefind>).catch(
    (error: unknown) => {
      engine = undefined;
      throw error;
    },
  );
  return engine;
}

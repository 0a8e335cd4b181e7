/** The site's addresses. They are stable for ever: a paper's never holds a week number. */
export interface Urls {
  home(): string;
  week(number: number, fragment?: string): string;
  paper(slug: string, fragment?: string): string;
  topics(): string;
  topic(id: string): string;
  glossary(term?: string): string;
  search(query?: string): string;
  labs(lab?: string): string;
  /** The reader's own progress. */
  progress(): string;
  embed(lab: string): string;
  /** A file that stands at the root of the site, such as `papers.bib`. */
  file(path: string): string;
  /** `path` as written by an author (`/papers/zero/`), under the site's base. */
  resolve(path: string): string;
}

/** The addresses of a site under `base`, a path with a slash at both ends. */
export function createUrls(base: string): Urls {
  const at = (path: string, fragment?: string) => `${base}${path}${fragment ? `#${fragment}` : ''}`;
  return {
    home: () => at(''),
    week: (number, fragment) => at(`weeks/${number}/`, fragment),
    paper: (slug, fragment) => at(`papers/${slug}/`, fragment),
    topics: () => at('topics/'),
    topic: (id) => at(`topics/${id}/`),
    glossary: (term) => at('glossary/', term),
    search: (query) => at(`search/${query ? `?q=${encodeURIComponent(query)}` : ''}`),
    labs: (lab) => at('labs/', lab),
    progress: () => at('progress/'),
    embed: (lab) => at(`embed/${lab}/`),
    file: (path) => at(path),
    resolve: (path) => at(path.replace(/^\//, '')),
  };
}

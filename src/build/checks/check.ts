import type { BuiltSite } from './built-site.ts';

/** Something wrong with the built site. */
export interface Finding {
  /** The page's or file's path. */
  where: string;
  what: string;
}

/** What the built site promises, and how that is verified. To add one, write a file here and a line in index.ts. */
export interface Check {
  /** The promise, as a sentence. */
  name: string;
  run(site: BuiltSite): Finding[];
  /** Numbers worth seeing even when nothing is wrong. */
  report?(site: BuiltSite): string;
}

/** A check that looks at one page at a time; `find` says what is wrong with it. */
export function pageCheck(name: string, find: (page: BuiltSite['pages'][number], site: BuiltSite) => string[]): Check {
  return {
    name,
    run: (site) => site.pages.flatMap((page) => find(page, site).map((what) => ({ where: `/${page.path}`, what }))),
  };
}

/** An element as it begins in the source, for messages. */
export function startTag(element: Element): string {
  const tag = element.outerHTML.replace(/>[\s\S]*/, '>');
  return tag.length > 120 ? `${tag.slice(0, 117)}…` : tag;
}

import { hash } from 'node:crypto';

/** What a week needs in order to be read without a network: every file with the digest of its contents. */
export interface WeekPackage {
  week: number;
  /** Changes with any of the files: two packages of one version are the same. */
  version: string;
  /** Bytes of all files together. */
  bytes: number;
  /** Addresses under the site's base, and the SHA-256 of what stands there, in hexadecimal. */
  files: Record<string, string>;
}

const FILE_OF_PAGE = /(^|\/)index\.html$/;
/** What every page may load: styles, scripts (labs too), fonts, the theme's script, the icons. */
const SHARED = /^(_astro\/.*\.(js|css|woff2)|theme\.js|favicon\.(svg|ico)|site\.webmanifest)$/;

/**
 * Packs a week: its page, the pages of `papers` (slugs), the glossary, the reader's progress, and what pages share.
 * `files` are the built site's, by their paths in the folder.
 */
export function packWeek(week: number, papers: readonly string[], files: ReadonlyMap<string, Buffer>): WeekPackage {
  const pages = [`weeks/${week}/`, ...papers.map((slug) => `papers/${slug}/`), 'glossary/', 'progress/'].map(
    (page) => `${page}index.html`,
  );
  const packed = [...files.keys()].filter((name) => pages.includes(name) || SHARED.test(name)).sort();
  const digests = packed.map((name) => [name.replace(FILE_OF_PAGE, '$1'), hash('sha256', files.get(name)!)] as const);
  return {
    week,
    version: hash('sha256', JSON.stringify(digests)).slice(0, 12),
    bytes: packed.reduce((sum, name) => sum + files.get(name)!.length, 0),
    files: Object.fromEntries(digests),
  };
}

/** Pages that the week should hold and does not, because the site has none such. */
export function missingPages(week: WeekPackage, papers: readonly string[]): string[] {
  return [`weeks/${week.week}/`, ...papers.map((slug) => `papers/${slug}/`)].filter((page) => !(page in week.files));
}

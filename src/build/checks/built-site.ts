import fs from 'node:fs';
import path from 'node:path';
import { parseHTML } from 'linkedom';

/** A page of the built site. */
export interface Page {
  /** Its path from the site's root, without the base: ``, `papers/zero/`, `404.html`. */
  path: string;
  /** Its file in the folder: `papers/zero/index.html`. */
  file: string;
  document: Document;
}

/** The built site as the checks see it. */
export interface BuiltSite {
  origin: string;
  /** The path under which it is served, with a slash at both ends. */
  base: string;
  /** Every file's contents by its path in the folder. */
  files: ReadonlyMap<string, Buffer>;
  pages: readonly Page[];
  /** The pages by their files. */
  pageIn: ReadonlyMap<string, Page>;
}

/** A site of these files; the pages are the HTML files. */
export function builtSite(
  files: ReadonlyMap<string, Buffer>,
  { origin, base }: { origin: string; base: string },
): BuiltSite {
  const pages = [...files]
    .filter(([name]) => name.endsWith('.html'))
    .map(([file, contents]) => ({
      path: file.replace(/(^|\/)index\.html$/, '$1'),
      file,
      document: parseHTML(contents.toString('utf8')).document as unknown as Document,
    }));
  return { origin, base, files, pages, pageIn: new Map(pages.map((page) => [page.file, page])) };
}

/** Reads the site in `folder`. */
export function readBuiltSite(folder: string, address: { origin: string; base: string }): BuiltSite {
  const names = fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => fs.statSync(path.join(folder, name)).isFile());
  return builtSite(
    new Map(names.sort().map((name) => [name.split(path.sep).join('/'), fs.readFileSync(path.join(folder, name))])),
    address,
  );
}

/** The full address of a page. */
export const addressOf = ({ origin, base }: BuiltSite, page: Page) => `${origin}${base}${page.path}`;

/** The file behind an address of this site (query and fragment aside); undefined for other sites and missing files. */
export function fileAt({ origin, base, files }: BuiltSite, address: URL): string | undefined {
  if (address.origin !== origin || !address.pathname.startsWith(base)) return undefined;
  const name = decodeURIComponent(address.pathname.slice(base.length));
  const file = name === '' || name.endsWith('/') ? `${name}index.html` : name;
  return files.has(file) ? file : undefined;
}

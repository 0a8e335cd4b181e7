import path from 'node:path';
import { addressOf, fileAt, type BuiltSite, type Page } from './built-site.ts';
import { mathCharacters } from './math-faces.ts';
import { fontFaces, stylesheetFiles } from './stylesheets.ts';

const STATIC_IMPORT = /(?:\bimport|\bfrom)\s*["'`](\.{1,2}\/[^"'`]+)["'`]/g;
const DYNAMIC_IMPORT = /\bimport\(\s*["'`](\.{1,2}\/[^"'`]+)["'`]\s*\)/g;
/** How the bundle keeps `import.meta.glob('../*\/lab.tsx')`: each lab's id and the chunk that holds it. */
const LAB_CHUNK = /["'`]\.\.\/([\w-]+)\/lab\.tsx["'`]\s*:.*?\bimport\(\s*["'`](\.\/[^"'`]+)["'`]\s*\)/g;

const textOf = (site: BuiltSite, file: string) => site.files.get(file)?.toString('utf8') ?? '';
const imports = (site: BuiltSite, file: string, pattern: RegExp) =>
  [...textOf(site, file).matchAll(pattern)].map((match) => path.posix.join(path.posix.dirname(file), match[1]!));

/** These scripts and all that they import before they run. */
function withImports(site: BuiltSite, scripts: Iterable<string>): Set<string> {
  const loaded = new Set<string>();
  const load = (file: string) => {
    if (loaded.has(file)) return;
    loaded.add(file);
    imports(site, file, STATIC_IMPORT).forEach(load);
  };
  for (const script of scripts) load(script);
  return loaded;
}

/** The scripts that a page loads as it opens. */
export function scriptsAtOnce(site: BuiltSite, page: Page): Set<string> {
  const elements = [...page.document.querySelectorAll('script[src], link[rel="modulepreload"][href]')];
  const named = elements.flatMap(
    (element) =>
      fileAt(site, new URL(element.getAttribute('src') ?? element.getAttribute('href')!, addressOf(site, page))) ?? [],
  );
  return withImports(site, named);
}

/** All scripts of a page once its lab `id` is awake: those at once, the lab's chunk, and what the frame around it loads. */
export function scriptsWithLab(site: BuiltSite, page: Page, id: string): Set<string> {
  const atOnce = scriptsAtOnce(site, page);
  const waking = [...atOnce].find((file) => textOf(site, file).includes(`../${id}/lab.tsx`));
  if (waking === undefined) return atOnce;
  const chunks = [...textOf(site, waking).matchAll(LAB_CHUNK)].map(([, lab, chunk]) => ({
    lab,
    file: path.posix.join(path.posix.dirname(waking), chunk!),
  }));
  const ofOthers = new Set(chunks.filter(({ lab }) => lab !== id).map(({ file }) => file));
  return withImports(site, [...atOnce, ...imports(site, waking, DYNAMIC_IMPORT).filter((file) => !ofOthers.has(file))]);
}

/** The fonts that a page loads as it opens: KaTeX's faces that its formulas use, and the site's own face. */
export function fontsAtOnce(site: BuiltSite, page: Page): Set<string> {
  const own = stylesheetFiles(site, page)
    .flatMap((sheet) => fontFaces(site, sheet))
    .filter(({ family }) => !family.startsWith('KaTeX_'));
  return new Set([...own, ...mathCharacters(site, page).keys()].flatMap(({ file }) => file ?? []));
}

/** Ids of the labs that stand on a page. */
export const labsOn = (page: Page) =>
  [...page.document.querySelectorAll('[data-lab]')].map((lab) => lab.getAttribute('data-lab')!);

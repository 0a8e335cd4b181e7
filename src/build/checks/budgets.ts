import zlib from 'node:zlib';
import type { BuiltSite, Page } from './built-site.ts';
import type { Check, Finding } from './check.ts';
import { fontsAtOnce, labsOn, scriptsAtOnce, scriptsWithLab } from './loads.ts';
import { stylesheetFiles } from './stylesheets.ts';

/** Kilobytes (1,000 bytes) under brotli that a page may load as it opens. Labs come later, as the reader nears them. */
const BUDGET = { scripts: 12, styles: 14, fonts: 40 };
/** Kilobytes of script in all, on a page with one lab, once that lab is awake. */
const LAB_BUDGET = 30;

/** The search page is the search itself, which other pages load only when a reader reaches for it. */
const SEARCH_SCRIPTS = 30;

type Weights = Record<keyof typeof BUDGET, number>;

/** What a page costs the reader, held by a budget. */
export const budgets: Check = {
  name: `A page loads at most ${BUDGET.scripts} KB of scripts, ${BUDGET.styles} KB of styles, ${BUDGET.fonts} KB of fonts; with a lab ${LAB_BUDGET} KB of scripts`,
  run: (site) => [
    ...site.pages.flatMap((page) => overBudget(site, page)),
    ...labPages(site).flatMap((lab) => labOverBudget(site, lab)),
  ],
  report: (site) => table(site),
};

const compressed = new WeakMap<Buffer, number>();

/** Kilobytes of a file as a host sends it; fonts are compressed already. */
function kilobytes(site: BuiltSite, file: string): number {
  const contents = site.files.get(file);
  if (!contents) return 0;
  const bytes =
    compressed.get(contents) ?? (file.endsWith('.woff2') ? contents.length : zlib.brotliCompressSync(contents).length);
  compressed.set(contents, bytes);
  return bytes / 1000;
}

const sum = (site: BuiltSite, files: Iterable<string>) =>
  [...files].reduce((total, file) => total + kilobytes(site, file), 0);

function weigh(site: BuiltSite, page: Page): Weights {
  return {
    scripts: sum(site, scriptsAtOnce(site, page)),
    styles: sum(site, new Set(stylesheetFiles(site, page))),
    fonts: sum(site, fontsAtOnce(site, page)),
  };
}

function overBudget(site: BuiltSite, page: Page): Finding[] {
  const weights = weigh(site, page);
  const budget = page.path.startsWith('search/') ? { ...BUDGET, scripts: SEARCH_SCRIPTS } : BUDGET;
  const kinds = Object.keys(budget) as (keyof Weights)[];
  return kinds
    .filter((kind) => weights[kind] > budget[kind])
    .map((kind) => ({
      where: `/${page.path}`,
      what: `loads ${weights[kind].toFixed(1)} KB of ${kind}; the budget is ${budget[kind]} KB`,
    }));
}

/** The pages on which one lab stands alone, with its id. */
const labPages = (site: BuiltSite) =>
  site.pages
    .filter((page) => page.path.startsWith('embed/'))
    .flatMap((page) => labsOn(page).map((id) => ({ page, id })));

function labOverBudget(site: BuiltSite, { page, id }: { page: Page; id: string }): Finding[] {
  const weight = sum(site, scriptsWithLab(site, page, id));
  return weight > LAB_BUDGET
    ? [
        {
          where: `/${page.path}`,
          what: `loads ${weight.toFixed(1)} KB of scripts with its lab; the budget is ${LAB_BUDGET} KB`,
        },
      ]
    : [];
}

/** The heaviest page of each kind, and every lab. */
function table(site: BuiltSite): string {
  const kinds = Map.groupBy(site.pages, (page) => kindOf(page));
  const rows = [...kinds].sort().map(([kind, pages]) => {
    const weights = pages.map((page) => weigh(site, page));
    const heaviest = (what: keyof Weights) => Math.max(...weights.map((weight) => weight[what])).toFixed(1);
    return [kind, String(pages.length), heaviest('scripts'), heaviest('styles'), heaviest('fonts')];
  });
  const labs = labPages(site).map(({ page, id }) => [
    `lab ${id}, awake`,
    '1',
    sum(site, scriptsWithLab(site, page, id)).toFixed(1),
    '',
    '',
  ]);
  const head = ['KB, brotli; the heaviest of', 'pages', 'scripts', 'styles', 'fonts'];
  const all = [head, ...rows, ...labs];
  return all.map((row) => row.map((cell, i) => (i === 0 ? cell.padEnd(34) : cell.padStart(8))).join('')).join('\n');
}

function kindOf(page: Page): string {
  const kind = page.path.split('/')[0] || 'home';
  return kind === 'papers' ? (labsOn(page).length > 0 ? 'papers with labs' : 'papers without labs') : kind;
}

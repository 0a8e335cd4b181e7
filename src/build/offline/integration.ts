import fs from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { missingPages, packWeek } from './week-package.ts';

/** Links of a week's reading table, in the built page. */
const READINGS = /<table class="reading-table[\s\S]*?<\/table>/;
const PAPER = /href="[^"]*\/papers\/([a-z0-9-]+)\/"/g;

/**
 * Writes what a reader needs to keep a week for offline: /offline/week-<n>.json for each week, and the service worker
 * /sw.js, whose source is a worker of its own and no part of the pages' bundle.
 */
export function offline(): AstroIntegration {
  return {
    name: 'offline',
    hooks: {
      'astro:build:done': async ({ dir, pages }) => {
        const files = await builtFiles(fileURLToPath(dir));
        await fs.mkdir(new URL('offline/', dir), { recursive: true });
        for (const { pathname } of pages) {
          const week = /^weeks\/(\d+)\/$/.exec(pathname)?.[1];
          if (week === undefined) continue;
          const table = READINGS.exec(files.get(`${pathname}index.html`)!.toString())?.[0] ?? '';
          const papers = [...table.matchAll(PAPER)].map(([, slug]) => slug!);
          if (papers.length === 0) continue;
          const pack = packWeek(Number(week), papers, files);
          const missing = missingPages(pack, papers);
          if (missing.length > 0)
            throw new Error(`week ${week} lists pages that were not built: ${missing.join(', ')}`);
          await fs.writeFile(new URL(`offline/week-${week}.json`, dir), JSON.stringify(pack));
        }
        const source = await fs.readFile(path.resolve('src/components/offline/service-worker.ts'), 'utf8');
        await fs.writeFile(new URL('sw.js', dir), await javaScript(source));
      },
    },
  };
}

async function builtFiles(folder: string): Promise<Map<string, Buffer>> {
  const names = await fs.readdir(folder, { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  const relevant = files.filter((file) => !file.includes(`${path.sep}pagefind${path.sep}`) && !file.endsWith('.png'));
  const read = async (file: string) =>
    [path.relative(folder, file).split(path.sep).join('/'), await fs.readFile(file)] as const;
  return new Map(await Promise.all(relevant.map(read)));
}

/** TypeScript's compiler takes a moment to load: only a build needs it. */
async function javaScript(source: string): Promise<string> {
  const { default: ts } = await import('typescript');
  return ts.transpileModule(source, { compilerOptions: { target: ts.ScriptTarget.ES2022, removeComments: true } })
    .outputText;
}

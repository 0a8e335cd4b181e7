import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { crc32 } from 'node:zlib';
import type { AstroIntegration } from 'astro';
import { site } from '../../site.ts';
import type { TwinShare, TwinTask } from './worker.ts';

/** How many convert at once. Each keeps the same pages from build to build. */
const THREADS = 2;

/** Writes a Markdown twin beside every paper's page: /papers/<slug>.md, for machines and for readers of plain text. */
export function twins(): AstroIntegration {
  return {
    name: 'twins',
    hooks: {
      'astro:build:done': async ({ dir, pages }) => {
        const tasks = pages.flatMap(({ pathname }): TwinTask[] => {
          const slug = /^papers\/([^/]+)\/$/.exec(pathname)?.[1];
          if (slug === undefined) return [];
          return [
            {
              page: fileURLToPath(new URL(`${pathname}index.html`, dir)),
              twin: fileURLToPath(new URL(`papers/${slug}.md`, dir)),
              address: new URL(`${site.base}${pathname}`, site.origin).href,
            },
          ];
        });
        const shares = Array.from({ length: THREADS }, (_, share) =>
          tasks.filter(({ address }) => crc32(address) % THREADS === share),
        );
        await Promise.all(shares.map((tasks, share) => inWorker({ tasks, share })));
      },
    },
  };
}

/** Parsing and converting keeps cores busy that other work of the build can do without. */
function inWorker(workerData: TwinShare): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(path.resolve('src/build/twins/worker.ts'), { workerData });
    worker.once('error', reject);
    worker.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`the twins' worker ended with ${code}`))));
  });
}

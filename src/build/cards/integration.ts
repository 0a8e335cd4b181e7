import fs from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { AstroIntegration } from 'astro';
import type { KeptCard } from './worker.ts';

/**
 * Writes the cards, the pictures that stand for pages where their addresses are shared. They need nothing but the
 * checked content, so a thread of their own draws them while the pages are compiled and rendered.
 */
export function cards(): AstroIntegration {
  let drawn: Promise<KeptCard[]> | undefined;
  let isBuild = false;
  return {
    name: 'cards',
    hooks: {
      'astro:config:setup': ({ command }) => {
        isBuild = command === 'build';
      },
      'astro:config:done': () => {
        if (!isBuild) return;
        drawn = drawInThread();
        // A build that fails first must not end by this promise instead.
        drawn.catch(() => undefined);
      },
      'astro:build:done': async ({ dir, logger }) => {
        const pictures = (await drawn) ?? [];
        for (const [address, file] of pictures) {
          const target = path.join(fileURLToPath(dir), address);
          await fs.mkdir(path.dirname(target), { recursive: true });
          await fs.copyFile(file, target);
        }
        logger.info(`${pictures.length} cards written`);
      },
    },
  };
}

function drawInThread(): Promise<KeptCard[]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(path.resolve('src/build/cards/worker.ts'));
    // Nobody waits for the cards of a build that has failed.
    worker.unref();
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the cards' thread ended with ${code}`)));
  });
}

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
  let drawing: Drawing | undefined;
  let isBuild = false;
  return {
    name: 'cards',
    hooks: {
      'astro:config:setup': ({ command }) => {
        isBuild = command === 'build';
      },
      'astro:config:done': () => {
        if (!isBuild) return;
        drawing = drawInThread();
        // A build that fails first must not end by this promise instead.
        drawing.cards.catch(() => undefined);
      },
      'astro:build:done': async ({ dir, logger }) => {
        // From here on the build does wait: without this, a process with nothing else to do would end.
        drawing?.worker.ref();
        const pictures = (await drawing?.cards) ?? [];
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

interface Drawing {
  worker: Worker;
  cards: Promise<KeptCard[]>;
}

/** A thread that does not keep the process alive: nobody waits for the cards of a build that has failed. */
function drawInThread(): Drawing {
  const worker = new Worker(path.resolve('src/build/cards/worker.ts'));
  worker.unref();
  const { promise, resolve, reject } = Promise.withResolvers<KeptCard[]>();
  worker.once('message', resolve);
  worker.once('error', reject);
  worker.once('exit', (code) => reject(new Error(`the cards' thread ended with ${code}`)));
  return { worker, cards: promise };
}

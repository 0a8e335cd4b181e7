import fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/**
 * Builds into a folder of its own and moves it to dist/ as the very last step, so that a build that fails, at whatever
 * point, leaves the last good dist/ as it was.
 */
function integration(): AstroIntegration {
  return {
    name: 'safe-output',
    hooks: {
      'astro:build:done': ({ dir, logger }) => {
        const built = fileURLToPath(dir);
        const target = fileURLToPath(new URL('../dist/', dir));
        const old = fileURLToPath(new URL('../.dist-old/', dir));
        fs.rmSync(old, { recursive: true, force: true });
        if (fs.existsSync(target)) fs.renameSync(target, old);
        fs.renameSync(built, target);
        fs.rmSync(old, { recursive: true, force: true });
        logger.info('dist/ is complete');
      },
    },
  };
}

export const safeOutput = Object.assign(integration, { building: './.dist-building' });

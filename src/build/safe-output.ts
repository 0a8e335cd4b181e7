import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** Where the finished site stands, relative to the project: dist/, unless SITE_OUTPUT names another folder. */
const output = process.env['SITE_OUTPUT'] ?? 'dist';
const building = `.cache/building/${path.basename(output)}`;
const replaced = `.cache/replaced/${path.basename(output)}`;

/**
 * Builds into a folder of its own and moves it into place as the very last step, so that a build that fails, at
 * whatever point, leaves the last good one as it was.
 */
function integration(): AstroIntegration {
  let root = '';
  return {
    name: 'safe-output',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
      },
      'astro:build:done': ({ dir, logger }) => {
        const [target, old] = [output, replaced].map((folder) => path.join(root, folder)) as [string, string];
        for (const folder of [target, old]) fs.mkdirSync(path.dirname(folder), { recursive: true });
        fs.rmSync(old, { recursive: true, force: true });
        if (fs.existsSync(target)) fs.renameSync(target, old);
        fs.renameSync(fileURLToPath(dir), target);
        fs.rmSync(old, { recursive: true, force: true });
        logger.info(`${output}/ is complete`);
      },
    },
  };
}

export const safeOutput = Object.assign(integration, { building: `./${building}` });

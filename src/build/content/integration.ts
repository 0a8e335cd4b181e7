import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { formatProblems } from '#corpus/problems.ts';
import { checkContent } from './check-content.ts';

/**
 * Checks all content before anything is built. A build stops with every problem listed; the dev server lists them and
 * goes on, so that an author can see the page while mending it.
 * `glyphs` receives every character that the formulas draw.
 */
export function content(glyphs: Set<string>): AstroIntegration {
  return {
    name: 'content',
    hooks: {
      'astro:config:done': ({ config, logger }) => {
        const found = checkContent(fileURLToPath(config.root), glyphs);
        if (found.length === 0) return;
        const report = formatProblems(found);
        if (process.argv.includes('build')) throw new ContentError(report);
        logger.warn(`\n${report}`);
      },
    },
  };
}

/** Carries the report alone: a stack trace would bury it. */
class ContentError extends Error {
  constructor(report: string) {
    super(`the content has problems\n\n${report}`);
    this.stack = '';
  }
}

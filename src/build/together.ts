import type { AstroIntegration } from 'astro';

type Done = NonNullable<AstroIntegration['hooks']['astro:build:done']>;

/** Integrations whose only work comes after the pages are written, and who need nothing of one another: done at once. */
export function together(...integrations: readonly AstroIntegration[]): AstroIntegration {
  const hooks = integrations.map(({ name, hooks }) => ({ name, done: hooks['astro:build:done'] }));
  return {
    name: integrations.map(({ name }) => name).join('+'),
    hooks: {
      'astro:build:done': async (options: Parameters<Done>[0]) => {
        await Promise.all(hooks.map(({ name, done }) => done?.({ ...options, logger: options.logger.fork(name) })));
      },
    },
  };
}

import preact from '@astrojs/preact';
import type { AstroIntegration } from 'astro';

/** What @astrojs/preact compiles JSX with: Babel, which takes longer over our figures than the bundler over the whole site. */
const BABEL = 'vite:preact-jsx';

/**
 * Figures and labs are Preact components: Vite's own compiler (Oxc) reads their JSX as tsconfig.json says, and
 * renderer.ts renders them.
 */
export function figures(): AstroIntegration {
  const integration = preact();
  const setup = integration.hooks['astro:config:setup']!;
  return {
    ...integration,
    hooks: {
      ...integration.hooks,
      'astro:config:setup': (options) =>
        setup({
          ...options,
          addRenderer: (renderer) =>
            options.addRenderer({ ...renderer, serverEntrypoint: new URL('renderer.ts', import.meta.url) }),
          updateConfig: (config) => {
            const plugins = (config.vite?.plugins ?? []).flat(Infinity as 1).filter((plugin) => !isBabel(plugin));
            return options.updateConfig({ ...config, vite: { ...config.vite, plugins } });
          },
        }),
    },
  };
}

const isBabel = (plugin: unknown) => (plugin as { name?: string } | undefined)?.name === BABEL;

import preact from '@astrojs/preact';
import type { AstroIntegration } from 'astro';

/** What @astrojs/preact compiles JSX with: Babel, which takes longer over our figures than the bundler over the whole site. */
const BABEL = 'vite:preact-jsx';

/**
 * Figures and labs are Preact components: Astro's integration renders them, and Vite's own compiler (Oxc) reads their
 * JSX as tsconfig.json says.
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
          updateConfig: (config) => {
            const plugins = config.vite?.plugins?.flat(Infinity as 1).filter((plugin) => !isBabel(plugin));
            return options.updateConfig({ ...config, vite: { ...config.vite, plugins } });
          },
        }),
    },
  };
}

const isBabel = (plugin: unknown) => (plugin as { name?: string } | undefined)?.name === BABEL;

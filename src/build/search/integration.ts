import fs from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { close, createIndex } from 'pagefind';

/** What the index leaves out: displayed formulas and listings (noise), what KaTeX writes beside its MathML, and the chrome around the text. */
const EXCLUDE = ['.katex-display', '.katex-html', 'annotation', 'pre', 'svg', '[data-nosearch]'];

/** Indexes the built pages with Pagefind. Only what stands inside data-pagefind-body is searched. */
export function searchIndex(): AstroIntegration {
  return {
    name: 'search-index',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const { index } = sound(await createIndex({ forceLanguage: 'zh-cn', excludeSelectors: EXCLUDE }));
        const { page_count } = sound(await index!.addDirectory({ path: fileURLToPath(dir) }));
        const target = new URL('pagefind/', dir);
        sound(await index!.writeFiles({ outputPath: fileURLToPath(target) }));
        await close();
        await removeUnused(target);
        logger.info(`${page_count} pages indexed`);
      },
    },
  };
}

function sound<T extends { errors: string[] }>(response: T): T {
  if (response.errors.length > 0) throw new Error(`Pagefind: ${response.errors.join('; ')}`);
  return response;
}

/** Pagefind writes its own interfaces too; ours uses none of them. */
async function removeUnused(folder: URL): Promise<void> {
  const unused = (await fs.readdir(folder)).filter((name) =>
    /^pagefind-(ui|modular-ui|component-ui|highlight)/.test(name),
  );
  await Promise.all(unused.map((name) => fs.rm(new URL(name, folder))));
}

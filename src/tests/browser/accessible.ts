import axe from 'axe-core';
import type { Browsing } from './harness/browsing.ts';
import { onePageOfEachKind } from './harness/kinds.ts';

export const name = 'axe finds nothing on any kind of page, in light and dark';

export async function run(site: Browsing): Promise<void> {
  const visits = onePageOfEachKind(site.pages).flatMap((path) =>
    (['light', 'dark'] as const).map((theme) => ({ path, theme })),
  );
  await site.each(visits, ({ path, theme }) =>
    site.visit(path, { theme, reducedMotion: true }, async (page) => {
      // By evaluation, which the page's policy does not forbid, unlike a script element.
      await page.evaluate(`${axe.source}; undefined`);
      const { violations } = await page.evaluate(() =>
        (globalThis as unknown as { axe: typeof axe }).axe.run(document, { resultTypes: ['violations'] }),
      );
      if (violations.length > 0) throw new Error(`${path} in ${theme}:\n${violations.map(described).join('\n')}`);
    }),
  );
}

const SHOWN = 4;

function described({ id, help, nodes }: axe.Result): string {
  const places = nodes
    .slice(0, SHOWN)
    .map((node) => `    ${node.target.join(' ')}  ${node.any[0]?.message ?? node.html.slice(0, 120)}`);
  return [`  ${id}: ${help} (${nodes.length})`, ...places].join('\n');
}

import assert from 'node:assert/strict';
import type { Browsing } from './harness/browsing.ts';

export const name = 'A paper page loads, as the browser counts it, no more than its budget';

/** KB under brotli. An independent witness for src/build/checks/budgets.ts, which reads the files instead. */
const BUDGET: Record<string, number> = { script: 12, css: 14, font: 40 };

export async function run(site: Browsing): Promise<void> {
  const papers = site.pages.filter((path) => path.startsWith('/papers/'));
  await site.each(papers, (path) =>
    site.visit(path, {}, async (page) => {
      if ((await page.locator('[data-lab]').count()) > 0) return;
      await page.evaluate(() => document.fonts.ready);
      const weights = await page.evaluate(loaded);
      for (const [kind, most] of Object.entries(BUDGET)) {
        const weight = weights[kind] ?? 0;
        assert.ok(weight <= most, `${path} loads ${weight.toFixed(1)} KB of ${kind}; the budget is ${most} KB`);
      }
    }),
  );
}

/** KB that have come over the wire, by what they are. Runs in the page. */
function loaded(): Record<string, number> {
  const weights: Record<string, number> = {};
  for (const { name: address, encodedBodySize } of performance.getEntriesByType(
    'resource',
  ) as PerformanceResourceTiming[]) {
    const ending = /\.(\w+)$/.exec(new URL(address).pathname)?.[1] ?? '';
    const kind = { js: 'script', css: 'css', woff2: 'font' }[ending] ?? 'other';
    weights[kind] = (weights[kind] ?? 0) + encodedBodySize / 1000;
  }
  return weights;
}

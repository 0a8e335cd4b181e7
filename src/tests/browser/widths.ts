import assert from 'node:assert/strict';
import type { Browsing } from './harness/browsing.ts';

export const name = 'No page is wider than the screen, from 320 to 1440 pixels';

const WIDTHS = [320, 360, 390, 768, 1024, 1440];

/** One visit a page, resized: what overflows is named. */
export async function run(site: Browsing): Promise<void> {
  await site.each(site.pages, (path) =>
    site.visit(path, { width: WIDTHS[0]! }, async (page) => {
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 900 });
        const wide = await page.evaluate(widerThanTheScreen);
        assert.ok(wide.length === 0, `${path} at ${width} pixels overflows by ${wide.join(', ')}`);
      }
    }),
  );
}

/** The outermost elements that stick out to the right, if the document scrolls sideways. Runs in the page. */
function widerThanTheScreen(): string[] {
  const root = document.documentElement;
  if (root.scrollWidth <= root.clientWidth) return [];
  const isClipped = (element: Element): boolean =>
    element.parentElement !== null &&
    (getComputedStyle(element.parentElement).overflowX !== 'visible' || isClipped(element.parentElement));
  const out = [...document.querySelectorAll('body *')].filter(
    (element) => element.getBoundingClientRect().right > root.clientWidth + 0.5 && !isClipped(element),
  );
  const named = out
    .slice(0, 5)
    .map(
      (element) =>
        `<${element.tagName.toLowerCase()} class="${element.getAttribute('class') ?? ''}"> to ${Math.round(element.getBoundingClientRect().right)}`,
    );
  return [`${root.scrollWidth - root.clientWidth} pixels`, ...named];
}

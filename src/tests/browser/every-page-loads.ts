import assert from 'node:assert/strict';
import type { Browsing } from './harness/browsing.ts';

export const name =
  'Every page loads without an error, a failed request or a policy violation, and without layout shift';
export const underSubPath = true;

/** Pages are read to their end, because labs wake and pictures load as they come near. */
export async function run(site: Browsing): Promise<void> {
  await site.each(site.pages, (path) =>
    site.visit(path, {}, async (page) => {
      const shift = await page.evaluate(readToTheEnd);
      assert.ok(shift < 0.01, `${path}: the layout shifts by ${shift.toFixed(3)}`);
    }),
  );
}

/** Scrolls down in steps of a screen; gives the cumulative layout shift. Runs in the page. */
async function readToTheEnd(): Promise<number> {
  let shift = 0;
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[])
      if (!entry.hadRecentInput) shift += entry.value;
  });
  observer.observe({ type: 'layout-shift', buffered: true });
  await document.fonts.ready;
  const painted = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  for (let y = 0; y < document.documentElement.scrollHeight; y += innerHeight) {
    scrollTo({ top: y, behavior: 'instant' });
    await painted();
  }
  // Labs that came near are awake before the page is left.
  const labs = [...document.querySelectorAll('[data-lab]')];
  for (let tries = 0; tries < 200 && labs.some((lab) => !lab.hasAttribute('data-awake')); tries++)
    await new Promise((resolve) => setTimeout(resolve, 25));
  await painted();
  return shift;
}

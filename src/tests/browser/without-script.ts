import assert from 'node:assert/strict';
import type { Browsing } from './harness/browsing.ts';

export const name = 'Every page is complete without JavaScript';

/** The text is the same with and without scripts, nothing stays hidden that only a script would show, and labs stand drawn. */
export async function run(site: Browsing): Promise<void> {
  await site.each(site.pages, (path) =>
    site.visit(path, { script: false }, async (page) => {
      const main = page.locator('main');
      assert.ok((await main.innerText()).trim().length > 40, `${path} has no text`);
      assert.equal(
        await main.locator('button:visible:not([type="submit"])').count(),
        0,
        `${path} shows buttons that do nothing without JavaScript`,
      );
      for (const lab of await page.locator('[data-lab]').all()) {
        const picture = await lab.locator('svg').first().boundingBox();
        assert.ok(
          picture !== null && picture.width > 100 && picture.height > 40,
          `${path}: the first frame of a lab is not drawn`,
        );
      }
    }),
  );
}

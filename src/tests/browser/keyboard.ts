import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import type { Browsing } from './harness/browsing.ts';

export const name = 'A reader with a keyboard skips, navigates, changes the theme and reaches search';
export const underSubPath = true;

export async function run(site: Browsing): Promise<void> {
  await site.visit('/papers/orca/', {}, async (page) => {
    await skipsToTheText(page);
  });
  await site.visit('/', {}, async (page) => {
    await everyStopIsVisible(page);
    await walksToAWeek(page, site);
  });
  await site.visit('/', { theme: 'light' }, changesTheTheme);
  await site.visit('/papers/orca/', {}, reachesSearch);
}

const focused = (page: Page) => page.evaluate(() => document.activeElement?.outerHTML.replace(/>[\s\S]*/, '>') ?? '');

async function skipsToTheText(page: Page): Promise<void> {
  await page.keyboard.press('Tab');
  assert.match(await focused(page), /href="#main"/, 'the first stop is the link that skips to the text');
  assert.ok(
    await page.locator('a.skip').evaluate((link) => link.getBoundingClientRect().top >= 0),
    'the skip link shows when it has the focus',
  );
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement?.id === 'main');
  await page.keyboard.press('Tab');
  assert.ok(
    await page.evaluate(() => document.activeElement?.closest('main') !== null),
    'the next stop is in the text',
  );
}

/** Every stop in the header shows where the focus is. */
async function everyStopIsVisible(page: Page): Promise<void> {
  for (let stop = 0; stop < 40; stop++) {
    await page.keyboard.press('Tab');
    const state = await page.evaluate(() => {
      const element = document.activeElement!;
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
      const { width, height } = element.getBoundingClientRect();
      return {
        inHeader: element.closest('.masthead, .skip') !== null,
        isSeen: width > 0 && height > 0,
        isMarked: (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) || boxShadow !== 'none',
      };
    });
    if (!state.inHeader) return;
    assert.ok(state.isSeen && state.isMarked, `the focus is not visible on ${await focused(page)}`);
  }
  assert.fail('the header has no end');
}

async function walksToAWeek(page: Page, site: Browsing): Promise<void> {
  const link = page.locator('.masthead nav a').first();
  const address = await link.evaluate((a) => (a as HTMLAnchorElement).href);
  await link.focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(address);
  assert.ok(address.startsWith(site.url('/weeks/')));
  assert.equal(await page.locator('.masthead nav a[aria-current]').count(), 1, 'the header marks where one is');
}

async function changesTheTheme(page: Page): Promise<void> {
  const button = page.locator('.theme-toggle');
  const background = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const light = await background();
  await button.focus();
  const seen = [await button.getAttribute('aria-label')];
  for (const theme of ['light', 'dark']) {
    await page.keyboard.press('Enter');
    assert.equal(await page.evaluate(() => document.documentElement.dataset['theme']), theme);
    seen.push(await button.getAttribute('aria-label'));
  }
  assert.equal(new Set(seen).size, 3, 'the button says which theme is on');
  const dark = await background();
  assert.notEqual(dark, light);
  await page.reload();
  assert.equal(await background(), dark, 'the choice holds on the next page');
  await button.focus();
  await page.keyboard.press('Enter');
  assert.equal(
    await page.evaluate(() => document.documentElement.dataset['theme']),
    undefined,
    'the third step is the system again',
  );
  assert.equal(await background(), light);
}

async function reachesSearch(page: Page): Promise<void> {
  await page.keyboard.press('/');
  await page.waitForFunction(() => document.activeElement?.matches('input[type="search"], input[role="combobox"]'));
}

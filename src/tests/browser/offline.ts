import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import type { Browsing } from '#tests/browser/harness/browsing.ts';

export const name = 'A saved week is read without a network, whole and in one version, and can be forgotten';
export const underSubPath = true;

const WEEK = '/weeks/8/';

export async function run(site: Browsing): Promise<void> {
  await site.visit(WEEK, { serviceWorker: true, allow: isOffline }, async (page) => {
    await refusesAMixture(page);
    await saves(page);
    await page.context().setOffline(true);
    await readsOffline(page, site);
    await page.context().setOffline(false);
    await forgets(page, site);
  });
}

const isOffline = (message: string) => /ERR_INTERNET_DISCONNECTED|ERR_FAILED|Failed to load resource/.test(message);

const copies = (page: Page) => page.evaluate(() => caches.keys());
const panel = (page: Page) => page.locator('.offline-week');

/** A file of another version than the package says: nothing may be kept. */
async function refusesAMixture(page: Page): Promise<void> {
  await page.route('**/papers/zero/', (route) => route.fulfill({ body: 'another version', contentType: 'text/html' }));
  await panel(page).locator('summary').click();
  await panel(page).locator('button').first().click();
  await page.waitForFunction(() => /没有存成/.test(document.querySelector('.offline-week output')!.textContent!));
  assert.deepEqual(await copies(page), [], 'nothing was kept');
  await page.unroute('**/papers/zero/');
}

async function saves(page: Page): Promise<void> {
  await panel(page).locator('button').first().click();
  await page.waitForFunction(() => /最新/.test(document.querySelector('.offline-week output')!.textContent!));
  const [copy, ...others] = await copies(page);
  assert.match(copy!, /^offline:week-8:[0-9a-f]{12}$/);
  assert.deepEqual(others, []);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
}

async function readsOffline(page: Page, site: Browsing): Promise<void> {
  await page.goto(site.url('/papers/zero/'));
  assert.match(await page.title(), /ZeRO/);
  const styled = await page.evaluate(() => getComputedStyle(document.querySelector('.paper-title')!).fontFamily);
  assert.match(styled, /Source Serif/, 'with its styles');
  await page.locator('[data-lab]').first().scrollIntoViewIfNeeded();
  await page.waitForSelector('[data-awake] .lab-controls :is(input, button):enabled');
  await page.goto(site.url(`${WEEK}?from=bookmark`));
  assert.ok((await page.locator('.reading-table a').count()) > 10);
  await assert.rejects(page.goto(site.url('/weeks/3/')), 'what was not saved is not there');
}

async function forgets(page: Page, site: Browsing): Promise<void> {
  await page.goto(site.url(WEEK));
  await panel(page).locator('summary').click();
  await panel(page).locator('button').last().click();
  await page.waitForFunction(() => /还没有/.test(document.querySelector('.offline-week output')!.textContent!));
  assert.deepEqual(await copies(page), []);
}

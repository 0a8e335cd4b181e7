import assert from 'node:assert/strict';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import type { Browsing } from '#tests/browser/harness/browsing.ts';

export const name = 'Search finds, narrows, and obeys keyboard, input method and address';
export const underSubPath = true;

export async function run(site: Browsing): Promise<void> {
  await site.each(
    [
      nothingBefore,
      opensByKeys,
      choosesByKeyboard,
      waitsForInputMethod,
      keepsFilters,
      cards,
      noResults,
      remembers,
      fitsPhone,
      suitsScreenReaders,
      withoutScript,
    ],
    (check) => check(site),
  );
}

const box = (page: Page) => page.getByRole('combobox');
const settled = (page: Page) => page.locator('.search[data-state=settled]').waitFor();
const firstHref = (page: Page) => page.getByRole('option').first().getAttribute('href');

/** Types a query and waits until its results stand still. */
async function search(page: Page, query: string): Promise<void> {
  await box(page).fill(query);
  await page.locator(`.search[data-state=settled][data-query=${JSON.stringify(query)}]`).waitFor();
}

async function nothingBefore(site: Browsing): Promise<void> {
  await site.visit('/papers/orca/', {}, async (page) => {
    const loaded = await page.evaluate(() => performance.getEntriesByType('resource').map((entry) => entry.name));
    assert.deepEqual(
      loaded.filter((address) => /pagefind|\/search\/|SearchView|preact/.test(address)),
      [],
    );
  });
}

async function opensByKeys(site: Browsing): Promise<void> {
  await site.visit('/weeks/8/', {}, async (page) => {
    for (const key of ['/', 'Control+k', 'Meta+k']) {
      await page.keyboard.press(key);
      await box(page).waitFor();
      assert.equal(
        await box(page).evaluate((input) => document.activeElement === input),
        true,
        `${key} puts the cursor in the box`,
      );
      await page.keyboard.press('Escape');
      await box(page).waitFor({ state: 'hidden' });
    }
    await page.locator('[data-search-open]').click();
    await box(page).waitFor();
  });
}

async function choosesByKeyboard(site: Browsing): Promise<void> {
  await site.visit('/', {}, async (page) => {
    await page.keyboard.press('/');
    await search(page, '块表');
    const chosen = () => box(page).getAttribute('aria-activedescendant');
    const first = await chosen();
    await page.keyboard.press('ArrowDown');
    const second = await chosen();
    assert.notEqual(second, first);
    assert.equal(await page.locator(`[id="${second}"]`).getAttribute('aria-selected'), 'true');
    assert.equal(await page.locator('[role=option][aria-selected=true]').count(), 1);
    await page.keyboard.press('ArrowUp');
    assert.equal(await chosen(), first);
    assert.match((await page.getByRole('status').textContent()) ?? '', /\d+ 篇论文/);
    const paper = page.locator('[role=option][href$="/papers/pagedattention/"]').first();
    const id = await paper.getAttribute('id');
    while ((await chosen()) !== id) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(site.url('/papers/pagedattention/'));
  });
}

/** Letters, Enter, arrows and Escape of a composition are the input method's. */
async function waitsForInputMethod(site: Browsing): Promise<void> {
  await site.visit('/weeks/3/', {}, async (page) => {
    await page.keyboard.press('/');
    await search(page, '显存');
    const before = await box(page).getAttribute('aria-activedescendant');
    const client = await page.context().newCDPSession(page);
    await client.send('Input.imeSetComposition', { text: 'zhuyi', selectionStart: 5, selectionEnd: 5 });
    assert.equal(
      await page.locator('.search').getAttribute('data-query'),
      '显存',
      'letters being composed are not searched for',
    );
    for (const key of ['ArrowDown', 'Enter', 'Escape']) {
      await box(page).evaluate(
        (input, key) =>
          input.dispatchEvent(
            new KeyboardEvent('keydown', { key, isComposing: true, bubbles: true, cancelable: true }),
          ),
        key,
      );
      await box(page).evaluate(
        (input, key) =>
          input.dispatchEvent(new KeyboardEvent('keydown', { key, keyCode: 229, bubbles: true, cancelable: true })),
        key,
      );
    }
    assert.equal(
      await box(page).getAttribute('aria-activedescendant'),
      before,
      'arrows choose in the candidate window only',
    );
    assert.equal(await box(page).isVisible(), true);
    assert.equal(page.url(), site.url('/weeks/3/'), 'Enter opens nothing');
    await client.send('Input.insertText', { text: '注意力' });
    await page.locator('.search[data-query="显存注意力"]').waitFor();
  });
}

async function keepsFilters(site: Browsing): Promise<void> {
  await site.visit('/search/?q=KV+cache&week=10', {}, async (page) => {
    await settled(page);
    const papers = await page
      .locator('.search-paper')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')?.split('/').at(-2)).sort());
    assert.deepEqual(papers, ['cacheblend', 'cachegen', 'mooncake']);
    await page.getByText(/^筛选/).click();
    const year = page.getByRole('group', { name: '年份' }).getByRole('checkbox', { name: /2024/ });
    await year.check();
    await page.waitForURL(/year=2024/);
    assert.match(page.url(), /\?q=KV\+cache&week=10&year=2024$/);
    const count = await page
      .getByRole('group', { name: '年份' })
      .locator('label', { hasText: '2024' })
      .locator('.search-number')
      .textContent();
    await settled(page);
    assert.equal(String(await page.locator('.search-paper').count()), count, 'the count is what the choice leaves');
    await page.reload();
    await settled(page);
    assert.equal(await box(page).inputValue(), 'KV cache');
    await page.getByRole('button', { name: '去掉「2024」' }).click();
    await page.waitForURL((address) => !address.search.includes('year'));
  });
}

async function cards(site: Browsing): Promise<void> {
  await site.visit('/search/', {}, async (page) => {
    await search(page, '张量并行');
    assert.match((await page.getByRole('option').first().textContent()) ?? '', /^术语张量并行Tensor parallelism/);
    await page.locator('.search-definition', { hasText: /\p{Script=Han}{6}/u }).waitFor();
    await search(page, 'flash attention');
    assert.equal(await firstHref(page), new URL(site.url('/papers/flashattention/')).pathname);
    assert.match((await page.getByRole('option').first().textContent()) ?? '', /^论文/);
    const section = await page
      .locator('.search-section[href*="/papers/flashattention/#"]')
      .first()
      .getAttribute('href');
    assert.ok(section, 'sections stand below their paper');
  });
}

async function noResults(site: Browsing): Promise<void> {
  await site.visit('/search/', {}, async (page) => {
    await search(page, 'qqqqzzzzxxxx');
    assert.match((await page.locator('.search-nothing').textContent()) ?? '', /qqqqzzzzxxxx/);
    assert.equal(await page.getByRole('option').count(), 0);
    assert.equal(await box(page).getAttribute('aria-expanded'), 'false');
    assert.ok((await page.locator('.search-topics a').count()) > 10, 'the topics lead on');
  });
}

async function remembers(site: Browsing): Promise<void> {
  await site.visit('/search/', {}, async (page) => {
    await search(page, 'Mooncake');
    await page.getByRole('option').first().click();
    await page.waitForURL(site.url('/papers/mooncake/'));
    await page.keyboard.press('/');
    await page.getByRole('button', { name: 'Mooncake' }).click();
    await page.locator('.search[data-query="Mooncake"]').waitFor();
  });
}

async function fitsPhone(site: Browsing): Promise<void> {
  await site.visit('/', { width: 360, height: 700, touch: true }, async (page) => {
    await page.locator('[data-search-open]').tap();
    await search(page, 'prefill decode disaggregation');
    await page.getByText(/^筛选/).tap();
    const wide = await page.evaluate(() =>
      [...document.querySelectorAll('dialog, dialog *')]
        .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
        .map((element) => element.className),
    );
    assert.deepEqual(wide, []);
    await page.getByText(/^筛选/).tap();
    await page.locator('.search-paper').first().tap();
    await page.waitForURL(/\/papers\//);
  });
}

/** What axe says of the open dialog with an answer, results and filters, and of its empty and fruitless states. */
async function suitsScreenReaders(site: Browsing): Promise<void> {
  await site.visit('/weeks/10/', { theme: 'dark', reducedMotion: true }, async (page) => {
    await page.evaluate(`${axe.source}; undefined`);
    await page.keyboard.press('/');
    for (const query of ['', '张量并行', 'KV cache', 'qqqqzzzzxxxx']) {
      await search(page, query);
      const { violations } = await page.evaluate(() =>
        (globalThis as unknown as { axe: typeof axe }).axe.run('dialog', { resultTypes: ['violations'] }),
      );
      assert.deepEqual(
        violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
        [],
        `“${query}”`,
      );
    }
  });
}

async function withoutScript(site: Browsing): Promise<void> {
  await site.visit('/weeks/8/', { script: false }, async (page) => {
    await page.locator('[data-search-open]').click();
    await page.waitForURL(site.url('/search/'));
    assert.match((await page.locator('noscript').first().innerText()) ?? '', /JavaScript/);
    assert.ok((await page.locator('.search-without-script a').count()) > 20);
  });
}

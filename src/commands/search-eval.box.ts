import type { Page } from 'playwright-core';

export interface Asked {
  /** Slugs in the order in which the list shows their papers. */
  results: string[];
  /** Milliseconds from the last key to the first list for the query. */
  firstMs: number;
}

/** Opens the search dialog by its key, as a reader does. */
export async function openBox(page: Page): Promise<void> {
  await page.keyboard.press('/');
  await page.locator('dialog [role=combobox]').waitFor();
  await page.evaluate(watchBox);
}

/** Types a query into the open box and waits until the list stands still. */
export async function ask(page: Page, query: string): Promise<Asked> {
  const firstMs = await typeQuery(page, query);
  await page.waitForFunction(() => document.querySelector('dialog .search')?.getAttribute('data-state') === 'settled');
  const results = await page
    .locator('dialog [role=option]')
    .evaluateAll((options) =>
      options.flatMap((option) => /\/papers\/([^/]+)\//.exec((option as HTMLAnchorElement).pathname)?.[1] ?? []),
    );
  return { results: [...new Set(results)], firstMs };
}

/** Types a query and waits for its first list; the milliseconds between. */
export async function typeQuery(page: Page, query: string): Promise<number> {
  await page.locator('dialog [role=combobox]').fill('');
  await typeInto(page, query);
  await page.waitForFunction(() => Number(document.body.dataset['listAt']) > 0);
  return page.evaluate(() => Number(document.body.dataset['listAt']) - Number(document.body.dataset['typedAt']));
}

/** Latin letters key by key; Chinese as an input method commits it. */
async function typeInto(page: Page, query: string): Promise<void> {
  for (const part of query.match(/[\x20-\x7e]+|[^\x20-\x7e]+/g) ?? []) {
    if (/^[\x20-\x7e]/.test(part)) await page.keyboard.type(part);
    else await page.keyboard.insertText(part);
  }
}

/** In the page: notes when the last letter came, and when the list next changed, or said that there is nothing. */
function watchBox(): void {
  const { dataset } = document.body;
  document.addEventListener(
    'input',
    () => {
      dataset['typedAt'] = String(performance.now());
      dataset['listAt'] = '0';
      requestAnimationFrame(function look() {
        const search = document.querySelector('dialog .search');
        if (dataset['listAt'] !== '0') return;
        if (
          search?.getAttribute('data-query') === document.querySelector<HTMLInputElement>('dialog input')!.value &&
          search.getAttribute('data-state') !== 'loading'
        )
          dataset['listAt'] = String(performance.now());
        else requestAnimationFrame(look);
      });
    },
    true,
  );
}

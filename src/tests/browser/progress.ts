import assert from 'node:assert/strict';
import fs from 'node:fs/promises';
import type { Page } from 'playwright-core';
import type { Browsing } from '#tests/browser/harness/browsing.ts';

export const name = 'What a reader has read, reached and answered is kept on the device, and goes along as a file';
export const underSubPath = true;

const PAPER = '/papers/flashattention/';

export async function run(site: Browsing): Promise<void> {
  await site.visit(PAPER, {}, async (page) => {
    await reads(page);
    await findsAnswersAgain(page);
    await page.goto(site.url('/'));
    assert.match((await page.locator('.read-count').allTextContents()).join(''), /1 \/ \d+/, 'the list counts it');
    assert.equal(await page.locator('.week-papers .read-mark').count(), 1);
    await page.goto(site.url('/weeks/8/'));
    assert.equal(await page.locator('.reading-table .read-mark').count(), 1);
    await page.goto(site.url('/progress/'));
    await takesTheRecordAlong(page);
  });
}

async function reads(page: Page): Promise<void> {
  await page.locator('.choice[data-correct] input').first().check();
  const numeric = page.locator('numeric-quiz').first();
  await numeric.locator('input').fill('-1');
  await numeric.locator('input').press('Enter');
  await page.locator('.prose h2').last().scrollIntoViewIfNeeded();
  const button = page.locator('.mark-read button');
  await button.focus();
  await page.keyboard.press('Enter');
  assert.equal(await button.getAttribute('aria-pressed'), 'true');
  await page.waitForFunction(() => localStorage.getItem('reading-progress')?.includes('"reached"'));
}

async function findsAnswersAgain(page: Page): Promise<void> {
  await page.reload();
  assert.equal(await page.locator('.mark-read button').getAttribute('aria-pressed'), 'true');
  assert.ok(await page.locator('.choice[data-correct] input').first().isChecked());
  const numeric = page.locator('numeric-quiz').first();
  assert.equal(await numeric.locator('input').inputValue(), '-1');
  assert.equal(await numeric.locator('output').getAttribute('data-correct'), 'false');
}

async function takesTheRecordAlong(page: Page): Promise<void> {
  const row = page.locator('[data-slug="flashattention"]');
  const cells = () => row.locator('[data-cell]').allTextContents();
  const kept = await cells();
  const others = await page.locator('[data-slug="mooncake"] [data-cell]').allTextContents();
  assert.deepEqual(others, ['—', '—', '—'], 'nothing is said of what was not read');
  assert.match(kept[0]!, /^\d{4}-\d{2}-\d{2}$/);
  assert.match(kept[1]!, /%/);
  assert.match(kept[2]!, /2.*1/, 'two answered, one right');
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('[data-do="export"]').click()]);
  const file = await download.path();
  page.once('dialog', (dialog) => void dialog.accept());
  await page.locator('[data-do="clear"]').click();
  assert.deepEqual([...new Set(await cells())], ['—'], 'cleared');
  const importFile = async (contents: string) => {
    await page.locator('input[type="file"]').setInputFiles({
      name: 'reading-progress.json',
      mimeType: 'application/json',
      buffer: Buffer.from(contents),
    });
    await page.waitForFunction(() => document.querySelector('.progress-tools output')!.textContent !== '');
  };
  await importFile('no record');
  assert.deepEqual([...new Set(await cells())], ['—'], 'a wrong file changes nothing');
  await importFile(await fs.readFile(file, 'utf8'));
  await page.waitForFunction(() => document.querySelector('[data-slug="flashattention"] a[href*="#"]') !== null);
  assert.deepEqual(await cells(), kept, 'the record is back');
}

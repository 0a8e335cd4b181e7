import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import type { Browsing } from '#tests/browser/harness/browsing.ts';

export const name =
  'A page prints with answers in an appendix, links as notes and bookmarks, and is as before afterwards';

const PAPER = '/papers/flashattention/';

export async function run(site: Browsing): Promise<void> {
  await site.visit(PAPER, { print: true }, async (page) => {
    const before = await state(page);
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await answersStandApart(page);
    await linksAreNoted(page);
    await nothingIsCut(page);
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    assert.deepEqual(await state(page), before, 'the page is as it was');
  });
  await site.visit(PAPER, {}, async (page) => {
    const pdf = (await page.pdf({ preferCSSPageSize: true, outline: true, tagged: true })).toString('latin1');
    const headings = await page.locator('.paper-body h2').count();
    const bookmarks = pdf.match(/\/Title /g)?.length ?? 0;
    assert.ok(bookmarks >= headings, `${bookmarks} bookmarks for ${headings} headings`);
  });
}

/** What printing changes: the words, the folded parts, the elements. */
const state = (page: Page) =>
  page.evaluate(() => ({
    words: document.querySelector('main')!.textContent!.length,
    open: document.querySelectorAll('details[open]').length,
    elements: document.querySelectorAll('main *').length,
    classes: document.body.className,
  }));

async function answersStandApart(page: Page): Promise<void> {
  const seen = await page
    .locator('.quiz[id] :is(.choice-feedback, details)')
    .evaluateAll((all) => all.filter((e) => e.checkVisibility()).length);
  assert.equal(seen, 0, 'no answer stands at its question');
  const [questions, answers] = [page.locator('.quiz[id]'), page.locator('.print-appendix .print-question')];
  assert.equal(await answers.count(), await questions.count());
  assert.ok((await page.locator('.print-appendix .print-choice').count()) >= 3, 'every choice has its why');
}

async function linksAreNoted(page: Page): Promise<void> {
  const marks = await page.locator('.print-mark').allTextContents();
  const listed = await page.locator('.print-links li').allTextContents();
  assert.ok(listed.length > 5);
  assert.deepEqual(new Set(marks), new Set(listed.map((_, i) => `[${i + 1}]`)), 'marks and list agree');
  assert.ok(
    listed.every((address) => address.startsWith('https://')),
    'addresses are the published ones',
  );
}

/** Whatever scrolls on a screen must fit the paper. */
async function nothingIsCut(page: Page): Promise<void> {
  await page.setViewportSize({ width: 658, height: 900 });
  const cut = await page
    .locator('.equation-body, .table-scroll, .canvas')
    .evaluateAll((boxes) =>
      boxes
        .filter((box) => box.checkVisibility() && box.scrollWidth > box.clientWidth + 1)
        .map((box) => box.textContent!.slice(0, 60)),
    );
  assert.deepEqual(cut, [], 'wider than the paper');
}

import assert from 'node:assert/strict';
import fs from 'node:fs/promises';
import { parseHTML } from 'linkedom';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import type { Browsing } from '#tests/browser/harness/browsing.ts';

export const name =
  'Headings, equations, figures and questions offer their link in every format, figures their picture';
export const underSubPath = true;

const PAPER = '/papers/flashattention/';

export async function run(site: Browsing): Promise<void> {
  await site.visit(PAPER, { clipboard: true }, async (page) => {
    await copiesByKeyboard(page, site.url(PAPER));
    for (const place of ['.equation', 'figure.figure', '.quiz', '.discussion li'])
      await linksTo(page, place, site.url(PAPER));
  });
  await site.visit(PAPER, {}, downloadsPictures);
  await site.visit(PAPER, { script: false }, async (page) => {
    const hashes = await page.locator('a.linkable').evaluateAll((all) => all.map((a) => (a as HTMLAnchorElement).hash));
    const missing = await page.evaluate((ids) => ids.filter((id) => !document.getElementById(id.slice(1))), hashes);
    assert.ok(
      hashes.length > 20 && missing.length === 0,
      `without script the anchors lead to their places: ${missing}`,
    );
  });
}

const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

async function copiesByKeyboard(page: Page, address: string): Promise<void> {
  const heading = page.locator('h2#tiling a.linkable, .prose h2 a.linkable').first();
  const url = address + (await heading.getAttribute('href'));
  const name = `FlashAttention，${(await heading.textContent())!.trim()}`;
  const written = [
    url,
    `[${name}](${url})`,
    `\\href{${url.replace('#', '\\#')}}{${name}}`,
    `<a href="${url}">${name}</a>`,
  ];
  for (const [i, expected] of written.entries()) {
    await heading.focus();
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'menuitem');
    for (let step = 0; step < i; step++) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelector('.link-menu') === null);
    assert.equal(await clipboard(page), expected);
  }
  await heading.focus();
  await page.keyboard.press('Enter');
  await page.waitForSelector('.link-menu');
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => document.querySelector('.link-menu') === null);
  assert.ok(await heading.evaluate((a) => a === document.activeElement), 'Escape gives the focus back');
}

/** The first such place offers a link to its own id, and the page has no menu left when it is closed. */
async function linksTo(page: Page, place: string, address: string): Promise<void> {
  const element = page.locator(`${place}:has(a.linkable)`).first();
  await element.locator('a.linkable').last().click();
  await page.locator('.link-menu button').first().click();
  assert.equal(await clipboard(page), `${address}#${await element.getAttribute('id')}`);
  await page.waitForFunction(() => document.querySelector('.link-menu') === null);
}

async function downloadsPictures(page: Page): Promise<void> {
  const figure = page.locator('figure.figure').first();
  const caption = (await figure.locator('figcaption .numbered').textContent())!.trim();
  const download = async (format: string) => {
    await figure.locator('figcaption .linkable').click();
    const item = page.locator('.link-menu button', { hasText: format });
    const [file] = await Promise.all([page.waitForEvent('download'), item.click()]);
    assert.match(file.suggestedFilename(), new RegExp(`^flashattention-.+\\.${format.toLowerCase()}$`));
    return fs.readFile(await file.path());
  };
  const svg = (await download('SVG')).toString();
  const { document } = parseHTML(svg);
  const words = [...document.querySelectorAll('text')].map((text) => text.textContent);
  assert.ok(
    words.includes(caption) && words.some((line) => line!.includes(page.url().split('#')[0]!)),
    'caption and credit',
  );
  assert.doesNotMatch(
    svg,
    /class=|var\(--|url\(["']?(?!#|data:)/,
    'nothing is left that the file does not hold itself',
  );

  const { data, info } = await sharp(await download('PNG'))
    .raw()
    .toBuffer({ resolveWithObject: true });
  const colours = new Set<number>();
  for (let i = 0; i < data.length; i += info.channels)
    colours.add((data[i]! << 16) | (data[i + 1]! << 8) | data[i + 2]!);
  assert.ok(info.width > 1500 && colours.size > 50, `a picture of ${info.width} pixels with ${colours.size} colours`);
}

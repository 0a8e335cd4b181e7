/**
 * `npm run pdf [-- slug … week-N …]`: prints the built site to paper copies, one PDF for each paper and each week (a
 * week's holds its page and all its papers), with bookmarks, into pdf/. Needs an installed Chromium.
 */
import fs from 'node:fs';
import path from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { requireChromium } from '#tests/browser/harness/chromium.ts';
import { serveSite } from '#tests/browser/harness/serve-site.ts';
import { site } from '#site.ts';
import { bindWeek } from './pdf.week.ts';

const OUTPUT = path.resolve('pdf');

const wanted = process.argv.slice(2);
const served = await serveSite({ folder: process.env['SITE_OUTPUT'] ?? 'dist', base: site.base });
const copies = served.pages.flatMap((page) => {
  const [, kind, name] = /^\/(papers|weeks)\/([^/]+)\/$/.exec(page) ?? [];
  if (kind === undefined) return [];
  const file = kind === 'weeks' ? `week-${name}` : name!;
  return wanted.length === 0 || wanted.includes(file) ? [{ page, file, isWeek: kind === 'weeks' }] : [];
});
const unknown = wanted.filter((name) => !copies.some(({ file }) => file === name));
if (unknown.length > 0) throw new Error(`The built site has no paper or week called ${unknown.join(', ')}.`);

const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
const browser = await chromium.launch({ executablePath: requireChromium(), args: [...root, '--disable-gpu'] });
fs.mkdirSync(OUTPUT, { recursive: true });
for (const { page, file, isWeek } of copies) {
  const sheet = await browser.newPage();
  await sheet.goto(`${served.origin}${served.base}${page.slice(1)}`, { waitUntil: 'networkidle' });
  if (isWeek) await sheet.evaluate(bindWeek);
  await print(sheet, path.join(OUTPUT, `${file}.pdf`));
  await sheet.close();
  console.log(path.relative('.', path.join(OUTPUT, `${file}.pdf`)));
}
await browser.close();
served.close();

/** The page's own print styles give size and margins; headings become the bookmarks. */
async function print(sheet: Page, file: string): Promise<void> {
  await sheet.pdf({ path: file, preferCSSPageSize: true, printBackground: true, outline: true, tagged: true });
}

/**
 * `npm run browser [-- part of a file name …]`: runs the browser tests, the files of src/tests/browser, against the
 * built site. Tests that ask for it run on the site under a sub-path too, where that has been built (`npm test` does).
 */
import fs from 'node:fs';
import path from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { createBrowsing, type BrowserTest } from './browsing.ts';
import { requireChromium } from './chromium.ts';
import { serveSite, type RunningSite } from './serve-site.ts';
import { TimeLimit, within } from './time-limit.ts';

const ROOT_SITE = { folder: 'dist', base: '/' };
const SUB_PATH_SITE = { folder: '.cache/sub-path', base: '/course/llm/' };

/** Milliseconds. The slowest test takes about 100 s on two cores. */
const LONGEST_TEST = 300_000;

const folder = path.resolve(import.meta.dirname, '..');
const wanted = process.argv.slice(2);
const files = fs
  .readdirSync(folder)
  .filter((name) => name.endsWith('.ts') && (wanted.length === 0 || wanted.some((part) => name.includes(part))));
if (files.length === 0)
  fail(
    `No browser test is called ${wanted.join(' or ')}. Tests: ${fs
      .readdirSync(folder)
      .filter((name) => name.endsWith('.ts'))
      .join(', ')}`,
  );

const sites = await Promise.all(
  [ROOT_SITE, SUB_PATH_SITE].filter((site) => site === ROOT_SITE || fs.existsSync(site.folder)).map(serveSite),
).catch((error: Error) => fail(error.message));
const executablePath = browserPath();
let browser = await launch();
let failed = 0;
for (const file of files) {
  const test = (await import(path.join(folder, file))) as BrowserTest;
  for (const site of test.underSubPath ? sites : sites.slice(0, 1)) if (!(await passes(test, site))) failed++;
}
await within(10_000, browser.close()).catch(() => undefined);
for (const site of sites) site.close();
// Not exitCode: what a browser that hung has left must not keep this process alive.
process.exit(failed === 0 ? 0 : 1);

/** Runs a test and prints how it went. A test that hangs, as headless browsers now and then do, runs once more in a new browser. */
async function passes(test: BrowserTest, site: RunningSite): Promise<boolean> {
  const begun = performance.now();
  const name = `${test.name}${site.base === '/' ? '' : ` (under ${site.base})`}`;
  const attempt = () => within(LONGEST_TEST, test.run(createBrowsing(browser, site)));
  const error = await attempt()
    .catch(async (thrown: unknown) => {
      if (!(thrown instanceof TimeLimit)) throw thrown;
      console.log(`… ${name}: ${thrown.message}. Once more, in a new browser.`);
      await within(10_000, browser.close()).catch(() => undefined);
      browser = await launch();
      await attempt();
    })
    .then(
      () => undefined,
      (thrown: unknown) => (thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)),
    );
  console.log(
    `${error === undefined ? '✓' : '✗'} ${name} (${((performance.now() - begun) / 1000).toFixed(1)} s)${error === undefined ? '' : `\n${error.replace(/^/gm, '    ')}`}`,
  );
  return error === undefined;
}

function launch(): Promise<Browser> {
  return chromium.launch({ executablePath, args: browserArguments() });
}

function browserPath(): string {
  try {
    return requireChromium();
  } catch (error) {
    return fail((error as Error).message);
  }
}

/** Chromium's own sandbox does not work for root, as in most containers. */
function browserArguments(): string[] {
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return [
    ...sandbox,
    '--disable-gpu',
    '--disable-dev-shm-usage',
    '--disable-background-networking',
    '--disable-component-update',
  ];
}

function fail(reason: string): never {
  console.error(reason);
  process.exit(1);
}

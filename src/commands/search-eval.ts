/**
 * `npm run search:eval -- --queries FILE`: how well search finds what is meant. Types each query of FILE (lines of
 * `query ⇥ slug|slug`) into the search box of the built site in a real browser, and prints the share of queries whose
 * first result is right, the misses, and what a first search costs.
 */
import fs from 'node:fs';
import type { Socket } from 'node:net';
import { parseArgs } from 'node:util';
import { chromium, type Browser } from 'playwright-core';
import { createStaticServer } from '#build/hosting/static-server.ts';
import { requireChromium } from '#tests/browser/harness/chromium.ts';
import { site } from '#site.ts';
import { ask, openBox, typeQuery, type Asked } from './search-eval.box.ts';
import { placeOf, readQueries, scorePlaces, type Query } from './search-eval.queries.ts';
import { listen } from './serve.listen.ts';

const { values } = parseArgs({
  options: {
    queries: { type: 'string', default: 'src/tests/search/queries.tsv' },
    folder: { type: 'string', default: 'dist' },
  },
});
/** Queries asked in a browser that has nothing cached. */
const COLD = 6;

const queries = readQueries(fs.readFileSync(values.queries, 'utf8'));
const server = createStaticServer({ folder: values.folder, base: site.base });
const sockets: Socket[] = [];
server.on('connection', (socket) => sockets.push(socket));
const address = `http://localhost:${await listen(server, 0, 'localhost')}${site.base}`;
const browser = await chromium.launch({ executablePath: requireChromium(), args: ['--no-sandbox'] });
try {
  report(queries, await askAll(browser));
  await reportCost(browser, queries);
} finally {
  await browser.close();
  server.close();
}

async function askAll(browser: Browser): Promise<Asked[]> {
  const page = await browser.newPage();
  await page.goto(address);
  await openBox(page);
  const asked: Asked[] = [];
  for (const { text } of queries) asked.push(await ask(page, text));
  await page.close();
  return asked;
}

function report(queries: readonly Query[], asked: readonly Asked[]): void {
  const places = asked.map(({ results }, i) => placeOf(queries[i]!, results));
  const { hit1, hit3, mrr } = scorePlaces(places);
  for (const [i, place] of places.entries()) {
    if (place === 1) continue;
    const { text, accepted } = queries[i]!;
    console.log(
      `${place === undefined ? 'not found' : `place ${place}`}  ${text}\n    wanted ${accepted.join(' | ')}\n    got    ${asked[i]!.results.slice(0, 5).join(', ') || 'nothing'}`,
    );
  }
  const times = asked.map(({ firstMs }) => firstMs).sort((a, b) => a - b);
  console.log(`
queries        ${queries.length}
hit@1          ${hit1.toFixed(3)}
hit@3          ${hit3.toFixed(3)}
MRR            ${mrr.toFixed(3)}
zero results   ${asked.filter(({ results }) => results.length === 0).length}
first results  ${times[Math.floor(times.length / 2)]!.toFixed(0)} ms after the last key (median), ${times.at(-1)!.toFixed(0)} ms (slowest)`);
}

/** What a first search costs a reader whose browser has nothing of the site cached but the page they are on. */
async function reportCost(browser: Browser, queries: readonly Query[]): Promise<void> {
  console.log(`\nA first search on a page just loaded, from the last key to the first results:`);
  const step = Math.max(1, Math.floor(queries.length / COLD));
  for (const { text } of queries.filter((_, i) => i % step === 0).slice(0, COLD)) {
    const page = await browser.newPage();
    await page.goto(address, { waitUntil: 'networkidle' });
    const before = transferred();
    await openBox(page);
    const firstMs = await typeQuery(page, text);
    const first = transferred() - before;
    await ask(page, text);
    const all = transferred() - before;
    await page.context().close();
    console.log(
      `${firstMs.toFixed(0).padStart(6)} ms, ${kilobytes(first)} KB; with the pages' text ${kilobytes(all)} KB  ${text}`,
    );
  }
}

/** Bytes that the server has sent, headers included. */
function transferred(): number {
  return sockets.reduce((sum, socket) => sum + socket.bytesWritten, 0);
}

function kilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(0).padStart(4);
}

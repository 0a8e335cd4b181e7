import assert from 'node:assert/strict';
import type { Browsing } from './harness/browsing.ts';

export const name =
  'Missing pages say so, old links without the slash still lead there, and embeds alone may be framed';
export const underSubPath = true;

export async function run(site: Browsing): Promise<void> {
  await site.visit('/papers/no-such-paper/', {}, async (page) => {
    assert.match(await page.locator('h1').innerText(), /404/);
    await page.locator('main a').first().click();
    await page.waitForURL(site.url('/search/'));
  });
  const answers = (path: string) => fetch(site.url(path), { redirect: 'manual' });
  assert.equal((await answers('/papers/no-such-paper/')).status, 404);
  const slashless = await answers('/weeks/8');
  assert.deepEqual(
    [slashless.status, new URL(slashless.headers.get('location')!, site.url('/')).href],
    [301, site.url('/weeks/8/')],
  );
  for (const page of site.pages) {
    const policy = (await answers(page)).headers.get('content-security-policy') ?? '';
    assert.match(policy, /default-src 'none'/, `${page} has no policy`);
    assert.equal(/frame-ancestors 'self'/.test(policy), !page.startsWith('/embed/'), `${page}: who may frame it`);
  }
}

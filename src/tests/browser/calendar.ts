import assert from 'node:assert/strict';
import fs from 'node:fs/promises';
import ICAL from 'ical.js';
import type { Browsing } from '#tests/browser/harness/browsing.ts';

export const name = 'A week page writes the calendar of its week for the term that the instructor gives';

export async function run(site: Browsing): Promise<void> {
  await site.visit('/weeks/10/', {}, async (page) => {
    const form = page.locator('.week-calendar');
    await form.locator('input').fill('2026-09-07');
    const [download] = await Promise.all([page.waitForEvent('download'), form.locator('button').click()]);
    assert.equal(download.suggestedFilename(), 'week-10.ics');
    const calendar = new ICAL.Component(ICAL.parse(await fs.readFile(await download.path(), 'utf8')));
    const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent')!);
    assert.equal(event.startDate.toString(), '2026-11-09', 'week 10 begins nine weeks after week 1');
    assert.match(event.description, /\/papers\/mooncake\//, 'the event links its readings');
    await page.reload();
    assert.equal(await form.locator('input').inputValue(), '2026-09-07', 'the first day of the term is remembered');
  });
}

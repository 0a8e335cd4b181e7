import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import type { Browsing } from '#tests/browser/harness/browsing.ts';

export const name = 'Every lab answers to the keyboard, keeps its state in the address, and stands alone';

/**
 * Milliseconds in which a slider's move is drawn, on a processor slowed down four times. Beside other gates a clock says
 * more about the machine than about the lab, so this is held only when asked for, alone: LAB_TIMING=1 npm run browser -- labs
 */
const REDRAW = 50;
const SLOWDOWN = 4;

export async function run(site: Browsing): Promise<void> {
  assert.ok(site.labs.length > 0, 'there are labs to test');
  await site.each(site.labs, async (lab) => {
    await firstFrameWithoutScript(site, lab);
    await controlsByKeyboard(site, lab);
    await fingersAndNarrowScreens(site, lab);
    await embedded(site, lab);
  });
}

const awake = async (page: Page, lab: string): Promise<Locator> => {
  const island = page.locator(`[data-lab="${lab}"]`);
  await island.scrollIntoViewIfNeeded();
  await page.locator(`[data-lab="${lab}"][data-awake]`).waitFor();
  return island;
};

/** The picture, its sentence and its numbers as text: what must change when a control moves. */
const shown = (island: Locator): Promise<string> =>
  island.evaluate(
    (node) =>
      (node.querySelector('.lab-view')?.innerHTML ?? '') + (node.querySelector('.lab-summary')?.textContent ?? ''),
  );

async function firstFrameWithoutScript(site: Browsing, lab: string): Promise<void> {
  const still = await site.visit(`/embed/${lab}/`, { script: false }, async (page) => {
    const island = page.locator(`[data-lab="${lab}"]`);
    assert.ok((await island.locator('.lab-view svg').count()) > 0, `${lab} draws its first frame without script`);
    assert.ok(
      await island.locator('.lab-controls :is(input, button)').first().isDisabled(),
      `${lab} shows no control that does nothing`,
    );
    return island.locator('.lab-summary').textContent();
  });
  const live = await site.visit(`/embed/${lab}/`, {}, async (page) =>
    (await awake(page, lab)).locator('.lab-summary').textContent(),
  );
  assert.equal(live, still, `${lab} says the same before and after it wakes`);
}

async function controlsByKeyboard(site: Browsing, lab: string): Promise<void> {
  await site.visit(`/embed/${lab}/`, {}, async (page) => {
    const island = await awake(page, lab);
    const inputs = island.locator('.lab-controls input');
    const said = () => island.locator('.lab-summary').textContent();
    const before = await said();
    const moved: string[] = [];
    for (let i = 0; i < (await inputs.count()); i++) {
      if (await moves(page, island, inputs.nth(i))) moved.push((await inputs.nth(i).getAttribute('id')) ?? String(i));
    }
    assert.ok(moved.length > 0, `${lab}: some control changes the picture`);
    const address = new URL(page.url());
    assert.ok(address.searchParams.has(lab), `${lab}: the state stands in the address`);
    const after = await said();
    await page.reload();
    await awake(page, lab);
    assert.equal(await said(), after, `${lab}: the address brings the state back`);
    await island.locator('.lab-tools button').first().click();
    assert.equal(await said(), before, `${lab}: reset returns to the first frame`);
    if (process.env['LAB_TIMING']) await redrawsInTime(page, island, lab);
  });
}

/** Moves one control by keyboard; whether the picture or its words changed. */
async function moves(page: Page, island: Locator, input: Locator): Promise<boolean> {
  const before = await shown(island);
  await input.focus();
  const type = await input.getAttribute('type');
  if (type === 'range') {
    const end = await input.evaluate((node: HTMLInputElement) => node.valueAsNumber === Number(node.max));
    await page.keyboard.press(end ? 'ArrowLeft' : 'ArrowRight');
  } else if (type === 'checkbox' || !(await input.isChecked())) await page.keyboard.press('Space');
  return (await shown(island)) !== before;
}

async function redrawsInTime(page: Page, island: Locator, lab: string): Promise<void> {
  const slider = island.locator('.lab-controls input[type=range]').last();
  if ((await slider.count()) === 0) return;
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  const times = await slider.evaluate(async (node: HTMLInputElement) => {
    const taken: number[] = [];
    for (let i = 0; i < 9; i++) {
      if (node.valueAsNumber === Number(node.max)) node.value = node.min;
      else node.stepUp();
      const start = performance.now();
      node.dispatchEvent(new Event('input', { bubbles: true }));
      await new Promise<void>((done) => queueMicrotask(() => queueMicrotask(() => setTimeout(done))));
      taken.push(performance.now() - start);
    }
    return taken.sort((a, b) => a - b);
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  const median = times[4]!;
  assert.ok(
    median < REDRAW,
    `${lab}: a slider's move takes ${median.toFixed(0)} ms at ${SLOWDOWN}× slowdown, over ${REDRAW}`,
  );
}

async function fingersAndNarrowScreens(site: Browsing, lab: string): Promise<void> {
  await site.visit(`/embed/${lab}/`, { width: 360, touch: true }, async (page) => {
    const island = await awake(page, lab);
    const small = await island
      .locator('.lab-controls :is(button, label, input[type=range])')
      .evaluateAll((nodes) =>
        nodes
          .filter(
            (n) =>
              n.getClientRects().length > 0 && n.getBoundingClientRect().height < 43 && !n.matches('.control-head'),
          )
          .map((n) => n.outerHTML.slice(0, 80)),
      );
    assert.deepEqual(small, [], `${lab}: every control is tall enough for a finger`);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(wide <= 0, `${lab}: nothing sticks out at 360 px (${wide} px do)`);
  });
}

async function embedded(site: Browsing, lab: string): Promise<void> {
  await site.visit('/404.html', { allow: (message) => message.includes('404') }, async (page) => {
    const height = await page.evaluate(
      (src) =>
        new Promise<number>((done) => {
          addEventListener('message', ({ data }) => data?.type === 'lab-height' && done(data.height as number));
          const frame = document.createElement('iframe');
          frame.src = src;
          document.body.append(frame);
        }),
      site.url(`/embed/${lab}/`),
    );
    assert.ok(height > 200, `${lab}: an embedded lab tells its height`);
  });
}

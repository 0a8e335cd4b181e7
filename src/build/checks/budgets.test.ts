import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { budgets } from './budgets.ts';
import { scriptsAtOnce, scriptsWithLab } from './loads.ts';
import { find, html, siteOf } from './testing/site-of.ts';

/** Text that no compression makes shorter than about `kilobytes`. */
const noise = (kilobytes: number) => `/*${randomBytes(kilobytes * 750).toString('base64')}*/`;

it('passes a page within its budget', () => {
  const page = html('', '<link rel="stylesheet" href="/a.css"><script type="module" src="/a.js"></script>');
  expect(find(budgets, { 'papers/zero/index.html': page, 'a.css': noise(9), 'a.js': noise(9) })).toEqual([]);
});

it('weighs what a page loads as it opens: scripts with their imports, styles, fonts', () => {
  const page = html('', '<link rel="stylesheet" href="/a.css"><script type="module" src="/a.js"></script>');
  const css = `@font-face{font-family:Serif;src:url(/serif.woff2)}${noise(20)}`;
  const found = find(budgets, {
    'papers/zero/index.html': page,
    'a.css': css,
    'a.js': 'import"./b.js";',
    'b.js': noise(20),
    'serif.woff2': randomBytes(50_000),
  });
  expect(found.map((line) => line.replace(/[\d.]+ KB/, 'n KB'))).toEqual([
    '/papers/zero/: loads n KB of scripts; the budget is 12 KB',
    '/papers/zero/: loads n KB of styles; the budget is 14 KB',
    '/papers/zero/: loads n KB of fonts; the budget is 40 KB',
  ]);
});

it('weighs a math face only on pages whose formulas use it', () => {
  const css = '.katex .mathbb{font-family:KaTeX_AMS}@font-face{font-family:KaTeX_AMS;src:url(/ams.woff2)}';
  const page = (formula: string) =>
    html(
      `<span class="katex"><span class="katex-html">${formula}</span></span>`,
      '<link rel="stylesheet" href="/a.css">',
    );
  const files = { 'a.css': css, 'ams.woff2': randomBytes(50_000) };
  expect(find(budgets, { ...files, 'index.html': page('<span class="mord mathbb">R</span>') })).toEqual([
    '/: loads 50.0 KB of fonts; the budget is 40 KB',
  ]);
  expect(find(budgets, { ...files, 'index.html': page('<span class="mord">R</span>') })).toEqual([]);
});

describe('labs', () => {
  const files = {
    'embed/grid/index.html': html('<div data-lab="grid"></div>', '<script type="module" src="/js/wake.js"></script>'),
    'js/wake.js':
      'import{p}from"./preload.js";var m={"../grid/lab.tsx":()=>p(()=>import(`./lab.1.js`),d([0])),"../tiles/lab.tsx":()=>p(()=>import(`./lab.2.js`),d([1]))};p(()=>import(`./frame.js`))',
    'js/preload.js': '',
    'js/lab.1.js': 'import{x}from"./shared.js"',
    'js/lab.2.js': '',
    'js/frame.js': 'import{x}from"./shared.js"',
    'js/shared.js': '',
  };
  const site = siteOf(files);
  const page = site.pages[0]!;

  it('cost nothing until they wake', () => {
    expect([...scriptsAtOnce(site, page)]).toEqual(['js/wake.js', 'js/preload.js']);
  });

  it('then cost their own chunk, the frame and what both share, but not other labs', () => {
    expect([...scriptsWithLab(site, page, 'grid')].sort()).toEqual([
      'js/frame.js',
      'js/lab.1.js',
      'js/preload.js',
      'js/shared.js',
      'js/wake.js',
    ]);
  });

  it('fail over their budget', () => {
    expect(find(budgets, { ...files, 'js/shared.js': noise(40) })).toEqual([
      expect.stringMatching(/^\/embed\/grid\/: loads [\d.]+ KB of scripts with its lab; the budget is 30 KB$/),
    ]);
  });
});

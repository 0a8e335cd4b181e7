import { expect, it } from 'vitest';
import { missingPages, packWeek } from './week-package.ts';

const site = (change: Record<string, string> = {}) =>
  new Map(
    Object.entries({
      'weeks/8/index.html': 'week',
      'papers/zero/index.html': 'zero',
      'papers/orca/index.html': 'orca',
      'glossary/index.html': 'terms',
      'progress/index.html': 'progress',
      '_astro/a.1.js': 'script',
      '_astro/b.2.woff2': 'font',
      'theme.js': 'theme',
      'papers/zero.bib': 'bib',
      'cards/site.png': 'card',
      ...change,
    }).map(([name, text]) => [name, Buffer.from(text)]),
  );

it('holds the week, its papers and what pages share, by their addresses, and no other page', () => {
  const pack = packWeek(8, ['zero'], site());
  expect(Object.keys(pack.files).sort()).toEqual(
    ['_astro/a.1.js', '_astro/b.2.woff2', 'glossary/', 'papers/zero/', 'progress/', 'theme.js', 'weeks/8/'].sort(),
  );
  expect(pack.bytes).toBe(Buffer.byteLength('weekzerotermsprogressscriptfonttheme'));
  expect(missingPages(pack, ['zero'])).toEqual([]);
  expect(missingPages(packWeek(8, ['zero', 'gone'], site()), ['zero', 'gone'])).toEqual(['papers/gone/']);
});

it('has a version that changes with its own files alone', () => {
  const version = (change?: Record<string, string>) => packWeek(8, ['zero'], site(change)).version;
  expect(version()).toBe(version());
  expect(version({ 'papers/orca/index.html': 'changed' })).toBe(version());
  expect(version({ 'papers/zero/index.html': 'changed' })).not.toBe(version());
  expect(version({ '_astro/c.3.css': 'new' })).not.toBe(version());
});

import { expect, it } from 'vitest';
import { links } from './links.ts';
import { find, html } from './testing/site-of.ts';

const other = html('<h2 id="tiling">分块</h2>');

it('passes links to pages, fragments, files and other sites', () => {
  const body =
    '<a href="/papers/zero/#tiling">1</a><a href="#here">2</a><p id="here"></p><a href="../x.bib">3</a><a href="https://arxiv.org/abs/1">4</a><a href="mailto:a@b.c">5</a><a href="#top">6</a>';
  expect(find(links, { 'weeks/index.html': html(body), 'papers/zero/index.html': other, 'x.bib': '' })).toEqual([]);
});

it.each([
  ['/papers/one/', 'leads to no file'],
  ['/papers/zero', 'leads to no file'],
  ['https://example.org/gone/', 'leads to no file'],
  ['/papers/zero/#tilling', 'there is no id “tilling” on that page'],
  ['#nowhere', 'there is no id “nowhere” on that page'],
  ['http://[', 'is not an address'],
])('finds the broken link %s', (href, what) => {
  const found = find(links, { 'index.html': html(`<a href="${href}">x</a>`), 'papers/zero/index.html': other });
  expect(found).toEqual([expect.stringContaining(what)]);
});

it.each([
  '<img src="/no.png" alt="">',
  '<script src="/no.js"></script>',
  '<img alt="" srcset="/ok.png 1x, /no.png 2x">',
  '<svg><use href="/no.svg"></use></svg>',
])('finds the missing file of %s', (body) => {
  expect(find(links, { 'index.html': html(body), 'ok.png': '' })).toEqual([
    expect.stringContaining('leads to no file'),
  ]);
});

it('finds links that leave the base of a site under a sub-path', () => {
  const files = {
    'index.html': html('<a href="/papers/zero/">x</a><a href="/llm/papers/zero/">y</a>'),
    'papers/zero/index.html': other,
  };
  expect(find(links, files, '/llm/')).toEqual(["/: “/papers/zero/” leaves the site's base /llm/"]);
});

it('reads fragments and paths that are percent-encoded', () => {
  expect(find(links, { 'index.html': html('<a href="#%E8%A1%A8">x</a><p id="表"></p>') })).toEqual([]);
});

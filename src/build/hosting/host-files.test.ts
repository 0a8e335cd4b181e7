import { expect, it } from 'vitest';
import { headerRules, headersFor } from './headers.ts';
import { headersFile, nginxFile, parseHeadersFile, redirectsFile } from './host-files.ts';

const rules = headerRules(['', 'weeks/3/', 'weeks/8/', 'papers/zero/', 'embed/grid/', '404/']);
const policyOf = (path: string) => headersFor(path, rules)['Content-Security-Policy'] ?? '';

it('sends the policy with everything', () => {
  for (const path of ['', 'papers/zero/', 'embed/grid/', '_astro/a.js', 'pagefind/pagefind.js'])
    expect(policyOf(path)).toMatch(/^default-src 'none'/);
});

it('lets only the pages that are made for it be framed', () => {
  for (const path of ['', 'weeks/3/', 'papers/zero/', '404.html'])
    expect(policyOf(path)).toContain("frame-ancestors 'self'");
  expect(policyOf('embed/grid/')).not.toContain('frame-ancestors');
});

it('lets files with their contents in their names be kept for ever, and no others', () => {
  expect(headersFor('_astro/a.Bc12.js', rules)['Cache-Control']).toContain('immutable');
  expect(headersFor('theme.js', rules)['Cache-Control']).toBeUndefined();
});

it('reads back the headers file that it writes', () => {
  for (const base of ['/', '/course/llm/']) expect(parseHeadersFile(headersFile(rules, base), base)).toEqual(rules);
});

it('repeats in each nginx location what holds everywhere, because nginx does not inherit it', () => {
  const locations = nginxFile(rules, '/llm/').match(/location [^}]*\}/g) ?? [];
  expect(locations.map((location) => location.split('\n')[0])).toEqual(
    expect.arrayContaining([
      'location /llm/ {',
      'location /llm/_astro/ {',
      'location /llm/weeks/ {',
      'location = /llm/index.html {',
      'location = /llm/404.html {',
    ]),
  );
  for (const location of locations) expect(location).toContain("Content-Security-Policy \"default-src 'none'");
});

it('leads addresses under a sub-path to the files on hosts that serve them at the root', () => {
  expect(redirectsFile('/')).toBeUndefined();
  expect(redirectsFile('/course/llm/')).toBe('/ /course/llm/ 302\n/course/llm/* /:splat 200\n');
});

import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ASTRO, copyProject } from './testing/project-copy.ts';
import { ALPHA, BETA, createFixture, TOPICS, type Fixture } from './content/testing/fixture.ts';

/** Real builds of the tiny corpus: one that is sound, and one that an author has spoilt. */
const MARKUP = '<img src=x onerror=alert(1)>';
let site: Fixture;

function build() {
  const env = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', NODE_ENV: 'production', VITEST: '' };
  const { status, stdout, stderr } = spawnSync(process.execPath, [ASTRO, 'build'], {
    cwd: site.root,
    env,
    encoding: 'utf8',
  });
  return { status, output: stdout + stderr };
}

/** Every file of dist/ with its time of change. */
function dist(): Record<string, number> {
  const folder = path.join(site.root, 'dist');
  const files = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return Object.fromEntries(files.map((file) => [file, fs.statSync(path.join(folder, file)).mtimeMs]));
}

beforeAll(() => {
  site = createFixture();
  // The lab of the fixture is a name without an implementation.
  site.remove('src/labs/demo/lab.tsx');
  site.edit(ALPHA, '<Lab id="demo">\n<Caption>动手。</Caption>\n</Lab>\n', '');
  site.edit(ALPHA, 'contribution: 一句话说清 Alpha。', `contribution: "${MARKUP}"`);
  site.edit(ALPHA, 'readingQuestions: [为什么？]', `readingQuestions: ["${MARKUP}"]`);
  site.edit(ALPHA, 'keywords: [Alpha-1', `keywords: ["${MARKUP}"`);
  site.edit(TOPICS, 'meaning: 看哪里。', `meaning: "${MARKUP}"`);
  copyProject(site.root);
  expect(build()).toMatchObject({ status: 0 });
}, 120_000);
afterAll(() => fs.rmSync(site.root, { recursive: true }));

const page = (file: string) => parseHTML(fs.readFileSync(path.join(site.root, 'dist', file), 'utf8')).document;

describe('a sound build', () => {
  it.each(['papers/alpha/index.html', 'weeks/1/index.html', 'topics/attention/index.html', 'topics/index.html'])(
    'shows markup in front matter as text: %s',
    (file) => {
      const document = page(file);
      expect(document.querySelector('[onerror]')).toBeNull();
      expect(document.body.textContent).toContain(MARKUP);
    },
  );

  it('sets formulas, numbers and choices of the text', () => {
    const document = page('papers/alpha/index.html');
    expect(document.querySelector('#softmax .katex')).not.toBeNull();
    expect(document.querySelector('a[href="#softmax"]')?.textContent).toMatch(/式.*1/);
    expect([...document.querySelectorAll('#q-one input')].map((input) => input.getAttribute('name'))).toEqual([
      'q-one',
      'q-one',
    ]);
  });

  it('leaves no gap between a formula and the Chinese around it', () => {
    const html = fs.readFileSync(path.join(site.root, 'dist/papers/alpha/index.html'), 'utf8');
    expect(html).toMatch(/有公式 <span class="kept"><span class="katex">.*?<\/span>，<\/span>见/);
  });
});

it('a build of spoilt content fails with the whole report and leaves dist/ as it was', () => {
  const before = dist();
  site.edit(ALPHA, '$x_i^2$', '$\\sofmax$');
  site.edit(BETA, '- paper: alpha', '- paper: alfa');
  const { status, output } = build();
  expect(status).not.toBe(0);
  expect(output).toContain('Undefined macro \\sofmax');
  expect(output).toContain('Did you mean “alpha”?');
  expect(output).toContain('2 problems in 2 files. Nothing was built; the last good build is untouched.');
  expect(dist()).toEqual(before);
}, 60_000);

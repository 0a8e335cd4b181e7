import fs from 'node:fs';
import { describe, expect, it } from 'vitest';

const readme = fs.readFileSync('README.md', 'utf8');
const { scripts } = JSON.parse(fs.readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
const gates = fs.readFileSync('src/commands/test.gates.ts', 'utf8');

/** What stands in backticks, and the lines of fenced listings. */
const fences = [...readme.matchAll(/^```\w*\n([\s\S]*?)^```/gm)].map((match) => match[1]!);
const spans = [...readme.replace(/^```[\s\S]*?^```/gm, '').matchAll(/`([^`\n]+)`/g)].map((match) => match[1]!);
const code = [...fences.flatMap((fence) => fence.split('\n')), ...spans];

/** Made by a build, not kept in the repository. */
const BUILT = /^dist\//;
/** A name that stands for many: `<slug>`, `week-NN`. What comes before it must exist. */
const beforeSlots = (path: string) => path.replace(/[^/]*(<|NN)[\s\S]*$/, '');

describe('every command in the README exists', () => {
  const named = code.flatMap((text) => [...text.matchAll(/\bnpm (?:run )?([\w:-]+)/g)].map((match) => match[1]!));
  const npmItself = new Set(['ci', 'install']);

  it.each([...new Set(named)].filter((name) => !npmItself.has(name)))('npm %s', (name) => {
    expect(Object.keys(scripts)).toContain(name);
  });

  it.each(Object.entries(scripts))('and runs a file that exists: %s', (_, command) => {
    for (const file of command.match(/src\/\S+\.(?:ts|mjs)/g) ?? []) expect(fs.existsSync(file), file).toBe(true);
  });

  it('and so does every gate that it names', () => {
    for (const [, names] of readme.matchAll(/npm test -- ([\w ]+)`/g))
      for (const name of names!.trim().split(' ')) expect(gates).toContain(`name: '${name}'`);
  });
});

describe('every path in the README exists', () => {
  const paths = [...code, ...[...readme.matchAll(/\]\(([^)]+)\)/g)].map((match) => match[1]!)]
    .flatMap((text) => text.match(/(?:^|(?<=\s))(?:\.github|content|src|dist|public)\/[\w./<>*-]*/g) ?? [])
    .filter((path) => !BUILT.test(path));

  it('names some', () => expect(paths.length).toBeGreaterThan(10));

  it.each([...new Set(paths)])('%s', (path) => {
    expect(fs.existsSync(beforeSlots(path))).toBe(true);
  });
});

it('names every setting that the build reads', () => {
  const settings = ['src/site.ts', 'src/build/safe-output.ts'].flatMap((file) =>
    [...fs.readFileSync(file, 'utf8').matchAll(/process\.env\['(\w+)'\]/g)].map((match) => match[1]!),
  );
  expect(settings.length).toBeGreaterThan(2);
  for (const name of settings) expect(readme).toContain(name);
});

import fs from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { PROSE_COMPONENTS } from './prose-components.ts';

const folder = path.resolve(import.meta.dirname, '../../components/prose');

/** Properties that the Markdown pipeline hands in; authors do not write them. */
const HANDED_IN = ['number', 'kind', 'of'];

it.each(Object.entries(PROSE_COMPONENTS))(
  '<%s> takes the attributes that its implementation declares',
  (name, { required, optional = [] }) => {
    const source = fs.readFileSync(path.join(folder, `${name}.astro`), 'utf8');
    const props = /interface Props \{\n([\s\S]*?)\n\}/.exec(source)?.[1] ?? '';
    const declared = [...props.matchAll(/^ {2}(\w+)(\??):/gm)].filter((m) => !HANDED_IN.includes(m[1]!));
    expect(
      declared
        .filter((m) => !m[2])
        .map((m) => m[1])
        .sort(),
    ).toEqual([...required].sort());
    expect(
      declared
        .filter((m) => m[2])
        .map((m) => m[1])
        .sort(),
    ).toEqual([...optional].sort());
  },
);

it('lists every component that MDX is given', () => {
  const index = fs.readFileSync(path.join(folder, 'index.ts'), 'utf8');
  const given = /export const prose = \{([^}]*)\}/
    .exec(index)![1]!
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
  expect(given.sort()).toEqual(Object.keys(PROSE_COMPONENTS).sort());
});

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createCache } from './cache.ts';

let root = '';
beforeEach(() => (root = fs.mkdtempSync(path.join(os.tmpdir(), 'cache-'))));
afterEach(() => fs.rmSync(root, { recursive: true }));

/** The cache as the next build finds it: from the file alone. */
function reopened(salt: unknown = 1) {
  Reflect.deleteProperty(globalThis, Symbol.for('reading-list:caches'));
  return createCache('math', salt, root);
}

it('makes a value once, however often and by however many copies of the module it is asked for', () => {
  const make = vi.fn(() => '<b>公式</b>\n');
  expect([reopened().get('x', make), createCache('math', 1, root).get('x', make)]).toEqual([
    '<b>公式</b>\n',
    '<b>公式</b>\n',
  ]);
  expect(make).toHaveBeenCalledTimes(1);
});

it('keeps values for the next build, in one file', () => {
  const first = reopened();
  for (const key of ['a', 'b', 'c']) first.get(key, () => `值 ${key}`);
  const second = reopened();
  for (const key of ['a', 'b', 'c']) expect(second.get(key, () => 'made again')).toBe(`值 ${key}`);
  expect(fs.readdirSync(root)).toHaveLength(1);
});

it('forgets all when the salt changes', () => {
  reopened('katex 1').get('x', () => 'old');
  expect(reopened('katex 2').get('x', () => 'new')).toBe('new');
});

const fail = () => {
  throw new Error('broken');
};

it('does not keep what could not be made', () => {
  expect(() => reopened().get('x', fail)).toThrow('broken');
  expect(reopened().get('x', () => 'mended')).toBe('mended');
});

it.each([1, 5, 20])(
  'an interrupted build that cut the last %i bytes loses only its last value, and those after it can be kept again',
  (cut) => {
    const first = reopened();
    first.get('a', () => 'kept');
    first.get('b', () => 'a value that was cut off');
    const file = path.join(root, fs.readdirSync(root)[0]!);
    fs.truncateSync(file, fs.statSync(file).size - cut);
    const second = reopened();
    expect(second.get('a', () => 'lost')).toBe('kept');
    expect(second.get('b', () => 'made again')).toBe('made again');
    second.get('c', () => 'new');
    const third = reopened();
    expect(['a', 'b', 'c'].map((key) => third.get(key, () => 'lost'))).toEqual(['kept', 'made again', 'new']);
  },
);

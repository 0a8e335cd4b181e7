import { expect, it } from 'vitest';
import { differences } from './test.differences.ts';

const folder = (files: Record<string, string>) =>
  new Map(Object.entries(files).map(([name, text]) => [name, Buffer.from(text)]));

it('finds nothing between equal folders', () => {
  expect(differences(folder({ a: '1', b: '2' }), folder({ b: '2', a: '1' }))).toEqual([]);
});

it('names each file that differs and the byte where it begins to', () => {
  expect(differences(folder({ 'index.html': 'abcd', x: 'same' }), folder({ 'index.html': 'abXd', x: 'same' }))).toEqual(
    ['index.html: differs from byte 2'],
  );
  expect(differences(folder({ a: 'ab' }), folder({ a: 'abc' }))).toEqual(['a: differs from byte 2']);
});

it('names files that only one of them has', () => {
  expect(differences(folder({ a: '' }), folder({ b: '' }))).toEqual(['a: only in the first', 'b: only in the second']);
});

import { describe, expect, test } from 'vitest';
import { readAddress, toggleFilter, writeAddress } from './address.ts';

describe('the address', () => {
  test('keeps the query and every filter', () => {
    const state = {
      query: 'KV 缓存 & 分页',
      filters: { week: ['8'], topic: ['kv-cache', 'serving'], organisation: ['Google Research, Brain Team'] },
    };
    expect(readAddress(writeAddress(state))).toEqual(state);
  });
  test('is the same for the same choices, in whatever order they were made', () => {
    const chosen = toggleFilter(toggleFilter({}, 'week', '8'), 'week', '10');
    expect(writeAddress({ query: '', filters: chosen })).toBe(
      writeAddress({ query: '', filters: { week: ['10', '8'] } }),
    );
  });
  test('loses a filter that is taken back', () =>
    expect(writeAddress({ query: '', filters: toggleFilter({ year: ['2023'] }, 'year', '2023') })).toBe(''));
  test('passes over what it does not know', () =>
    expect(readAddress('?utm=1&week=')).toEqual({ query: '', filters: {} }));
});

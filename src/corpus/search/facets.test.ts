import { describe, expect, test } from 'vitest';
import { countFacets, narrow } from './facets.ts';
import { RECORDS } from './testing/small-index.ts';

const items = RECORDS.map((record) => ({ record }));
const counts = (facet: 'week' | 'venue' | 'track', filters: Parameters<typeof narrow>[1]) =>
  Object.fromEntries(countFacets(items, filters)[facet].map(({ value, count }) => [value, count]));

describe('facets', () => {
  test('choices of one facet add up, choices of two narrow', () => {
    expect(narrow(items, { week: ['3', '8'] })).toHaveLength(4);
    expect(narrow(items, { week: ['8'], track: ['inference'] }).map(({ record }) => record.slug)).toEqual(['drafting']);
  });
  test('counts say what each choice would leave beside the other facets', () => {
    expect(counts('week', { track: ['inference'] })).toEqual({ 8: 1 });
    expect(counts('week', { week: ['3'] })).toEqual({ 3: 1, 8: 3 });
    expect(counts('venue', {})).toEqual({ OSDI: 3, NeurIPS: 1 });
  });
  test('a choice that leaves nothing stays, to be taken back', () =>
    expect(counts('track', { week: ['3'], track: ['inference'] })).toEqual({ inference: 0 }));
});

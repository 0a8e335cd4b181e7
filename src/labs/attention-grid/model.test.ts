import { describe, expect, it } from 'vitest';
import { run } from '#figures/attention-is-all-you-need/one-head.ts';
import { favourites } from './model.ts';

const it_ = 5;
const open = { head: 'reference', causal: false, positions: true } as const;

describe('the lab’s first frame', () => {
  it('shows “it” reading the cat with four fifths of its weight', () => {
    const { keys, weight } = favourites(run(open), it_);
    expect(keys).toEqual([0]);
    expect(weight).toBeCloseTo(0.8, 1);
  });
});

describe('favourites', () => {
  it('names every key of a tie', () => {
    expect(favourites(run({ ...open, head: 'argument' }), 2).keys).toEqual([0, 3, 5]);
  });

  it('under the causal mask, leaves only keys up to the query', () => {
    expect(favourites(run({ ...open, causal: true }), 1)).toEqual({ keys: [0, 1], weight: 0.5 });
  });
});

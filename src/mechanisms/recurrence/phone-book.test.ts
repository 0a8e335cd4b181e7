import { describe, expect, it } from 'vitest';
import { answer, channelOf, drawBook, readStates, readWindow, recall, writeStates, type Entry } from './phone-book.ts';

const seeds = Array.from({ length: 25 }, (_, seed) => seed);
const namesOf = (book: readonly Entry[]) => book.map(({ name }) => name);

describe('the window', () => {
  it('reads exactly the last w − 1 entries, for the question takes one place', () => {
    for (const seed of seeds) {
      const book = drawBook(20, seed);
      for (const w of [1, 2, 8, 21, 100]) {
        const digits = readWindow(book, namesOf(book), w).map(({ digit }) => digit);
        expect(digits).toEqual(book.map(({ digit }, j) => (j >= 20 - (w - 1) ? digit : undefined)));
      }
    }
  });

  it('gives entries outside a weight of exactly 0', () => {
    const book = drawBook(20, 3);
    for (const { weights } of readWindow(book, namesOf(book), 8)) {
      expect(weights.slice(0, 13).every((weight) => weight === 0)).toBe(true);
      expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
    }
  });
});

describe('the states', () => {
  it('hold for each name the digit of the last entry in its channel, as a table with overwriting would', () => {
    for (const seed of seeds) {
      const book = drawBook(40, seed);
      const table = new Map(book.map(({ name, digit }) => [channelOf(name, 16), digit]));
      expect(readStates(book, namesOf(book), 16)).toEqual(book.map(({ name }) => table.get(channelOf(name, 16))));
    }
  });

  it('stand still to 1e-4 in every channel that an entry does not write', () => {
    const book = drawBook(40, 9);
    const { h } = writeStates(book, 16);
    for (let t = 1; t < 40; t++) {
      h[t]!.forEach((value, d) => {
        if (d !== channelOf(book[t]!.name, 16)) expect(Math.abs(value - h[t - 1]![d]!)).toBeLessThan(1e-4);
      });
    }
  });

  it('lose nothing while no two names share a channel', () => {
    const book = [7, 2, 4].map((name, digit) => ({ name, digit: digit + 1 }));
    expect(readStates(book, [7, 2, 4], 8)).toEqual([1, 2, 3]);
  });
});

describe('recall', () => {
  it('is perfect for an attention that sees everything', () => expect(recall({ w: 100, D: 0 }, 60, 4)).toBe(1));

  it('is perfect for window and state together up to w − 1 entries, and falls behind afterwards', () => {
    expect(recall({ w: 16, D: 16 }, 15, 10)).toBe(1);
    expect(recall({ w: 16, D: 16 }, 30, 10)).toBeLessThan(0.9);
  });

  it('of states alone is near (D/n)(1 − (1 − 1/D)ⁿ) plus one ninth of the rest by luck', () => {
    for (const n of [8, 24, 48]) {
      const kept = (16 / n) * (1 - (1 - 1 / 16) ** n);
      expect(Math.abs(recall({ w: 0, D: 16 }, n, 200) - (kept + (1 - kept) / 9))).toBeLessThan(0.02);
    }
  });

  it('of both is never below either alone', () => {
    for (const n of [4, 16, 40]) {
      const both = recall({ w: 16, D: 16 }, n, 20);
      expect(both).toBeGreaterThanOrEqual(recall({ w: 0, D: 16 }, n, 20));
      expect(both).toBeGreaterThanOrEqual(recall({ w: 16, D: 0 }, n, 20));
    }
  });

  it('names nothing when neither window nor state exists', () => {
    expect(answer({ w: 0, D: 0 }, drawBook(2, 1), [5])).toEqual([undefined]);
  });
});

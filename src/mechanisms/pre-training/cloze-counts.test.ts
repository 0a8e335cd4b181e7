import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '#mechanisms/numeric/random.ts';
import { clozeReaders, drawCorpus, grade, readerNames, type Said } from './cloze-counts.ts';

/** The cat eats fish and looks at apples; the child looks at fish and eats apples. */
const crossed: Said[] = [
  { l: 0, w: 0, r: 0, weight: 1 },
  { l: 0, w: 1, r: 1, weight: 1 },
  { l: 1, w: 1, r: 0, weight: 1 },
  { l: 1, w: 0, r: 1, weight: 1 },
];
const worlds = fc.array(
  fc.record({
    l: fc.integer({ min: 0, max: 2 }),
    w: fc.integer({ min: 0, max: 3 }),
    r: fc.integer({ min: 0, max: 2 }),
    weight: fc.integer({ min: 1, max: 9 }),
  }),
  { minLength: 1, maxLength: 20 },
);

describe('clozeReaders', () => {
  it('know nothing from either side alone, nor from the two guesses joined, of four crossed sentences', () => {
    const { left, right, joined, both } = clozeReaders(crossed, 2, 0);
    expect([left(0, 0), right(0, 0), joined(0, 0)]).toEqual([
      [0.5, 0.5],
      [0.5, 0.5],
      [0.5, 0.5],
    ]);
    expect([both(0, 0), both(0, 1), both(1, 0), both(1, 1)]).toEqual([
      [1, 0],
      [0, 1],
      [0, 1],
      [1, 0],
    ]);
  });

  it('give distributions', () => {
    fc.assert(
      fc.property(worlds, (world) => {
        const readers = clozeReaders(world, 4, 0.1);
        for (const name of readerNames)
          for (const l of [0, 1, 2])
            for (const r of [0, 1, 2]) expect(readers[name](l, r).reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 12);
      }),
    );
  });

  it('with the whole world counted, never do worse for seeing more: conditioning does not raise the entropy', () => {
    fc.assert(
      fc.property(worlds, (world) => {
        const corpus = world.flatMap((said) => Array.from({ length: said.weight }, () => said));
        const readers = clozeReaders(corpus, 4, 0);
        const perplexity = (name: (typeof readerNames)[number]) => grade(readers[name], world).perplexity;
        expect(perplexity('both')).toBeLessThanOrEqual(perplexity('left') + 1e-9);
        expect(perplexity('both')).toBeLessThanOrEqual(perplexity('right') + 1e-9);
        expect(perplexity('both')).toBeLessThanOrEqual(perplexity('joined') + 1e-9);
      }),
    );
  });
});

describe('drawCorpus', () => {
  it('says each sentence about as often as its weight', () => {
    const world: Said[] = [
      { l: 0, w: 0, r: 0, weight: 3 },
      { l: 1, w: 1, r: 1, weight: 1 },
    ];
    const corpus = drawCorpus(world, 40_000, createRandom(1));
    const share = corpus.filter(({ w }) => w === 0).length / corpus.length;
    expect(Math.abs(share - 0.75)).toBeLessThan(4 * Math.sqrt((0.75 * 0.25) / corpus.length));
  });
});

describe('grade', () => {
  it('gives a reader that is sure and right full marks, and one that guesses evenly V', () => {
    const even = () => [0.25, 0.25, 0.25, 0.25];
    expect(grade(even, crossed)).toEqual({ accuracy: 0.25, perplexity: expect.closeTo(4, 9) });
    expect(grade(clozeReaders(crossed, 2, 0).both, crossed)).toEqual({ accuracy: 1, perplexity: 1 });
  });
});

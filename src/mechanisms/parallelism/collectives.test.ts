import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allGather, allReduce, broadcast, elementsSent, reduceScatter } from './collectives.ts';
import type { Message } from './collectives.ts';
import { partition, sizeOf } from './partition.ts';

/** N arrays of one length: whole numbers, so that sums are exact whatever their order. */
const inputs = fc.tuple(fc.integer({ min: 1, max: 9 }), fc.nat(30)).chain(([N, length]) =>
  fc.array(fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: length, maxLength: length }), {
    minLength: N,
    maxLength: N,
  }),
);

const sumOf = (arrays: number[][]): number[] =>
  arrays[0]!.map((_, i) => arrays.reduce((sum, array) => sum + array[i]!, 0));

/** The laws of the ring that every trace obeys. */
function validate(messages: readonly Message[], N: number): void {
  const links = new Set<string>();
  for (const { step, from, to } of messages) {
    expect(to).toBe((from + 1) % N);
    expect(links, 'a link carries one message per step').not.toContain(`${step}:${from}`);
    links.add(`${step}:${from}`);
  }
}

describe('reduceScatter', () => {
  it('walks three ranks as worked by hand', () => {
    const { outputs, messages } = reduceScatter([
      [1, 2, 3],
      [10, 20, 30],
      [100, 200, 300],
    ]);
    expect(outputs).toEqual([[111], [222], [333]]);
    expect(messages).toEqual([
      { step: 0, from: 0, to: 1, chunk: 2, elements: [3] },
      { step: 0, from: 1, to: 2, chunk: 0, elements: [10] },
      { step: 0, from: 2, to: 0, chunk: 1, elements: [200] },
      { step: 1, from: 0, to: 1, chunk: 1, elements: [202] },
      { step: 1, from: 1, to: 2, chunk: 2, elements: [33] },
      { step: 1, from: 2, to: 0, chunk: 0, elements: [110] },
    ]);
  });

  it('leaves on each rank its own slice of the sum, after each rank has sent every slice but its own', () => {
    fc.assert(
      fc.property(inputs, (xs) => {
        const { outputs, messages } = reduceScatter(xs);
        const slices = partition(xs[0]!.length, xs.length);
        expect(outputs).toEqual(slices.map(({ start, end }) => sumOf(xs).slice(start, end)));
        expect(elementsSent(messages, xs.length)).toEqual(slices.map((slice) => xs[0]!.length - sizeOf(slice)));
        validate(messages, xs.length);
      }),
    );
  });

  it('leaves its inputs as they were', () => {
    const xs = [
      [1, 2],
      [3, 4],
    ];
    reduceScatter(xs);
    expect(xs).toEqual([
      [1, 2],
      [3, 4],
    ]);
  });
});

describe('allGather', () => {
  it('gives every rank all shards in order, whatever their lengths, after N − 1 steps', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.double(), { maxLength: 6 }), { minLength: 1, maxLength: 9 }), (shards) => {
        const N = shards.length;
        const { outputs, messages } = allGather(shards);
        expect(outputs).toEqual(shards.map(() => shards.flat()));
        expect(messages).toHaveLength(N * (N - 1));
        const total = shards.flat().length;
        expect(elementsSent(messages, N)).toEqual(shards.map((_, rank) => total - shards[(rank + 1) % N]!.length));
        validate(messages, N);
      }),
    );
  });
});

describe('allReduce', () => {
  it('gives every rank the sum', () => {
    fc.assert(
      fc.property(inputs, (xs) => {
        const { outputs, messages } = allReduce(xs);
        expect(outputs).toEqual(xs.map(() => sumOf(xs)));
        validate(messages, xs.length);
      }),
    );
  });

  it('moves exactly 2Ψ(N − 1)/N elements per rank where N divides Ψ', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 6 }), (N, size) => {
        const psi = N * size;
        const { messages } = allReduce(Array.from({ length: N }, () => Array.from({ length: psi }, () => 1)));
        expect(elementsSent(messages, N)).toEqual(Array.from({ length: N }, () => (2 * psi * (N - 1)) / N));
      }),
    );
  });

  it('leaves the same bits on every rank although float addition is not associative', () => {
    const { outputs } = allReduce([
      [0.1, 0.2, 0.3],
      [1e16, 0.7, -1e16],
      [-1e16, 0.1, 1e16],
    ]);
    expect(outputs[1]).toEqual(outputs[0]);
    expect(outputs[2]).toEqual(outputs[0]);
  });
});

describe('broadcast', () => {
  it('gives every rank the values of any root; all but the last of the chain send all of them', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double(), { maxLength: 20 }),
        fc.integer({ min: 1, max: 9 }),
        fc.nat(8),
        (values, N, pick) => {
          const root = pick % N;
          const { outputs, messages } = broadcast(values, N, root);
          expect(outputs).toEqual(Array.from({ length: N }, () => values));
          const last = (root + N - 1) % N;
          expect(elementsSent(messages, N)).toEqual(outputs.map((_, rank) => (rank === last ? 0 : values.length)));
          validate(messages, N);
        },
      ),
    );
  });

  it('fills the pipeline: N ranks need 2N − 2 steps', () => {
    const steps = broadcast([1, 2, 3, 4], 4, 2).messages.map(({ step }) => step);
    expect(Math.max(...steps) + 1).toBe(6);
  });
});

it.each([
  ['reduceScatter of no ranks', () => reduceScatter([])],
  ['allGather of no ranks', () => allGather([])],
  ['allReduce of lengths that differ', () => allReduce([[1], [1, 2]])],
  ['broadcast to no ranks', () => broadcast([1], 0, 0)],
  ['broadcast from a rank outside', () => broadcast([1], 2, 2)],
])('%s throws', (_, act) => expect(act).toThrow(RangeError));

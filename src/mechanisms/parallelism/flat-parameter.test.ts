import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allGather, reduceScatter } from './collectives.ts';
import { layOut, shard, viewsInto } from './flat-parameter.ts';
import type { Parameter } from './flat-parameter.ts';

/** One to five tensors of up to two dimensions, their values all different. */
const units = fc
  .array(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 5 })
  .map((shapes): Parameter[] => {
    let next = 1;
    return shapes.map((shape, i) => ({
      name: `p${i}`,
      shape,
      values: Array.from({ length: shape.reduce((a, b) => a * b) }, () => next++),
    }));
  });
const factors = fc.integer({ min: 1, max: 20 });

describe('the FlatParameter of an nn.Linear(4, 3) over 16 ranks (Fig. 3)', () => {
  const linear: Parameter[] = [
    { name: 'weight', shape: [3, 4], values: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] },
    { name: 'bias', shape: [3], values: [13, 14, 15] },
  ];

  it('has 15 elements and 1 of padding, one element a rank, the padding on the last', () => {
    const layout = layOut(linear, 16);
    expect(layout).toMatchObject({ psi: 16, padding: 1 });
    expect(shard(linear, layout)).toEqual([...Array.from({ length: 15 }, (_, i) => [i + 1]), [0]]);
  });

  it('over 4 ranks has the last rank hold the end of the bias and the padding', () => {
    expect(shard(linear, layOut(linear, 4))).toEqual([
      [1, 2, 3, 4],
      [5, 6, 7, 8],
      [9, 10, 11, 12],
      [13, 14, 15, 0],
    ]);
  });
});

describe('a FlatParameter', () => {
  it('is padded by at most F − 1 elements, so that all shards are of one size', () => {
    fc.assert(
      fc.property(units, factors, (parameters, F) => {
        const layout = layOut(parameters, F);
        expect(layout.padding).toBeLessThan(F);
        expect(new Set(shard(parameters, layout).map((one) => one.length))).toEqual(new Set([layout.psi / F]));
      }),
    );
  });

  it('gathered from its shards is the original parameters again', () => {
    fc.assert(
      fc.property(units, factors, (parameters, F) => {
        const layout = layOut(parameters, F);
        for (const flat of allGather(shard(parameters, layout)).outputs) {
          expect(viewsInto(flat, layout)).toEqual(parameters);
        }
      }),
    );
  });

  it('cuts gradients as reduce-scatter does: rank r gets the sum for the elements that it holds', () => {
    fc.assert(
      fc.property(units, factors, (parameters, F) => {
        const layout = layOut(parameters, F);
        const flat = shard(parameters, layout).flat();
        const { outputs } = reduceScatter(Array.from({ length: F }, (_, rank) => flat.map((x) => x * (rank + 1))));
        const sum = (F * (F + 1)) / 2;
        expect(outputs).toEqual(shard(parameters, layout).map((own) => own.map((x) => x * sum)));
      }),
    );
  });
});

it.each([
  ['a sharding factor of 0', () => layOut([], 0)],
  ['a broken sharding factor', () => layOut([], 1.5)],
  ['a shape that its values do not fill', () => layOut([{ name: 'w', shape: [2, 2], values: [1] }], 2)],
])('layOut throws on %s', (_, act) => expect(act).toThrow(RangeError));

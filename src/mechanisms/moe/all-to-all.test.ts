import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allToAll, dispatchBytes, meanRingHops, torusAllToAllTime } from './all-to-all.ts';

describe('allToAll', () => {
  it('hands every device the piece that each device had for it; twice, and all is as before', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), (D) => {
        const pieces = Array.from({ length: D }, (_, from) => Array.from({ length: D }, (__, to) => `${from}→${to}`));
        const received = allToAll(pieces);
        received.forEach((held, to) => expect(held).toEqual(pieces.map((_, from) => `${from}→${to}`)));
        expect(allToAll(received)).toEqual(pieces);
      }),
    );
  });

  it('refuses devices without a piece for every other', () => {
    expect(() => allToAll([[1, 2], [3]])).toThrow(RangeError);
  });
});

/** The witness: walks every piece along rows, then columns, the shorter way, half each way on a tie, and loads the links. */
function busiestLink(rows: number, columns: number): number {
  const load = new Map<string, number>();
  const walk = (from: number, to: number, n: number, axis: string, lane: number, share: number): void => {
    const ahead = (to - from + n) % n;
    if (ahead === 0) return;
    if (ahead * 2 === n) {
      stepping(from, n, 1, ahead, axis, lane, share / 2);
      stepping(from, n, -1, ahead, axis, lane, share / 2);
    } else if (ahead * 2 < n) stepping(from, n, 1, ahead, axis, lane, share);
    else stepping(from, n, -1, n - ahead, axis, lane, share);
  };
  const stepping = (from: number, n: number, way: number, hops: number, axis: string, lane: number, share: number) => {
    for (let hop = 0, at = from; hop < hops; hop++, at = (at + way + n) % n) {
      const link = `${axis}${lane}:${at}:${way}`;
      load.set(link, (load.get(link) ?? 0) + share);
    }
  };
  const D = rows * columns;
  for (let from = 0; from < D; from++)
    for (let to = 0; to < D; to++) {
      const [r, c, R, C] = [Math.floor(from / columns), from % columns, Math.floor(to / columns), to % columns];
      walk(c, C, columns, 'row', r, 1 / D);
      walk(r, R, rows, 'column', C, 1 / D);
    }
  return Math.max(...load.values());
}

describe('torusAllToAllTime', () => {
  it.each([2, 4, 6, 8])('is the load of the busiest link on a %i×%i torus', (n) => {
    expect(torusAllToAllTime(n, n, 1, 1)).toBeCloseTo(busiestLink(n, n), 9);
  });

  it('grows with the root of the number of devices on a square', () => {
    const time = (n: number) => torusAllToAllTime(n, n, 1, 1);
    expect(time(32) / time(8)).toBeCloseTo(Math.sqrt((32 * 32) / (8 * 8)), 12);
  });

  it('goes a quarter of an even ring on average', () => {
    expect([4, 8, 32].map(meanRingHops)).toEqual([1, 2, 8]);
  });
});

it('hands out as many bytes for any number of experts, since E·C stays 2S', () => {
  const bytes = [128, 512, 2048].map((E) => dispatchBytes(E, (2 * 2048) / E, 1024, 4));
  expect(new Set(bytes)).toEqual(new Set([16 * 2 ** 20]));
});

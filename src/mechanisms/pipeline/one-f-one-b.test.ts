import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gpipe, oneFOneB, oneFOneBOrder, pipelineLength, pipelineTasks } from './one-f-one-b.ts';
import { bubbleShare, makespan, peakActivations } from './schedule.ts';
import { validate } from './validate.ts';

const size = fc.integer({ min: 1, max: 8 });
const shapes = fc.record({ p: size, m: size, tF: size, tB: size, D: fc.integer({ min: 1, max: 2 }) });

const written = (s: number, p: number, m: number): string =>
  oneFOneBOrder(s, p, m)
    .map(([kind, i]) => (kind === 'forward' ? 'F' : 'B') + i)
    .join(' ');

describe.each([
  ['1F1B', oneFOneB],
  ['GPipe', gpipe],
])('%s', (_, schedule) => {
  it('is valid, and takes (m + p − 1)(t_F + t_B)', () => {
    fc.assert(
      fc.property(shapes, (shape) => {
        const result = schedule(shape);
        expect(validate(pipelineTasks(shape), result)).toEqual([]);
        expect(makespan(result.jobs)).toBe((shape.m + shape.p - 1) * (shape.tF + shape.tB));
        expect(makespan(result.jobs)).toBe(pipelineLength(shape));
      }),
    );
  });

  it('leaves every worker a bubble share of (p − 1)/(m + p − 1)', () => {
    fc.assert(
      fc.property(shapes, (shape) => {
        const result = schedule(shape);
        const share = (shape.p - 1) / (shape.m + shape.p - 1);
        for (const worker of result.workers) expect(bubbleShare(result, worker)).toBeCloseTo(share, 12);
      }),
    );
  });

  it('takes the 27 slots that ReCycle’s talk draws for p = 4, m = 6, a third of them idle', () => {
    const result = schedule({ p: 4, m: 6, tF: 1, tB: 2 });
    expect(makespan(result.jobs)).toBe(27);
    expect(bubbleShare(result, { pipeline: 0, stage: 0 })).toBeCloseTo(1 / 3, 12);
  });

  it.each([{ p: 0 }, { m: 1.5 }, { D: -1 }, { tF: 0 }, { tB: Number.NaN }])('throws on %o', (wrong) => {
    expect(() => schedule({ p: 4, m: 6, tF: 1, tB: 2, ...wrong })).toThrow(RangeError);
  });
});

describe('the order of 1F1B', () => {
  it.each([
    [0, 4, 6, 'F0 F1 F2 F3 B0 F4 B1 F5 B2 B3 B4 B5'],
    [3, 4, 6, 'F0 B0 F1 B1 F2 B2 F3 B3 F4 B4 F5 B5'],
    [0, 4, 2, 'F0 F1 B0 B1'],
  ])('of stage %i of %i with %i micro-batches is %s', (s, p, m, order) => expect(written(s, p, m)).toBe(order));

  it('keeps the activations of min(m, p − s) micro-batches at stage s, where GPipe keeps m', () => {
    fc.assert(
      fc.property(shapes, (shape) => {
        for (const worker of oneFOneB(shape).workers) {
          expect(peakActivations(oneFOneB(shape), worker)).toBe(Math.min(shape.m, shape.p - worker.stage));
          expect(peakActivations(gpipe(shape), worker)).toBe(shape.m);
        }
      }),
      { numRuns: 30 },
    );
  });
});

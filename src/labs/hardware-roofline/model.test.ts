import { describe, expect, it } from 'vitest';
import { measure, phases, type Design } from './model.ts';

const GA100: Design = { compute: 'full', stacks: 5, local: 192, global: 48, batch: 8 };

describe('the lab’s numbers', () => {
  it('open on the paper’s Figure 7: a quarter of the arithmetic, 3.25 times the prefill, the same decode', () => {
    const { prefill, decode } = measure({ ...GA100, compute: 'quarter' });
    expect(Math.abs(prefill.ratio / 3.25 - 1)).toBeLessThan(0.05);
    expect(Math.abs(decode.ratio / 1.001 - 1)).toBeLessThan(0.01);
    expect(prefill.ratio.toFixed(2)).toBe('3.29'); // as the lab’s takeaway says
  });

  it('measure a GA100 against itself as one', () => {
    for (const phase of phases) expect(measure(GA100)[phase].ratio).toBe(1);
  });

  it('move decode with the bandwidth, and prefill little', () => {
    const { prefill, decode } = measure({ ...GA100, stacks: 2 });
    expect(decode.ratio).toBeGreaterThan(1.8);
    expect(prefill.ratio).toBeLessThan(1.2);
  });

  it('carry decoding weights past the ridge with a batch larger than the ridge point', () => {
    const { decode, roof } = measure({ ...GA100, batch: 256 });
    expect(decode.groups.weights.intensity).toBeGreaterThan(roof.peak / roof.bandwidth);
  });
});

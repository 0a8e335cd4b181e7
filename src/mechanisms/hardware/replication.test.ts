import { describe, expect, it } from 'vitest';
import { COMPARISONS } from './replication.ts';

/** How far our number may lie from the paper's where 5 % do not hold; the file's head says why they differ at all. */
const APPROXIMATE: Record<string, number> = { 'bandwidth-prefill': 0.1, 'local-buffer': 0.12 };
/** Areas follow from coefficients alone, with no search between them and the paper's. */
const tolerance = (id: string): number => (id.endsWith('area') ? 0.006 : (APPROXIMATE[id] ?? 0.05));

const ratios = COMPARISONS.filter(({ id }) => !id.endsWith('error'));
const error = (id: string): number => COMPARISONS.find((comparison) => comparison.id === id)!.ours();

describe('the comparisons of LLMCompass', () => {
  it.each(ratios)('reproduce $quantity: $paper ($locator)', ({ id, ours, paper }) => {
    expect(Math.abs(ours() / paper - 1)).toBeLessThan(tolerance(id));
  });

  it('keep the sign of every change that the paper reports', () => {
    for (const { ours, paper } of ratios) expect(Math.sign(ours() - 1)).toBe(Math.sign(paper - 1));
  });

  it('predict prefill better than decode, as the paper does', () => {
    expect(error('prefill-error')).toBeLessThan(error('decode-error'));
  });

  it('agree with the paper’s own arithmetic: 1.42 times the throughput at 58.3 % less cost is 3.41 per cost', () => {
    const throughput = COMPARISONS.find(({ id }) => id === 'throughput-throughput')!.paper;
    expect(throughput / (1 - 0.583)).toBeCloseTo(3.41, 2);
  });
});

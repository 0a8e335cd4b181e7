import { describe, expect, it } from 'vitest';
import { blockTokens, chatHour, conversationTrace } from '#mechanisms/kv-cache/conversations.ts';
import { lruHitRates } from '#mechanisms/kv-cache/reuse-distance.ts';

const trace = conversationTrace(chatHour, 5);
const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;

describe('the synthetic hour of chat', () => {
  it('has the size of the public conversation trace: 12,031 requests, 12,035 tokens each (Table 2)', () => {
    expect(trace.length / 12_031).toBeCloseTo(1, 1);
    expect(mean(trace.map(({ tokens }) => tokens)) / 12_035).toBeCloseTo(1, 1);
  });

  it('repeats itself as the public trace does, in which LRU finds 5.3% of all blocks at 1M tokens, 36.6% at last', () => {
    const measured = [
      [1e6, 0.053],
      [3e6, 0.136],
      [10e6, 0.285],
      [50e6, 0.364],
      [Infinity, 0.366],
    ] as const;
    const rates = lruHitRates(
      trace.map(({ blocks }) => blocks),
      measured.map(([tokens]) => tokens / blockTokens),
    );
    measured.forEach(([, rate], i) => expect(Math.abs(rates[i]! - rate)).toBeLessThan(0.01));
  });

  it('comes in order, with one key for each block begun, every prompt behind the system prompt', () => {
    trace.forEach(({ arrival, tokens, blocks }, i) => {
      expect(arrival).toBeGreaterThanOrEqual(trace[i - 1]?.arrival ?? 0);
      expect(blocks).toHaveLength(Math.ceil(tokens / blockTokens));
      expect(blocks[0]).toBe(0);
    });
  });

  it('is the same for the same seed', () => {
    expect(conversationTrace(chatHour, 5)).toEqual(trace);
  });
});

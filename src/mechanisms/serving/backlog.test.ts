import { describe, expect, it } from 'vitest';
import { alpaca, backlog, shareGpt } from '#mechanisms/serving/backlog.ts';

const mean = (values: readonly number[]) => values.reduce((a, b) => a + b) / values.length;

describe('backlog', () => {
  it.each([shareGpt, alpaca])('keeps the mean lengths %o, rounded up to whole tokens', (means) => {
    const trace = backlog(means, 4000, 1e6);
    expect(Math.abs(mean(trace.map(({ prompt }) => prompt)) - means.prompt - 0.5)).toBeLessThan(0.01 * means.prompt);
    expect(Math.abs(mean(trace.map(({ output }) => output)) - means.output - 0.5)).toBeLessThan(0.01 * means.output);
  });

  it('holds every request to the longest sequence', () => {
    for (const { prompt, output } of backlog(shareGpt, 4000, 512)) {
      expect(Math.min(prompt, output)).toBeGreaterThanOrEqual(1);
      expect(prompt + output).toBeLessThanOrEqual(512);
    }
  });
});

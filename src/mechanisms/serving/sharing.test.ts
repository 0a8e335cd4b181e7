import { describe, expect, it } from 'vitest';
import { alpaca, backlog, shareGpt } from '#mechanisms/serving/backlog.ts';
import { blocksSaved, parallelSamples, tailWaste } from '#mechanisms/serving/sharing.ts';

describe('parallelSamples', () => {
  it('shares every full block of the prompt and nothing else', () => {
    for (const [prompt, output, samples, B] of [
      [7, 4, 2, 4],
      [160, 340, 6, 16],
      [3, 50, 4, 16],
      [32, 1, 3, 16],
    ] as const) {
      const { used, unshared } = parallelSamples(prompt, output, samples, B);
      const counts = Math.ceil(output / B);
      expect(unshared - used).toBe(counts * (samples - 1) * Math.floor(prompt / B));
    }
  });

  it('saves nothing with one sample', () => {
    const { used, unshared } = parallelSamples(100, 50, 1, 16);
    expect(used).toBe(unshared);
  });
});

describe('blocksSaved', () => {
  it.each([
    [2, 0.0609],
    [4, 0.0853],
    [6, 0.0979],
  ])('comes within two points of Fig. 15a for %i samples on Alpaca', (samples, printed) => {
    expect(Math.abs(blocksSaved(backlog(alpaca, 300, 2048), samples, 16) - printed)).toBeLessThan(0.02);
  });

  it.each([
    [2, 0.162],
    [6, 0.305],
  ])(
    'comes within six points of Sec. 6.3 for %i samples on ShareGPT, whose prompts fill more blocks',
    (samples, printed) => {
      expect(Math.abs(blocksSaved(backlog(shareGpt, 300, 2048), samples, 16) - printed)).toBeLessThan(0.06);
    },
  );
});

describe('tailWaste', () => {
  const trace = backlog(shareGpt, 100, 2048);
  it('is nothing with blocks of one token', () => expect(tailWaste(trace, 1)).toBe(0));
  it('rises with the block size', () => {
    const waste = [2, 4, 8, 16, 32, 64].map((B) => tailWaste(trace, B));
    expect(waste).toEqual([...waste].sort((a, b) => a - b));
  });
  it('is 3 of 4 slots, then none, for two tokens in blocks of four', () => {
    expect(tailWaste([{ id: 0, arrival: 0, prompt: 1, output: 1 }], 4)).toBe(0.75);
    expect(tailWaste([{ id: 0, arrival: 0, prompt: 4, output: 1 }], 4)).toBe(0);
  });
});

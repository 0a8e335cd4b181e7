import { describe, expect, it } from 'vitest';
import { chunkedPipeline, chunksOf } from '#mechanisms/kv-cache/chunked-pipeline.ts';
import { playQueue } from '#mechanisms/serving/ttft-queue.ts';

const last = (n: number, chunk: number, X: number, seconds: (n: number) => number) =>
  chunkedPipeline(n, chunk, X, seconds).at(-1)!.end;

describe('chunks of one prompt over several machines', () => {
  it('equal chunks take (m + X − 1) of m·X parts of the time of one machine', () => {
    for (const [m, X] of [
      [4, 2],
      [8, 4],
      [1, 3],
      [5, 1],
    ] as const)
      expect(last(m * 100, 100, X, (n) => n / 100)).toBeCloseTo((m + X - 1) / X, 12);
  });

  it('is a queue in which all chunks arrive at once, as played for pipeline parallelism', () => {
    const seconds = (n: number) => n + n ** 2 / 1000;
    const chunks = chunksOf(1000, 96);
    const before = (k: number) => chunks.slice(0, k).reduce((a, b) => a + b, 0);
    const ends = playQueue(
      chunks.map(() => 0),
      (k) => [0, 1, 2].map(() => (seconds(before(k + 1)) - seconds(before(k))) / 3),
    );
    const passages = chunkedPipeline(1000, 96, 3, seconds).filter(({ stage }) => stage === 2);
    passages.forEach(({ end }, k) => expect(end).toBeCloseTo(ends[k]!, 9));
  });

  it('a prompt of one chunk gains nothing', () => {
    expect(last(500, 1000, 4, (n) => n)).toBeCloseTo(500, 12);
  });
});

import { expect, it } from 'vitest';
import { fmaCount, HMMA_16816, HMMA_1688, laneInterval, TENSOR_FMAS, tensorInterval } from './initiation-interval.ts';

it('counts 2048 and 1024 FMAs, as Sec. 3.2 does', () => {
  expect([fmaCount(HMMA_16816), fmaCount(HMMA_1688)]).toEqual([2048, 1024]);
});

it('holds an A100 tensor core for 8 and 4 cycles, as Sec. 3.2 says', () => {
  expect(tensorInterval(HMMA_16816, TENSOR_FMAS.A100)).toBe(8);
  expect(tensorInterval(HMMA_1688, TENSOR_FMAS.A100)).toBe(4);
});

it('counts the FMAs of a shape as the innermost statement of three loops is reached', () => {
  for (const { m, n, k } of [HMMA_16816, HMMA_1688]) {
    let reached = 0;
    for (let i = 0; i < m; i++) for (let j = 0; j < n; j++) for (let l = 0; l < k; l++) reached++;
    expect(fmaCount({ m, n, k })).toBe(reached);
  }
});

it('sends 32 threads through 16 lanes in two cycles', () => {
  expect(laneInterval(16)).toBe(2);
});

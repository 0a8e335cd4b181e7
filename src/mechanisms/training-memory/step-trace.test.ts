import { describe, expect, it } from 'vitest';
import { allGather } from '#mechanisms/parallelism/collectives.ts';
import { memoryTimeline, peakBytes, volumePerRank } from './step-trace.ts';
import type { MemoryKind, StepEvent } from './step-trace.ts';

const memory = (rank: number, kind: MemoryKind, bytes: number): StepEvent => ({
  type: 'memory',
  phase: 'forward',
  layer: 0,
  rank,
  kind,
  bytes,
});

describe('a trace', () => {
  const trace: StepEvent[] = [
    memory(0, 'parameters', 10),
    memory(1, 'parameters', 7),
    {
      type: 'collective',
      phase: 'forward',
      layer: 0,
      operation: 'all-gather',
      carries: 'parameters',
      messages: allGather([[1, 2], [3]]).messages,
    },
    memory(0, 'temporary', 4),
    memory(0, 'temporary', -4),
    memory(0, 'gradients', 3),
  ];

  it('tells what a rank holds after each event', () => {
    expect(memoryTimeline(trace, 0).map(({ total }) => total)).toEqual([10, 10, 10, 14, 10, 13]);
  });

  it('tells peaks by kind and in all, which need not fall together', () => {
    expect(peakBytes(trace, 0)).toEqual({ parameters: 10, gradients: 3, optimizerStates: 0, temporary: 4, total: 14 });
    expect(peakBytes(trace, 1).total).toBe(7);
  });

  it('counts what each rank sent', () => {
    expect(volumePerRank(trace, 2)).toEqual([2, 1]);
  });

  it('is refused where memory would become negative', () => {
    expect(() => memoryTimeline([memory(0, 'gradients', 2), memory(0, 'gradients', -3)], 0)).toThrow(RangeError);
  });
});

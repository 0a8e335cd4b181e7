import { describe, expect, it } from 'vitest';
import { createRandom } from '#mechanisms/numeric/random.ts';
import { oneFOneB } from './one-f-one-b.ts';
import { executor, livePeers, recycle, recycleTasks } from './recycle.ts';
import type { RecycleSetup } from './recycle.ts';
import {
  faultFree,
  faultScaledTime,
  iterationBound,
  iterationTime,
  load,
  passBound,
  passTime,
  slowdown,
} from './recycle-cost.ts';
import { peakActivations, totalWork, workerName } from './schedule.ts';
import type { Job, Schedule, Worker } from './schedule.ts';
import { validate } from './validate.ts';

const off = { decoupledBackProp: false, staggeredOptimizer: false };
const decoupled = { decoupledBackProp: true, staggeredOptimizer: false };
const all = { decoupledBackProp: true, staggeredOptimizer: true };

/** The talk's example: 3 pipelines × 4 stages × 6 micro-batches, W1_2 dead, optimizer step of 3 slots. */
const talk: RecycleSetup = {
  D: 3,
  p: 4,
  m: 6,
  tF: 1,
  tBInput: 1,
  tBWeight: 1,
  tOpt: 3,
  failed: [{ pipeline: 1, stage: 2 }],
  ...off,
};

const everyWorker: Worker[] = [0, 1, 2].flatMap((pipeline) => [0, 1, 2, 3].map((stage) => ({ pipeline, stage })));

/** A setup with any sizes, times and switches, and any failures that leave each stage one live worker. */
function randomSetup(seed: number): RecycleSetup {
  const { integer, next } = createRandom(seed);
  const [D, p, m] = [integer(1, 4), integer(1, 4), integer(1, 5)];
  const failed = Array.from({ length: p }, (_, stage) => {
    const survivor = integer(0, D - 1);
    const others = Array.from({ length: D }, (_, pipeline) => ({ pipeline, stage }));
    return others.filter(({ pipeline }) => pipeline !== survivor && next() < 0.3);
  }).flat();
  return {
    D,
    p,
    m,
    failed,
    tF: integer(1, 3),
    tBInput: integer(1, 3),
    tBWeight: integer(1, 3),
    tOpt: integer(0, 4),
    decoupledBackProp: next() < 0.5,
    staggeredOptimizer: next() < 0.5,
    memory: next() < 0.5 ? Infinity : integer(1, 6),
  };
}

/** The rules of a training iteration told again, slowly, from the jobs alone and not from their `after`. */
function expectTrained(
  { D, p, m, failed, decoupledBackProp }: RecycleSetup,
  { jobs }: Schedule,
  iteration: number,
): void {
  const only = (kind: Job['kind'], pipeline: number, index: number, stage: number): Job => {
    const found = jobs.filter(
      (job) =>
        job.kind === kind &&
        job.iteration === iteration &&
        job.modelStage === stage &&
        job.microBatch?.pipeline === pipeline &&
        job.microBatch.index === index,
    );
    expect(found).toHaveLength(1);
    return found[0]!;
  };
  const [passesOn, endsWith] = decoupledBackProp
    ? (['backward-input', 'backward-weight'] as const)
    : (['backward', 'backward'] as const);
  for (let d = 0; d < D; d++)
    for (let i = 0; i < m; i++)
      for (let s = 0; s < p; s++) {
        const [forward, back, last] = [only('forward', d, i, s), only(passesOn, d, i, s), only(endsWith, d, i, s)];
        expect(forward.worker.stage).toBe(s);
        expect(new Set([forward, back, last].map(({ worker }) => workerName(worker))).size).toBe(1);
        if (!failed.some((worker) => worker.pipeline === d && worker.stage === s))
          expect(forward.worker.pipeline).toBe(d);
        expect(back.start).toBeGreaterThanOrEqual(forward.end);
        if (last !== back) expect(last.start).toBeGreaterThanOrEqual(back.end);
        if (s > 0) expect(forward.start).toBeGreaterThanOrEqual(only('forward', d, i, s - 1).end);
        if (s < p - 1) expect(back.start).toBeGreaterThanOrEqual(only(passesOn, d, i, s + 1).end);
      }
}

/** Weights change between iterations: a step after all gradients of its stage, and nothing of the next before it. */
function expectSynchronous({ jobs }: Schedule): void {
  for (const step of jobs.filter(({ kind }) => kind === 'optimizer')) {
    const stage = jobs.filter(({ kind, modelStage }) => kind !== 'optimizer' && modelStage === step.modelStage);
    for (const job of stage) {
      if (job.iteration <= step.iteration) expect(job.end).toBeLessThanOrEqual(step.start);
      else if (job.worker.pipeline === step.worker.pipeline) expect(job.start).toBeGreaterThanOrEqual(step.end);
    }
  }
}

describe('the worked example of the talk (SOSP slides 13–25)', () => {
  it('takes 27 slots without failures, and 30 with the optimizer step', () => {
    expect(passTime(faultFree(talk))).toBe(27);
    expect(iterationTime(faultFree(talk))).toBe(30);
  });

  it('takes 36 slots, a third more, when W1_2’s micro-batches are only rerouted', () => {
    expect(passTime(talk)).toBe(36);
  });

  it('takes 29 slots with Decoupled BackProp, 7.4 % more (the slide says 8 %), and no schedule takes fewer', () => {
    expect(passTime({ ...talk, ...decoupled })).toBe(29);
    expect(passBound({ ...talk, ...decoupled })).toBe(29);
  });

  it('loses nothing with the Staggered Optimizer: 30 slots from iteration to iteration, and no schedule takes fewer', () => {
    expect(iterationTime({ ...talk, ...decoupled })).toBe(32);
    expect(iterationTime({ ...talk, ...all })).toBe(30);
    expect(iterationBound({ ...talk, ...all })).toBe(30);
    expect(slowdown({ ...talk, ...all })).toBe(0);
  });

  it('stays above the fault-scaled line: 11 of 12 workers in proportion would need 30 · 12/11 slots', () => {
    expect(faultScaledTime({ ...talk, ...all })).toBeCloseTo((30 * 12) / 11, 12);
    expect(iterationTime({ ...talk, ...all })).toBeLessThan(faultScaledTime({ ...talk, ...all }));
  });

  it('gives the 6 micro-batches of W1_2 to its two peers in turn, and no other worker has more to do', () => {
    const takers = [0, 1, 2, 3, 4, 5].map((index) => workerName(executor(talk, { pipeline: 1, index }, 2)));
    expect(takers).toEqual(['W0_2', 'W2_2', 'W0_2', 'W2_2', 'W0_2', 'W2_2']);
    expect(everyWorker.map((worker) => load(talk, worker))).toEqual([6, 6, 9, 6, 6, 6, 0, 6, 6, 6, 9, 6]);
  });

  it('comes back to 30 slots whichever worker dies', () => {
    expect(everyWorker.map((worker) => iterationTime({ ...talk, ...all, failed: [worker] }))).toEqual(
      everyWorker.map(() => 30),
    );
  });

  it('pays for the deferred work with memory: with room for p = 4 micro-batches per worker the loss stays', () => {
    expect(iterationTime({ ...talk, ...all, memory: 4 })).toBeGreaterThan(30);
    expect(iterationTime({ ...talk, ...all, memory: 7 })).toBe(30);
    const workers = recycle({ ...talk, ...all, memory: 7 }, 4);
    for (const worker of workers.workers) expect(peakActivations(workers, worker)).toBeLessThanOrEqual(7);
  });

  it.each(everyWorker.map((worker) => [workerName(worker), worker] as const))(
    'never gets longer by a switch when %s is dead',
    (_, worker) => {
      const failed = [worker];
      const passes = [off, decoupled].map((switches) => passTime({ ...talk, ...switches, failed }));
      const iterations = [off, decoupled, all].map((switches) => iterationTime({ ...talk, ...switches, failed }));
      expect(passes).toEqual(passes.toSorted((a, b) => b - a));
      expect(iterations).toEqual(iterations.toSorted((a, b) => b - a));
    },
  );
});

describe('ReCycle', () => {
  it('is valid, trains every micro-batch once and on one worker per stage, and stays synchronous, in 3000 random setups', () => {
    for (let seed = 0; seed < 3000; seed++) {
      const setup = randomSetup(seed);
      const schedule = recycle(setup, 2);
      expect(validate(recycleTasks(setup, 2), schedule), `seed ${seed}`).toEqual([]);
      if (seed % 10 > 0) continue;
      expectTrained(setup, schedule, seed % 20 === 0 ? 0 : 1);
      expectSynchronous(schedule);
    }
  }, 30_000);

  it('is 1F1B, start by start, when nothing has failed', () => {
    for (let seed = 0; seed < 500; seed++) {
      const setup = { ...faultFree(randomSetup(seed)), memory: Infinity };
      const jobs = recycle(setup).jobs.filter(({ kind }) => kind !== 'optimizer');
      const witness = oneFOneB({ ...setup, tB: setup.tBInput + setup.tBWeight });
      const placed = (list: readonly Job[]): string[] =>
        list.map(({ id, start, end }) => `${id} ${start}–${end}`).sort();
      expect(placed(jobs), `seed ${seed}`).toEqual(placed(witness.jobs));
    }
  });

  it('conserves the work: D · m · p micro-batch stages, and an optimizer step per live worker', () => {
    for (let seed = 0; seed < 500; seed++) {
      const setup = randomSetup(seed);
      const { D, p, m, tF, tBInput, tBWeight, tOpt, failed } = setup;
      const work = D * p * m * (tF + tBInput + tBWeight) + (D * p - failed.length) * tOpt;
      expect(totalWork(recycle(setup).jobs)).toBe(work);
    }
  });

  it('never beats the bounds of work and critical path', () => {
    for (let seed = 0; seed < 500; seed++) {
      const setup = randomSetup(seed);
      expect(passTime(setup), `seed ${seed}`).toBeGreaterThanOrEqual(passBound(setup));
      expect(iterationTime(setup), `seed ${seed}`).toBeGreaterThanOrEqual(iterationBound(setup) - 1e-9);
    }
  });

  it('respects the memory of every worker', () => {
    for (let seed = 0; seed < 500; seed++) {
      const setup = { ...randomSetup(seed), memory: 1 + (seed % 5) };
      const schedule = recycle(setup, 2);
      for (const worker of schedule.workers)
        expect(peakActivations(schedule, worker)).toBeLessThanOrEqual(setup.memory);
    }
  });

  it('spreads the micro-batches of dead workers evenly over the live peers', () => {
    for (let seed = 0; seed < 500; seed++) {
      const setup = randomSetup(seed);
      for (let stage = 0; stage < setup.p; stage++) {
        const loads = livePeers(setup, stage).map((pipeline) => load(setup, { pipeline, stage }));
        expect(loads.reduce((a, b) => a + b)).toBe(setup.D * setup.m);
        expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1);
      }
    }
  });

  it('degrades gracefully: with m/(D − 1) above p − 1 the bubbles are too few, and a failure costs time', () => {
    for (const m of [6, 12, 24]) expect(slowdown({ ...talk, ...all, m }) > 0).toBe(m / 2 > 3);
  });

  it('gets no longer by a switch in any of 108 shapes with one dead worker, however much memory there is', () => {
    for (const D of [2, 3])
      for (const p of [2, 4])
        for (const m of [4, 6, 12])
          for (let stage = 0; stage < p; stage++)
            for (const memory of [p, 2 * p, Infinity]) {
              const setup = { ...talk, D, p, m, memory, failed: [{ pipeline: 0, stage }] };
              const times = [off, decoupled, all].map((switches) => iterationTime({ ...setup, ...switches }));
              expect(times, `D ${D}, p ${p}, m ${m}, stage ${stage}, memory ${memory}`).toEqual(
                times.toSorted((a, b) => b - a),
              );
            }
  }, 30_000);

  it('survives as long as each stage keeps one worker', () => {
    const diagonal = [0, 1, 2, 3].flatMap((stage) =>
      [stage % 3, (stage + 1) % 3].map((pipeline) => ({ pipeline, stage })),
    );
    const setup = { ...talk, ...all, failed: diagonal };
    expect(validate(recycleTasks(setup, 3), recycle(setup, 3))).toEqual([]);
    expect(load(setup, { pipeline: 2, stage: 0 })).toBe(18);
  });

  it.each<[string, Partial<RecycleSetup>, string]>([
    [
      'a stage is lost',
      { failed: [0, 1, 2].map((pipeline) => ({ pipeline, stage: 2 })) },
      'Stage 2 has lost all 3 of its workers: no live peer holds its weights.',
    ],
    ['a single pipeline loses a worker', { D: 1, failed: [{ pipeline: 0, stage: 0 }] }, 'Stage 0 has lost all 1'],
    [
      'the failed worker does not exist',
      { failed: [{ pipeline: 3, stage: 0 }] },
      'There is no worker W3_0 in 3 pipelines of 4 stages.',
    ],
    ['a size is no positive integer', { m: 0 }, 'positive integers'],
    ['there is no memory', { memory: 0 }, 'memory is at least 1'],
    ['a time is not positive', { tBWeight: 0 }, 'Times are positive'],
  ])('throws when %s', (_, change, message) => {
    expect(() => recycle({ ...talk, ...change })).toThrow(new RegExp(`^.*${message.replace('.', '\\.')}`));
    expect(() => recycle({ ...talk, ...change })).toThrow(RangeError);
  });
});

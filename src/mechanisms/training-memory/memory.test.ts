import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sizeOf } from '#mechanisms/parallelism/partition.ts';
import { isSharded, largestModel, modelStateBytes, shardMap, totalBytes } from './memory.ts';
import type { Stage, TrainingSetup } from './memory.ts';
import { bytesPerParameter, kinds, precisionRecipes } from './precision-recipes.ts';

const GB = 1e9;
const recipe = precisionRecipes['mixed-precision-adam'];
const totalGB = (psi: number, Nd: number, stage: Stage): number =>
  totalBytes(modelStateBytes(psi, { recipe, stage, Nd })) / GB;

const stages = fc.constantFrom<Stage>(0, 1, 2, 3);
const setups: fc.Arbitrary<TrainingSetup> = fc.record({
  recipe: fc.constantFrom(...Object.values(precisionRecipes)),
  stage: stages,
  Nd: fc.integer({ min: 1, max: 1024 }),
  Nm: fc.integer({ min: 1, max: 16 }),
});

describe('modelStateBytes', () => {
  it('reproduces Fig. 1: 120 / 31.4 / 16.6 / 1.9 GB at Ψ = 7.5B, N_d = 64, K = 12', () => {
    const figure = ([0, 1, 2, 3] as const).map((stage) => totalGB(7.5e9, 64, stage));
    expect(figure).toEqual([120, 31.40625, 16.640625, 1.875]);
    expect(figure.map((value) => value.toFixed(1))).toEqual(['120.0', '31.4', '16.6', '1.9']);
  });

  // The paper rounds some cells and cuts others (4011.7 is printed as 4011), so each is held to its last digit.
  it.each`
    Nd      | small                       | medium                      | large
    ${1}    | ${['120', '120', '120']}    | ${['2048', '2048', '2048']} | ${['16000', '16000', '16000']}
    ${4}    | ${['52.5', '41.3', '30']}   | ${['896', '704', '512']}    | ${['7000', '5500', '4000']}
    ${16}   | ${['35.6', '21.6', '7.5']}  | ${['608', '368', '128']}    | ${['4750', '2875', '1000']}
    ${64}   | ${['31.4', '16.6', '1.88']} | ${['536', '284', '32']}     | ${['4187', '2218', '250']}
    ${256}  | ${['30.4', '15.4', '0.47']} | ${['518', '263', '8']}      | ${['4046', '2054', '62.5']}
    ${1024} | ${['30.1', '15.1', '0.12']} | ${['513', '257', '2']}      | ${['4011', '2013', '15.6']}
  `('reproduces the row N_d = $Nd of Table 1, for 7.5B, 128B and 1T parameters', ({ Nd, small, medium, large }) => {
    const row: [number, string[]][] = [
      [7.5e9, small],
      [128e9, medium],
      [1e12, large],
    ];
    for (const [psi, printed] of row) {
      printed.forEach((cell, i) => {
        const lastDigit = 10 ** -(cell.split('.')[1]?.length ?? 0);
        expect(Math.abs(totalGB(psi, Nd as number, (i + 1) as Stage) - Number(cell))).toBeLessThan(lastDigit);
      });
    }
  });

  it('asks 24 GB for the states of GPT-2 1.5B although its fp16 weights take 3 GB (Sec. 3.1)', () => {
    const bytes = modelStateBytes(1.5e9, { recipe, stage: 0, Nd: 1 });
    expect(bytes.parameters).toBe(3 * GB);
    expect(totalBytes(bytes)).toBe(24 * GB);
  });

  it('saves 4× and 8× in the limit of many ranks, and N_d× at stage 3', () => {
    expect(totalGB(1e9, 1, 0) / totalGB(1e9, 1e9, 1)).toBeCloseTo(4, 6);
    expect(totalGB(1e9, 1, 0) / totalGB(1e9, 1e9, 2)).toBeCloseTo(8, 6);
    expect(totalGB(1e9, 1, 0) / totalGB(1e9, 96, 3)).toBeCloseTo(96, 9);
  });

  it('saves nothing on one rank', () => {
    for (const stage of [1, 2, 3] as const) expect(totalGB(7.5e9, 1, stage)).toBe(120);
  });

  it('is never negative, and never grows with the stage or the number of ranks', () => {
    fc.assert(
      fc.property(fc.nat(1e12), setups, (psi, setup) => {
        const bytes = modelStateBytes(psi, setup);
        for (const kind of kinds) expect(bytes[kind]).toBeGreaterThanOrEqual(0);
        const total = totalBytes(bytes);
        expect(totalBytes(modelStateBytes(psi, { ...setup, Nd: setup.Nd + 1 }))).toBeLessThanOrEqual(total);
        if (setup.stage === 0) return;
        const before = { ...setup, stage: (setup.stage - 1) as Stage };
        expect(totalBytes(modelStateBytes(psi, before))).toBeGreaterThanOrEqual(total);
      }),
    );
  });

  it('multiplies with model parallelism: at stage 3 each GPU holds 1/(N_d · N_m) (Sec. 5.4)', () => {
    const bytes = modelStateBytes(1e12, { recipe, stage: 3, Nd: 64, Nm: 16 });
    expect(totalBytes(bytes)).toBe((16 * 1e12) / (64 * 16));
  });
});

describe('largestModel', () => {
  it.each([
    [0, 2, 0],
    [1, 7.6, 1],
    [2, 14.4, 1],
    [3, 128, 0],
  ] as const)('reproduces Table 2, 32 GB and N_d = 64: at stage %i a model of %fB', (stage, billions, digits) => {
    const psi = largestModel(32 * GB, { recipe, stage, Nd: 64 });
    expect((psi / 1e9).toFixed(digits)).toBe(String(billions));
  });

  it('reproduces the last row of Table 2: 2T parameters at stage 3 with N_m = 16', () => {
    expect(largestModel(32 * GB, { recipe, stage: 3, Nd: 64, Nm: 16 })).toBe(2048e9);
  });

  it('fits, and one parameter more does not', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 80 }), setups, (gigabytes, setup) => {
        const memory = gigabytes * GB;
        const psi = largestModel(memory, setup);
        const rounding = 4 * Number.EPSILON * memory;
        expect(totalBytes(modelStateBytes(psi, setup))).toBeLessThanOrEqual(memory + rounding);
        expect(totalBytes(modelStateBytes(psi + 1, setup))).toBeGreaterThan(memory - rounding);
      }),
    );
  });
});

describe('shardMap', () => {
  it('shares 10 parameters among 4 ranks at stage 2 as worked by hand', () => {
    const all = { start: 0, end: 10 };
    const own = [
      { start: 0, end: 3 },
      { start: 3, end: 6 },
      { start: 6, end: 8 },
      { start: 8, end: 10 },
    ];
    expect(shardMap(10, 4, 2)).toEqual(
      own.map((slice) => ({ parameters: all, gradients: slice, optimizerStates: slice })),
    );
  });

  it('holds each element of a sharded kind on exactly one rank, of a replicated kind on every rank', () => {
    fc.assert(
      fc.property(fc.nat(120), fc.integer({ min: 1, max: 17 }), stages, (length, Nd, stage) => {
        const map = shardMap(length, Nd, stage);
        for (const kind of kinds) {
          const holders = Array.from(
            { length },
            (_, i) => map.filter(({ [kind]: slice }) => slice.start <= i && i < slice.end).length,
          );
          expect(holders).toEqual(Array.from({ length }, () => (isSharded(stage, kind) ? 1 : Nd)));
        }
      }),
    );
  });

  it('averages to the formula, and no rank is a whole parameter off it', () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.integer({ min: 1, max: 64 }), stages, (psi, Nd, stage) => {
        const average = modelStateBytes(psi, { recipe, stage, Nd });
        const map = shardMap(psi, Nd, stage);
        for (const kind of kinds) {
          const held = map.map((rank) => sizeOf(rank[kind]) * bytesPerParameter(recipe)[kind]);
          expect(held.reduce((a, b) => a + b) / Nd).toBeCloseTo(average[kind], 6);
          for (const bytes of held) {
            expect(Math.abs(bytes - average[kind])).toBeLessThan(bytesPerParameter(recipe)[kind]);
          }
        }
      }),
    );
  });
});

it.each([
  ['a negative model', () => modelStateBytes(-1, { recipe, stage: 0, Nd: 1 })],
  ['a model that is no number', () => modelStateBytes(Number.NaN, { recipe, stage: 0, Nd: 1 })],
  ['no ranks', () => modelStateBytes(1, { recipe, stage: 0, Nd: 0 })],
  ['half a rank', () => largestModel(1, { recipe, stage: 0, Nd: 1.5 })],
  ['no model-parallel part', () => largestModel(1, { recipe, stage: 0, Nd: 1, Nm: 0 })],
  ['negative memory', () => largestModel(-1, { recipe, stage: 0, Nd: 1 })],
  ['a shard map of no ranks', () => shardMap(4, 0, 1)],
])('%s throws', (_, act) => expect(act).toThrow(RangeError));

import { describe, expect, it } from 'vitest';
import { Matrix } from '#mechanisms/numeric/matrix.ts';
import { createRandom } from '#mechanisms/numeric/random.ts';
import {
  defaultDecays,
  experimentDecays,
  gatedMultiScaleRetention,
  halfLife,
  normalise,
  varianceGain,
} from './multi-scale-retention.ts';
import { recurrentRetention } from './retention.ts';

const { normal } = createRandom(9);

describe('decay rates', () => {
  it('are 31/32, 63/64, … by default (Eq. 8)', () => {
    expect(defaultDecays(3)).toEqual([31 / 32, 63 / 64, 127 / 128]);
  });

  it('run from 31/32 to 511/512 in equal ratios of 1 − γ in the experiments (§3.1)', () => {
    const lost = experimentDecays(8).map((gamma) => 1 - gamma);
    expect(lost[0]).toBeCloseTo(1 / 32, 12);
    expect(lost[7]).toBeCloseTo(1 / 512, 12);
    for (let i = 2; i < 8; i++) expect(lost[i]! / lost[i - 1]!).toBeCloseTo(lost[1]! / lost[0]!, 9);
  });

  it('halve in a half-life', () => {
    for (const gamma of experimentDecays(5)) expect(gamma ** halfLife(gamma)).toBeCloseTo(0.5, 12);
  });
});

describe('normalisation of heads', () => {
  it('takes out any positive scale: GroupNorm(α·head) = GroupNorm(head) (§2.2)', () => {
    const row = Array.from({ length: 16 }, normal);
    normalise(row.map((x) => 37 * x)).forEach((x, c) => expect(x).toBeCloseTo(normalise(row)[c]!, 12));
    expect(normalise([3, 3])).toEqual([0, 0]);
  });

  it('is needed: slow heads pile up more, as 1/(1 − γ²) says of independent terms', () => {
    const measured = (gamma: number) => {
      const ones = Matrix.from(700, 1, () => 1);
      const { output } = recurrentRetention({ Q: ones, K: ones, V: Matrix.from(700, 40, normal), gamma });
      const late = output.sliceRows(200, 700).toRows().flat();
      return late.reduce((sum, x) => sum + x * x, 0) / late.length;
    };
    for (const gamma of [0.5, 31 / 32]) expect(Math.abs(measured(gamma) / varianceGain(gamma) - 1)).toBeLessThan(0.1);
    expect(varianceGain(511 / 512) / varianceGain(31 / 32)).toBeCloseTo(15.8, 1);
  });
});

describe('gated multi-scale retention', () => {
  const X = Matrix.from(6, 4, normal);
  const head = (gamma: number) => ({
    Q: Matrix.from(6, 2, normal),
    K: Matrix.from(6, 2, normal),
    V: Matrix.from(6, 3, normal),
    gamma,
  });
  const heads = [head(0.5), head(0.9)];
  const WG = Matrix.from(4, 6, normal);
  const WO = Matrix.from(6, 4, normal);

  it('does not notice a head whose values are all multiplied by one number', () => {
    const louder = heads.map((one, i) => (i === 0 ? { ...one, V: one.V.scale(100) } : one));
    const change = gatedMultiScaleRetention(X, louder, WG, WO).distance(gatedMultiScaleRetention(X, heads, WG, WO));
    expect(change).toBeLessThan(1e-10);
  });

  it('lets nothing through where the gate is zero', () => {
    expect(gatedMultiScaleRetention(X, heads, new Matrix(4, 6), WO).distance(new Matrix(6, 4))).toBe(0);
  });
});

import { describe, expect, it } from 'vitest';
import { drawEncoder } from './vit-encoder.ts';
import { patchCount, vit, vitMultiplications, vitParameters } from './vit-size.ts';

const millions = (n: number) => Math.round(n / 1e6);

describe('the size of ViT', () => {
  it('is Table 1’s for Base and Huge: 86 and 632 million, the latter with a head of a thousand classes', () => {
    expect(millions(vitParameters(vit['B/16']))).toBe(86);
    expect(millions(vitParameters(vit['H/14'], 1000))).toBe(632);
  });

  it('is within one per cent of Table 1’s 307 million for Large, whose patch the table does not name', () => {
    for (const name of ['L/16', 'L/32'] as const)
      expect(Math.abs(vitParameters(vit[name], 1000) / 307e6 - 1)).toBeLessThan(0.01);
  });

  it('counts the weight matrices that the encoder has, and no others of that size', () => {
    const [L, D] = [3, 16];
    const cells = drawEncoder(L, D, 4, 1).reduce(
      (sum, { attention: { WQ, WK, WV, WO }, up, down }) =>
        sum + [...WQ, ...WK, ...WV, WO, up, down].reduce((cells, { rows, cols }) => cells + rows * cols, 0),
      0,
    );
    const biasesAndNorms = L * (4 * D + 4 * D + D + 4 * D) + 2 * D;
    const outside = 2 * 2 * 3 * D + D + D + 5 * D;
    expect(vitParameters({ L, D, heads: 4, P: 2, side: 4 })).toBe(cells + biasesAndNorms + outside);
  });
});

describe('the cost of small patches', () => {
  it('has four times the tokens and sixteen times the scores when P is halved', () => {
    const [coarse, fine] = [32, 16].map((P) => patchCount({ side: 224, P })) as [number, number];
    expect(fine / coarse).toBe(4);
    const quadratic = (P: number) => vitMultiplications({ ...vit['B/16'], P }).quadratic / 12 / 768 / 2;
    expect(Math.sqrt(quadratic(16)) - 1).toBe(196);
    expect((Math.sqrt(quadratic(16)) - 1) ** 2 / (Math.sqrt(quadratic(32)) - 1) ** 2).toBe(16);
  });

  it('has as much to do for scores as for weights at six times the width in tokens', () => {
    const n = 6 * 768;
    const side = 16 * Math.sqrt(n - 1);
    const { linear, quadratic } = vitMultiplications({ ...vit['B/16'], side });
    const embedding = (n - 1) * 768 * 768;
    expect((linear - embedding) / quadratic).toBeCloseTo(1, 9);
  });
});

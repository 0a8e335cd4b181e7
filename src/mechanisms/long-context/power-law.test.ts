import { describe, expect, it } from 'vitest';
import { createRandom } from '../numeric/random.ts';
import { fitPowerLaw, powerLaw } from './power-law.ts';

const xs = Array.from({ length: 24 }, (_, i) => 100 * 1.6 ** i);
const law = { alpha: 3, beta: -0.35, gamma: 1.2 };

describe('the fit', () => {
  it('gives back the law that made the points', () => {
    const found = fitPowerLaw(xs.map((x) => [x, powerLaw(law, x)]));
    for (const name of ['alpha', 'beta', 'gamma'] as const) expect(found[name]).toBeCloseTo(law[name], 4);
  });

  it('comes near it through noise', () => {
    const { normal } = createRandom(3);
    const found = fitPowerLaw(xs.map((x) => [x, powerLaw(law, x) + 0.005 * normal()]));
    expect(found.beta).toBeCloseTo(law.beta, 1);
    expect(found.gamma).toBeCloseTo(law.gamma, 1);
  });
});

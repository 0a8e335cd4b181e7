import { describe, expect, it } from 'vitest';
import { Matrix } from '#mechanisms/numeric/matrix.ts';
import { createRandom } from '#mechanisms/numeric/random.ts';
import { drawGates, tallyGroups } from './gating-sample.ts';

describe('tallyGroups', () => {
  it('counts what is lost where all tokens want the same two experts', () => {
    const g = Matrix.from(8, 4, (_, e) => [0.6, 0.4, 0, 0][e]!);
    // C = 2·8/4 = 4: four tokens get both experts, four get none, two experts stay empty.
    expect(tallyGroups(g, 1, () => 0)).toEqual({ firstLost: 0.5, overflowed: 0.5, empty: 0.5 });
  });

  it('loses nothing where the choices of every group are even', () => {
    const g = Matrix.from(8, 4, (s, e) => (e === s % 4 ? 0.6 : e === (s + 1) % 4 ? 0.4 : 0));
    expect(tallyGroups(g, 2, () => 0)).toEqual({ firstLost: 0, overflowed: 0, empty: 0 });
  });

  it('loses more in small groups than in large ones', () => {
    const g = drawGates(512, 8, createRandom(1));
    const lost = [64, 16, 1].map((G) => tallyGroups(g, G, () => 0).overflowed);
    expect(lost[0]).toBeGreaterThan(lost[1]!);
    expect(lost[2]).toBe(0);
  });
});

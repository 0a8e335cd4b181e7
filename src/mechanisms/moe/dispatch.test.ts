import { describe, expect, it } from 'vitest';
import { Matrix } from '#mechanisms/numeric/matrix.ts';
import { createRandom } from '#mechanisms/numeric/random.ts';
import { combineOutputs, combineWeights, dispatch, feedForward, type Expert } from './dispatch.ts';
import { drawGates } from './gating-sample.ts';
import { overflowed, type Routing } from './routing.ts';
import { shardedLayer } from './sharded-layer.ts';
import { switchRouting } from './switch-routing.ts';
import { topTwoGating } from './top-two-gating.ts';

const [D, S, M, H, C] = [4, 6, 3, 5, 2];
const random = createRandom(11);
const draw = (rows: number, cols: number) => Matrix.from(rows, cols, () => random.normal());
const experts: Expert[] = Array.from({ length: D }, () => ({ wi: draw(M, H), wo: draw(H, M) }));
const x = Array.from({ length: D }, () => draw(S, M));

/** The witness: token by token, the weighted sum over the experts that took it (Eq. 3). */
function tokenByToken(tokens: Matrix, { assignments }: Routing): Matrix {
  const y = new Matrix(tokens.rows, M);
  for (const { token, expert, weight } of assignments) {
    const answer = feedForward(tokens.sliceRows(token, token + 1), experts[expert]!);
    for (let j = 0; j < M; j++) y.set(token, j, y.at(token, j) + weight * answer.at(0, j));
  }
  return y;
}

describe.each([
  ['top two', () => topTwoGating(drawGates(S, D, random), C, random.next)],
  ['top one', () => switchRouting(drawGates(S, D, random), C)],
])('dispatch and combine after %s routing', (_, route) => {
  const routings = x.map(route);

  it('give what a loop over each token’s experts gives', () => {
    x.forEach((tokens, g) => {
      const combine = combineWeights(routings[g]!);
      const answers = dispatch(combine, tokens).map((rows, e) => feedForward(rows, experts[e]!));
      expect(combineOutputs(combine, answers).distance(tokenByToken(tokens, routings[g]!))).toBeLessThan(1e-12);
    });
  });

  it('give the same on one device and on four with two AllToAlls', () => {
    shardedLayer(x, routings, experts).forEach((y, g) => {
      expect(y.distance(tokenByToken(x[g]!, routings[g]!))).toBeLessThan(1e-12);
    });
  });

  it('leave zero for every overflowed token', () => {
    const outputs = shardedLayer(x, routings, experts);
    const dropped = routings.flatMap((routing, g) => overflowed(routing).map((s) => outputs[g]!.row(s)));
    expect(dropped.length).toBeGreaterThan(0);
    expect(dropped.flat().every((value) => value === 0)).toBe(true);
  });
});

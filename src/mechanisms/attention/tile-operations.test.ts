import { describe, expect, it } from 'vitest';
import { flash1Tile, flash2Finish, flash2Tile, matmulShare, price } from './tile-operations.ts';

/** Scalar arithmetic that counts itself. */
function counter() {
  let operations = 0;
  const counted =
    <A extends number[]>(f: (...x: A) => number) =>
    (...x: A) => {
      operations += 1;
      return f(...x);
    };
  return {
    max: counted((a: number, b: number) => Math.max(a, b)),
    add: counted((a: number, b: number) => a + b),
    sub: counted((a: number, b: number) => a - b),
    mul: counted((a: number, b: number) => a * b),
    div: counted((a: number, b: number) => a / b),
    exp: counted(Math.exp),
    log: counted(Math.log),
    count: () => operations,
  };
}

const [Bc, d] = [5, 3];
const scores = [0.3, -1.2, 2.1, 0.4, 1.7];
const pv = [4, 5, 6];
const before = { m: 1.1, l: 2.5, O: [1, 2, 3] };

describe('the operations of one row of a tile', () => {
  it('are those that a scalar FlashAttention does', () => {
    const { max, add, sub, mul, div, exp, count } = counter();
    const mTile = scores.reduce((a, b) => max(a, b));
    const P = scores.map((s) => exp(sub(s, mTile)));
    const lTile = P.reduce((a, b) => add(a, b));
    const m = max(before.m, mTile);
    const [old, tile] = [exp(sub(before.m, m)), exp(sub(mTile, m))];
    const oldSum = mul(old, before.l);
    const l = add(oldSum, mul(tile, lTile));
    const [a, b] = [div(oldSum, l), div(tile, l)];
    before.O.forEach((o, c) => add(mul(a, o), mul(b, pv[c]!)));
    const { softmax, rescaling } = flash1Tile({ Br: 1, Bc, d });
    expect(count()).toBe(softmax + rescaling);
  });

  it('are those that a scalar FlashAttention-2 does, and its last step', () => {
    const { max, add, sub, mul, div, exp, log, count } = counter();
    const m = max(
      before.m,
      scores.reduce((a, b) => max(a, b)),
    );
    const P = scores.map((s) => exp(sub(s, m)));
    const shrink = exp(sub(before.m, m));
    const l = add(
      mul(shrink, before.l),
      P.reduce((a, b) => add(a, b)),
    );
    const O = before.O.map((o, c) => mul(shrink, o) + pv[c]!); // the tensor core adds
    const { softmax, rescaling } = flash2Tile({ Br: 1, Bc, d });
    expect(count()).toBe(softmax + rescaling);
    O.forEach((o) => div(o, l));
    add(m, log(l));
    expect(count()).toBe(softmax + rescaling + flash2Finish({ Br: 1, Bc, d }));
  });
});

describe('matmulShare', () => {
  it('prices an operation outside the products at 16 (§3.1)', () => expect(price).toBe(16));

  it('leaves more of the peak to FlashAttention-2, and more to wider heads', () => {
    const [narrow, wide] = [
      { Br: 128, Bc: 128, d: 64 },
      { Br: 128, Bc: 128, d: 128 },
    ] as const;
    expect(matmulShare(flash2Tile(narrow))).toBeGreaterThan(matmulShare(flash1Tile(narrow)));
    expect(matmulShare(flash2Tile(wide))).toBeGreaterThan(matmulShare(flash2Tile(narrow)));
  });

  it('bounds from above the 73% of peak that the paper reaches (§4)', () => {
    expect(matmulShare(flash2Tile({ Br: 128, Bc: 128, d: 128 }))).toBeGreaterThan(0.73);
  });
});

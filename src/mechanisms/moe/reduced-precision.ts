import { softmax } from '#mechanisms/attention/softmax.ts';
import type { Matrix } from '#mechanisms/numeric/matrix.ts';

/**
 * What bfloat16 does to a router: its logits rounded to eight significant bits, the softmax after them exact. Left out:
 * rounding inside the softmax and in the product before it, and everything that training does with the errors.
 */

// #region bfloat16
/** The nearest bfloat16: float32 with the lower 16 of its 32 bits rounded away, ties to even. */
export function toBfloat16(x: number): number {
  const view = new DataView(new ArrayBuffer(4));
  view.setFloat32(0, x);
  const bits = view.getUint32(0);
  const roundUp = 0x7fff + ((bits >>> 16) & 1);
  view.setUint32(0, ((bits + roundUp) & 0xffff0000) >>> 0);
  return view.getFloat32(0);
}
// #endregion bfloat16

export interface RoundingDamage {
  /** Share of tokens that go to another expert. */
  readonly rerouted: number;
  /** Mean of |p̃/p − 1| over tokens, p the probability of the expert chosen without rounding. */
  readonly weightError: number;
}

/** Compares routing by the logits `h`, T×N, with routing by the same logits in bfloat16. */
export function roundingDamage(h: Matrix): RoundingDamage {
  const tokens = h.toRows().map((row) => {
    const rounded = row.map(toBfloat16);
    const best = row.indexOf(Math.max(...row));
    return {
      moved: rounded.indexOf(Math.max(...rounded)) !== best,
      error: Math.abs(softmax(rounded)[best]! / softmax(row)[best]! - 1),
    };
  });
  return {
    rerouted: tokens.filter(({ moved }) => moved).length / h.rows,
    weightError: tokens.reduce((sum, { error }) => sum + error, 0) / h.rows,
  };
}

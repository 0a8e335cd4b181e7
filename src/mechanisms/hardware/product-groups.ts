/**
 * The matrix products of a layer in the two groups that a roofline tells apart: those with weights, which a whole batch
 * shares, and those of attention, where each sequence brings its own keys and values.
 */
import type { LayerTime, OperatorTime } from './layer.ts';
import type { Work } from './roofline.ts';

export interface ProductGroup extends Work {
  /** Seconds at work, launches not counted. */
  readonly time: number;
  /** FLOPs per byte, and FLOP/s reached. */
  readonly intensity: number;
  readonly performance: number;
}

/** Both groups of one layer, each with its operators added up. */
export function productGroups({ operators }: LayerTime): Record<'weights' | 'attention', ProductGroup> {
  const products = operators.filter(({ operator }) => operator.kind === 'matmul');
  const isAttention = ({ operator: { name } }: OperatorTime): boolean => name === 'Q·Kᵀ' || name === 'A·V';
  return {
    weights: added(products.filter((one) => !isAttention(one))),
    attention: added(products.filter(isAttention)),
  };
}

function added(products: readonly OperatorTime[]): ProductGroup {
  const sum = (of: (one: OperatorTime) => number): number => products.reduce((total, one) => total + of(one), 0);
  const [flops, bytes, time] = [sum((p) => p.roofline!.flops), sum((p) => p.roofline!.bytes), sum((p) => p.work)];
  return { flops, bytes, time, intensity: flops / bytes, performance: flops / time };
}

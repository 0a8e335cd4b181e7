/**
 * The bytes that a transformer layer keeps from its forward for its backward pass, tensor by tensor (Korthikanti et al.,
 * 2022, Sec. 4 and 5): 16-bit activations, dropout masks of one byte, an MLP of 4h with GeLU, attention that writes its
 * scores out. Left out, as in the paper: means and deviations of layer norms, biases, allocator overhead.
 */
import { layerFlops } from './gpt-shape.ts';
import type { GptShape, Recomputation } from './gpt-shape.ts';

/** Where a tensor lives; it decides who shortens it. */
export type Region =
  /** Between the blocks: whole on every rank unless the sequence is cut. */
  | 'between'
  /** Within a tensor-parallel block. */
  | 'inside'
  /** The attention core: as²b elements, cheap to compute again. */
  | 'core';

export interface StoredTensor {
  readonly block: 'attention' | 'mlp' | 'norm';
  readonly name: string;
  readonly region: Region;
  /** In units of sbh, or of as²b for the core. */
  readonly bytes: number;
}

// #region stored-tensors
/** Sec. 4.1 as a table. The paper's 34, 10, 24 and 5 are sums of this column, not inputs. */
export const storedTensors: readonly StoredTensor[] = [
  { block: 'norm', name: 'LayerNorm 1 input', region: 'between', bytes: 2 },
  { block: 'attention', name: 'Q, K, V input', region: 'between', bytes: 2 },
  { block: 'attention', name: 'Q, K', region: 'inside', bytes: 4 },
  { block: 'attention', name: 'softmax output', region: 'core', bytes: 2 },
  { block: 'attention', name: 'softmax dropout mask', region: 'core', bytes: 1 },
  { block: 'attention', name: 'softmax dropout output', region: 'core', bytes: 2 },
  { block: 'attention', name: 'V', region: 'inside', bytes: 2 },
  { block: 'attention', name: 'projection input', region: 'inside', bytes: 2 },
  { block: 'attention', name: 'dropout mask 1', region: 'between', bytes: 1 },
  { block: 'norm', name: 'LayerNorm 2 input', region: 'between', bytes: 2 },
  { block: 'mlp', name: 'A input', region: 'between', bytes: 2 },
  { block: 'mlp', name: 'GeLU input', region: 'inside', bytes: 8 },
  { block: 'mlp', name: 'B input', region: 'inside', bytes: 8 },
  { block: 'mlp', name: 'dropout mask 2', region: 'between', bytes: 1 },
];
// #endregion stored-tensors

/** How a layer's activations are kept. */
export interface Keeping {
  /** t, the tensor-parallel degree. */
  readonly t: number;
  readonly sequenceParallel: boolean;
  readonly recomputation: Recomputation;
}

// #region activation-bytes
/** as/h: how many times as large as an s×b×h tensor the attention core's are. */
export const coreFactor = ({ a, s, h }: GptShape): number => (a * s) / h;

/**
 * Bytes that one rank keeps of a layer, by region, in units of sbh: Table 2. Tensor parallelism divides what is inside
 * its blocks by t, sequence parallelism the rest; selective recomputation keeps none of the core, full only the input.
 */
export function layerActivations(
  shape: GptShape,
  { t, sequenceParallel, recomputation }: Keeping,
): Record<Region, number> {
  if (recomputation === 'full') return { between: 2, inside: 0, core: 0 };
  const sum = (region: Region): number =>
    storedTensors.filter((tensor) => tensor.region === region).reduce((total, { bytes }) => total + bytes, 0);
  return {
    between: sum('between') / (sequenceParallel ? t : 1),
    inside: sum('inside') / t,
    core: recomputation === 'selective' ? 0 : (sum('core') * coreFactor(shape)) / t,
  };
}

/** The same in bytes and in all, for micro-batches of b sequences. */
export function layerActivationBytes(shape: GptShape, b: number, keeping: Keeping): number {
  const { between, inside, core } = layerActivations(shape, keeping);
  return shape.s * b * shape.h * (between + inside + core);
}
// #endregion activation-bytes

// #region first-stage
/**
 * Bytes on a rank of the first of p pipeline stages, the fullest: under 1F1B it holds p micro-batches of L/p layers, so
 * L layers whatever p is (Eq. 5). With m > 1 interleaved chunks a stage, (p − 1)/pm of it on top (Sec. 4.2.3).
 */
export function firstStageBytes(shape: GptShape, b: number, keeping: Keeping, p: number, m = 1): number {
  const interleaving = m > 1 ? 1 + (p - 1) / (p * m) : 1;
  return shape.L * layerActivationBytes(shape, b, keeping) * interleaving;
}
// #endregion first-stage

/**
 * The share that Eq. (5) leaves out (Sec. 4.3): the embeddings' dropout masks and, without a pipeline, the last layer
 * norm, the output layer's input and the logits in 32 bits, over the activations of the layers.
 */
export function outsideLayersShare(shape: GptShape, p: number): number {
  const { L, v, h } = shape;
  const { between, inside, core } = layerActivations(shape, { t: 1, sequenceParallel: true, recomputation: 'none' });
  return (p / L + (p === 1 ? (4 / L) * (1 + v / h) : 0)) / (between + inside + core);
}

// #region price
/** FLOPs to compute again for each byte not kept, on one rank: of the attention core, and of the rest of the layer. */
export function pricePerByte(shape: GptShape): { core: number; rest: number } {
  const { linear, attentionCore } = layerFlops(shape, 1);
  const keeping = { t: 1, sequenceParallel: false } as const;
  const all = layerActivationBytes(shape, 1, { ...keeping, recomputation: 'none' });
  const withoutCore = layerActivationBytes(shape, 1, { ...keeping, recomputation: 'selective' });
  const inputOnly = layerActivationBytes(shape, 1, { ...keeping, recomputation: 'full' });
  return { core: attentionCore / (all - withoutCore), rest: linear / (withoutCore - inputOnly) };
}
// #endregion price

/**
 * The operators of one GPT-style Transformer layer (multi-head attention, an MLP of width 4h with GELU) on one of
 * `devices` tensor-parallel devices, Megatron-LM's split: heads and MLP columns are divided, layer norms are not, and
 * one all-reduce follows each of the two blocks (LLMCompass, Sec. II-A and III-B).
 *
 * A pass computes `tokens` positions of each sequence against `context` positions: prefill has tokens = context, decode
 * has tokens = 1, a chunk of a prefill lies between. Scores above the causal diagonal are computed like the others.
 * Left out: biases, residual additions, embedding, fusion of any kind.
 */
import type { Work } from './roofline.ts';

export interface Model {
  /** Hidden size h. */
  readonly hidden: number;
  readonly heads: number;
  /** Bytes of one weight or activation: 2 in fp16. */
  readonly bytes: number;
}

export interface Pass {
  readonly batch: number;
  /** Positions computed in each sequence. */
  readonly tokens: number;
  /** Positions that each of them attends to, itself included. */
  readonly context: number;
}

/** `groups` independent products C (m × n) = A (m × k) · B (k × n), launched `launches` times one after another. */
export interface Matmul {
  readonly kind: 'matmul';
  readonly name: 'Q, K, V projection' | 'Q·Kᵀ' | 'A·V' | 'Output projection' | 'MLP up' | 'MLP down';
  readonly launches: number;
  readonly groups: number;
  readonly m: number;
  readonly n: number;
  readonly k: number;
}

/** An operator on each of `rows` vectors of `cols` elements. */
export interface RowOperator {
  readonly kind: 'softmax' | 'layernorm' | 'gelu';
  readonly name: 'Softmax' | 'LayerNorm (attention)' | 'LayerNorm (MLP)' | 'GELU';
  readonly rows: number;
  readonly cols: number;
}

export interface AllReduce {
  readonly kind: 'all-reduce';
  readonly name: 'All-reduce (attention)' | 'All-reduce (MLP)';
  /** Elements summed over all devices. */
  readonly elements: number;
}

export type Operator = Matmul | RowOperator | AllReduce;

/** GPT-3 175B in fp16, the paper's workload (Sec. III-C): h = 12288, 96 heads. */
export const GPT3: Model = { hidden: 12288, heads: 96, bytes: 2 };

export const prefill = (batch: number, context: number): Pass => ({ batch, tokens: context, context });
export const decode = (batch: number, context: number): Pass => ({ batch, tokens: 1, context });

/** The operators of one layer in the order of execution. Throws a RangeError where the heads do not divide evenly. */
export function layerOperators({ hidden: h, heads }: Model, { batch, tokens, context }: Pass, devices = 1): Operator[] {
  if (h % heads !== 0 || heads % devices !== 0)
    throw new RangeError(`${h} hidden units in ${heads} heads do not divide over ${devices} devices`);
  const rows = batch * tokens;
  // #region layer-operators
  const attention = { kind: 'matmul', launches: 1, groups: (batch * heads) / devices, m: tokens } as const;
  const dense = { kind: 'matmul', launches: 1, groups: 1, m: rows } as const; // the weights serve the whole batch
  const operators: Operator[] = [
    { ...dense, name: 'Q, K, V projection', launches: 3, n: h / devices, k: h },
    { ...attention, name: 'Q·Kᵀ', n: context, k: h / heads },
    { kind: 'softmax', name: 'Softmax', rows: attention.groups * tokens, cols: context },
    { ...attention, name: 'A·V', n: h / heads, k: context },
    { ...dense, name: 'Output projection', n: h, k: h / devices },
    { kind: 'layernorm', name: 'LayerNorm (attention)', rows, cols: h },
    { kind: 'all-reduce', name: 'All-reduce (attention)', elements: rows * h },
    { ...dense, name: 'MLP up', n: (4 * h) / devices, k: h },
    { kind: 'gelu', name: 'GELU', rows, cols: (4 * h) / devices },
    { ...dense, name: 'MLP down', n: h, k: (4 * h) / devices },
    { kind: 'layernorm', name: 'LayerNorm (MLP)', rows, cols: h },
    { kind: 'all-reduce', name: 'All-reduce (MLP)', elements: rows * h },
  ];
  // #endregion layer-operators
  return devices === 1 ? operators.filter((operator) => operator.kind !== 'all-reduce') : operators;
}

/** FLOPs of the products, and bytes between memory and chip when every operand moves once; `bytes` per element. */
export function matmulWork(product: Matmul, bytes: number): Work {
  const { launches, groups, m, n, k } = product;
  return { flops: flopsOf(product), bytes: launches * groups * (m * k + k * n + m * n) * bytes };
}

function flopsOf({ launches, groups, m, n, k }: Matmul): number {
  return 2 * launches * groups * m * n * k;
}

/** FLOPs and exponentials per element: softmax in its one-pass (online) form, GELU in its tanh form. */
const PER_ELEMENT = {
  softmax: { flops: 7, exps: 3 },
  layernorm: { flops: 7, exps: 0 },
  gelu: { flops: 10, exps: 1 },
} as const;

/** FLOPs, with an exponential counted as `exp` of them, and bytes of reading the rows once and writing them once. */
export function rowWork({ kind, rows, cols }: RowOperator, bytes: number, exp: number): Work {
  const { flops, exps } = PER_ELEMENT[kind];
  return { flops: rows * cols * (flops + exps * exp), bytes: 2 * rows * cols * bytes };
}

/** FLOPs of the layer's matrix products on one device. */
export function matmulFlops(operators: readonly Operator[]): number {
  return operators.reduce((sum, operator) => sum + (operator.kind === 'matmul' ? flopsOf(operator) : 0), 0);
}

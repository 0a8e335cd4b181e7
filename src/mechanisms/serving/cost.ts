/**
 * How long an iteration takes: a roofline, T = max(T_math, T_mem), for each operator (Sarathi-Serve, Sec. 3.1).
 *
 * Modelled: the linear layers, run over all tokens of the batch at once (flat while loading the weights takes longest,
 * then linear in the tokens), and attention, run request by request over the KV cache. Left out: the efficiency of
 * real kernels (peaks are taken at face value, so times are lower bounds), sliding windows, tile quantisation,
 * communication between GPUs.
 */
import type { IterationTime } from '#mechanisms/serving/engine.ts';
import type { BatchEntry } from '#mechanisms/serving/run.ts';

export interface Hardware {
  /** FLOP/s in the precision of the weights. */
  readonly peakFlops: number;
  /** Bytes/s between HBM and the chip. */
  readonly bandwidth: number;
  /** Seconds that each iteration takes besides its operators: launching kernels, scheduling. */
  readonly overhead: number;
}

export interface Model {
  readonly parameters: number;
  readonly layers: number;
  readonly heads: number;
  readonly kvHeads: number;
  readonly headDim: number;
  /** Bytes of a weight and of a cached value. */
  readonly bytes: number;
}

/**
 * NVIDIA A100 SXM 80 GB: 312 TFLOP/s dense in FP16/BF16, 2039 GB/s (NVIDIA's data sheet). The overhead of 2 ms is
 * illustrative.
 */
export const a100: Hardware = { peakFlops: 312e12, bandwidth: 2039e9, overhead: 2e-3 };

/** Mistral-7B, the smallest model of Sarathi-Serve's evaluation, in 16 bits: 7.3 B parameters (Mistral AI, arXiv 2310.06825). */
export const mistral7b: Model = { parameters: 7.3e9, layers: 32, heads: 32, kvHeads: 8, headDim: 128, bytes: 2 };

/** Bytes that one token adds to the KV cache: a key and a value per layer and KV head. */
export function kvBytesPerToken({ layers, kvHeads, headDim, bytes }: Model): number {
  return 2 * layers * kvHeads * headDim * bytes;
}

// #region linear-time
/** Seconds of all linear layers over n tokens: each weight is loaded once, and takes a multiply and an add per token. */
export function linearTime(n: number, model: Model, gpu: Hardware): number {
  const math = (2 * model.parameters * n) / gpu.peakFlops;
  const memory = (model.bytes * model.parameters) / gpu.bandwidth;
  return Math.max(math, memory);
}

/** Tokens at which the linear layers turn from memory-bound to compute-bound: peakFlops · bytes / (2 · bandwidth). */
export function saturationTokens(model: Model, gpu: Hardware): number {
  return (gpu.peakFlops * model.bytes) / (2 * gpu.bandwidth);
}
// #endregion linear-time

// #region attention-time
/** Seconds of arithmetic for pairs of a query and a key: 2 · headDim FLOP for the score and as many for the value. */
export function attentionMath(pairs: number, { layers, heads, headDim }: Model, gpu: Hardware): number {
  return (4 * layers * heads * headDim * pairs) / gpu.peakFlops;
}

/**
 * Seconds of attention for one request: c new tokens after s cached ones. Token i attends to s + i keys, and the
 * cache is read once: a prompt in chunks does the same math but reads its early chunks again for each later one (Sec. 4.3).
 */
export function attentionTime({ tokens: c, context: s }: BatchEntry, model: Model, gpu: Hardware): number {
  const pairs = c * s + (c * (c + 1)) / 2;
  const math = attentionMath(pairs, model, gpu);
  const memory = (kvBytesPerToken(model) * (s + c)) / gpu.bandwidth;
  return Math.max(math, memory);
}
// #endregion attention-time

/** The iteration time of a model on a GPU: overhead + linear layers over the whole batch + attention of each entry. */
export function roofline(model: Model, gpu: Hardware): IterationTime {
  return (batch) => {
    const n = batch.reduce((sum, { tokens }) => sum + tokens, 0);
    const attention = batch.reduce((sum, entry) => sum + attentionTime(entry, model, gpu), 0);
    return gpu.overhead + linearTime(n, model, gpu) + attention;
  };
}

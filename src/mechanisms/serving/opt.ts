/** The models that PagedAttention and DistServe serve, and the GPUs they serve them on, as the cost model takes them. */
import { a100, kvBytesPerToken, type Hardware, type Model } from '#mechanisms/serving/cost.ts';

/** OPT in FP16, with full multi-head attention: sizes from Table 1 of the OPT paper (arXiv 2205.01068). */
export const opt13b: Model = { parameters: 13e9, layers: 40, heads: 40, kvHeads: 40, headDim: 128, bytes: 2 };
export const opt66b: Model = { parameters: 66e9, layers: 64, heads: 72, kvHeads: 72, headDim: 128, bytes: 2 };

/** NVIDIA A100 40 GB: the arithmetic of the 80 GB version at 1555 GB/s (NVIDIA's data sheet). */
export const a100Small: Hardware = { ...a100, bandwidth: 1555e9 };

/** Token slots in so many bytes of KV memory. */
export const slotsIn = (bytes: number, model: Model): number => Math.floor(bytes / kvBytesPerToken(model));

/**
 * What DistServe's Fig. 1 lets one infer of its GPU, an A100 80 GB that runs OPT-13B: the shares of peak arithmetic and
 * bandwidth at which 512-token prompts alone reach 5.6 a second with a P90 TTFT of 0.4 s, and decodes alone 10 a second
 * with a P90 TPOT of 0.04 s.
 */
export const a100AsMeasured: Hardware = {
  ...a100,
  peakFlops: 0.385 * a100.peakFlops,
  bandwidth: 0.52 * a100.bandwidth,
};

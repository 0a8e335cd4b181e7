/** The paper's pair of models on its machine: what their steps take, measured for one token and modelled for more. */
import { calibratedStep } from '#mechanisms/decoding/calibrated-step.ts';
import type { StepTimes } from '#mechanisms/decoding/speed.ts';
import type { Hardware, Model } from '#mechanisms/serving/cost.ts';

/** Times a token of draft and target in ms, and the sizes of the two (p. 5; Table 2). */
export const paper = {
  draft: { ms: 1.8, layers: 8, parameters: 4e9, heads: 48, width: 6144 },
  target: { ms: 14.1, layers: 80, parameters: 70e9, heads: 64, width: 8192 },
} as const;
/** 16 TPU v4: 275 TFLOP/s in bf16 and 1200 GB/s each (Google's documentation of TPU v4). */
const chips = 16;
export const tpus: Hardware = { peakFlops: chips * 275e12, bandwidth: chips * 1200e9, overhead: 0 };
/** Weights in 16 bits are our assumption; key-value heads and head widths do not enter the linear layers. */
const sized = ({ parameters, layers, heads, width }: (typeof paper)['draft' | 'target']): Model => ({
  parameters,
  layers,
  heads,
  kvHeads: heads,
  headDim: width / heads,
  bytes: 2,
});
export const chinchilla = sized(paper.target);

/** Seconds of the steps of both over n tokens at once; the draft's step over one may be given, in ms. */
export const pairTimes = (draftMs: number = paper.draft.ms): StepTimes => ({
  draft: calibratedStep(draftMs / 1e3, sized(paper.draft), tpus),
  target: calibratedStep(paper.target.ms / 1e3, chinchilla, tpus),
});

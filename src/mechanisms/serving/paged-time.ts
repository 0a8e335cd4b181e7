/**
 * What following block tables costs in time: the attention kernel alone gets slower, by 20–26 % (PagedAttention,
 * Sec. 7.1); linear layers and the rest of the iteration never see a table.
 */
import { attentionTime, roofline, type Hardware, type Model } from '#mechanisms/serving/cost.ts';
import type { IterationTime } from '#mechanisms/serving/engine.ts';

/** The slower end of what the paper measured. */
export const kernelSlowdown = 0.26;

// #region paged-time
/** The iteration time with attention that takes 1 + `slowdown` times as long. */
export function pagedRoofline(model: Model, gpu: Hardware, slowdown = kernelSlowdown): IterationTime {
  const contiguous = roofline(model, gpu);
  return (batch) => {
    const attention = batch.reduce((sum, entry) => sum + attentionTime(entry, model, gpu), 0);
    return contiguous(batch) + slowdown * attention;
  };
}
// #endregion paged-time

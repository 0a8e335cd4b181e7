/**
 * The twenty products that the LLMCompass authors measured on an A100 (Figure 5a, b), predicted twice: by the roofline,
 * which knows no tiles and no launch, and by the tile search with the launch overhead added.
 */
import { bandwidth, matrixPeak } from './device.ts';
import { MEASURED_MATMULS } from './measurements.ts';
import { A100 } from './presets.ts';
import { rooflineBound } from './roofline.ts';
import { footprint } from './tiles.ts';
import type { Extents } from './tiles.ts';
import { bestMapping, createMapper } from './tile-search.ts';

export interface MatmulPrediction {
  readonly product: Extents;
  /** Seconds. */
  readonly measured: number;
  readonly roofline: number;
  readonly searched: number;
}

const BYTES = 2; // fp16

/** All twenty, in the order of the figure: s = 12288 with m growing, then m = 8192 with s growing. */
export function predictMatmuls(): MatmulPrediction[] {
  const mapper = createMapper(A100, BYTES);
  const roof = { peak: matrixPeak(A100), bandwidth: bandwidth(A100) };
  return MEASURED_MATMULS.map(({ time: measured, ...product }) => ({
    product,
    measured,
    roofline: rooflineBound(roof, { flops: 2 * product.m * product.n * product.k, bytes: footprint(product) * BYTES })
      .time,
    searched: bestMapping(mapper, product)!.time + A100.launch.matmul,
  }));
}

/** The mean of |predicted / measured − 1|. */
export function meanError(predictions: readonly MatmulPrediction[], by: 'roofline' | 'searched'): number {
  const errors = predictions.map((prediction) => Math.abs(prediction[by] / prediction.measured - 1));
  return errors.reduce((sum, error) => sum + error, 0) / errors.length;
}

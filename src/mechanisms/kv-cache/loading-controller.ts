/** When loading a stored cache hides the recomputation of a part of it (CacheBlend, Sec. 5). Times in any one unit. */

/** Below this share of recomputed tokens quality suffers (Sec. 5.1). */
export const LEAST_RATIO = 0.15;

// #region ratio
/** The share that takes as long to recompute as a layer takes to load, but never less than quality needs, nor more than all. */
export function recomputeRatio(fullLayer: number, loadLayer: number, least = LEAST_RATIO): number {
  return Math.min(1, Math.max(loadLayer / fullLayer, least));
}
// #endregion ratio

export interface LayerTimes {
  readonly load: { readonly start: number; readonly end: number };
  readonly compute: { readonly start: number; readonly end: number };
}

// #region overlap
/** Loads layer after layer; a layer is recomputed once it has been loaded and the one below is done (Sec. 5.2). */
export function overlap(layers: number, loadLayer: number, computeLayer: number): LayerTimes[] {
  let free = 0;
  return Array.from({ length: layers }, (_, l) => {
    const load = { start: l * loadLayer, end: (l + 1) * loadLayer };
    const start = Math.max(load.end, free);
    free = start + computeLayer;
    return { load, compute: { start, end: free } };
  });
}
// #endregion overlap

/**
 * Multiply-adds of one GShard expert layer on one of D devices (§3.1): G = E = D, and every device has one group of S
 * tokens. Left out: attention, the backward pass, and the operations of the gate that multiply nothing (argmax, cumsum).
 */

export interface LayerShape {
  /** Tokens a device, S. */
  readonly S: number;
  /** Model width, M. */
  readonly M: number;
  /** Hidden width of an expert, H. */
  readonly H: number;
}

/** Widths of all models of the paper (Appendix A.2). */
export const gshardWidths = { M: 1024, H: 8192 } as const;

export interface LayerFlops {
  /** GSM,ME→GSE: O(GSME) in all, so it grows with D on each device. */
  readonly gate: number;
  /** The dispatch and the combine einsum: O(GSMEC). */
  readonly dispatchAndCombine: number;
  /** wi and wo of the device's expert: O(EGCHM). */
  readonly feedForward: number;
}

// #region layer-flops
/** Per device, with C = 2S/E: as E = D grows, C shrinks, and E·C stays 2S. Only the gate looks at every expert. */
export function layerFlops(D: number, { S, M, H }: LayerShape): LayerFlops {
  const [E, C] = [D, (2 * S) / D];
  return {
    gate: S * M * E,
    dispatchAndCombine: 2 * S * E * C * M,
    feedForward: 2 * E * C * M * H,
  };
}
// #endregion layer-flops

/**
 * What a selective SSM layer costs beside a causal attention layer of the same width D: arithmetic, the memory that
 * generation carries along, and the traffic between HBM and SRAM (Mamba §3.3, App. D). Counts are of numbers and of
 * additions and multiplications; both layers' projections, softmax, exp and softplus are left out, and so is the
 * backward pass, which recomputes the states on chip and so keeps to the same traffic order. For a Mamba block of model
 * width M, D = E·M with E = 2 (§3.4).
 */

/** A batch of B sequences of L tokens, D channels, and N state numbers per channel. */
export interface ScanShape {
  readonly B: number;
  readonly L: number;
  readonly D: number;
  readonly N: number;
}

// #region recurrence-flops
/**
 * Eq. 2 token by token: per state number, Āh + B̄x costs 3 and its part of C·h costs 2. The paper's O(BLDN), §3.3.2.
 */
export function recurrenceFlops({ B, L, D, N }: ScanShape): number {
  return 5 * B * L * D * N;
}

/** Causal attention: each of L(L + 1)/2 pairs costs a dot product of D (2D) and a weighted sum of D (2D). */
export function attentionFlops({ B, L, D }: Omit<ScanShape, 'N'>): number {
  return 4 * D * B * ((L * (L + 1)) / 2);
}
// #endregion recurrence-flops

// #region generation-memory
/** Numbers that generation keeps after any L: the state h, D×N for each sequence. */
export function stateSize({ B, D, N }: Omit<ScanShape, 'L'>): number {
  return B * D * N;
}

/** Numbers in the KV cache after L tokens: a key and a value of D each (multi-head attention, no grouping). */
export function kvCacheSize({ B, L, D }: Omit<ScanShape, 'N'>): number {
  return 2 * B * L * D;
}
// #endregion generation-memory

/** Numbers moved between HBM and SRAM in the forward pass. */
export interface Traffic {
  readonly read: number;
  readonly written: number;
}

// #region scan-traffic
/** One fused kernel (App. D): reads x, Δ, A, B, C, writes y; Ā, B̄ and h stay on chip. O(BLD + DN) while N ≤ D. */
export function fusedScanTraffic({ B, L, D, N }: ScanShape): Traffic {
  return { read: 2 * B * L * D + 2 * B * L * N + D * N, written: B * L * D };
}

/** Three kernels, the standard way: write Ā and B̄x; read them and write h; read h and C and write y. O(BLDN). */
export function unfusedScanTraffic({ B, L, D, N }: ScanShape): Traffic {
  const expanded = B * L * D * N;
  const discretise = { read: 2 * B * L * D + B * L * N + D * N, written: 2 * expanded };
  const scan = { read: 2 * expanded, written: expanded };
  const multiply = { read: expanded + B * L * N, written: B * L * D };
  return {
    read: discretise.read + scan.read + multiply.read,
    written: discretise.written + scan.written + multiply.written,
  };
}
// #endregion scan-traffic

/**
 * Micro-batches that bounce between attention nodes and experts, layer after layer (MegaScale-Infer, Sec. 4.1).
 *
 * Modelled: two sides, each busy with one micro-batch at a time, and the way between them, on which nobody queues. Left
 * out: uneven experts, and times that change with the layer.
 */

/** Times of one micro-batch in one layer, in any unit: attention, experts, one way between them. */
export interface PingPongTimes {
  readonly Ta: number;
  readonly Te: number;
  readonly Tc: number;
}

export interface Visit {
  readonly side: 'attention' | 'experts';
  readonly microBatch: number;
  readonly layer: number;
  readonly start: number;
  readonly end: number;
}

// #region ping-pong
/** Every visit of m micro-batches to both sides in L layers. A side takes whichever came first. */
export function pingPong({ Ta, Te, Tc }: PingPongTimes, m: number, L: number): Visit[] {
  const visits: Visit[] = [];
  const free = { attention: 0, experts: 0 };
  const waiting = Array.from({ length: m }, (_, microBatch) => ({
    microBatch,
    layer: 0,
    side: 'attention' as const,
    at: 0,
  }));
  const queue: (Omit<Visit, 'start' | 'end'> & { at: number })[] = [...waiting];
  for (;;) {
    const next = queue.reduce<(typeof queue)[number] | undefined>((a, b) => (!a || b.at < a.at ? b : a), undefined);
    if (!next) return visits;
    queue.splice(queue.indexOf(next), 1);
    const { side, microBatch, layer, at } = next;
    const start = Math.max(at, free[side]);
    const end = start + (side === 'attention' ? Ta : Te);
    free[side] = end;
    visits.push({ side, microBatch, layer, start, end });
    if (side === 'attention') queue.push({ side: 'experts', microBatch, layer, at: end + Tc });
    else if (layer + 1 < L) queue.push({ side: 'attention', microBatch, layer: layer + 1, at: end + Tc });
  }
}
// #endregion ping-pong

/** When the last micro-batch is back at the attention nodes. */
export const totalTime = (times: PingPongTimes, m: number, L: number): number =>
  Math.max(...pingPong(times, m, L).map(({ end }) => end)) + times.Tc;

// #region formulas
/** T_total = (T_a + T_e + 2T_c) + T_f(mL − 1), with T_f = max(T_a, T_e): Eq. (5). */
export function predictedTotal({ Ta, Te, Tc }: PingPongTimes, m: number, L: number): number {
  return Ta + Te + 2 * Tc + Math.max(Ta, Te) * (m * L - 1);
}

/** The least m for which m·T_f ≥ 2(T_f + T_c): Eq. (3). */
export const leastMicroBatches = ({ Ta, Te, Tc }: PingPongTimes): number => Math.ceil(2 * (1 + Tc / Math.max(Ta, Te)));
// #endregion formulas

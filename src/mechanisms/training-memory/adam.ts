/** Adam's settings (Kingma & Ba, ICLR 2015). */
export interface AdamSettings {
  readonly learningRate: number;
  readonly beta1: number;
  readonly beta2: number;
  readonly epsilon: number;
}

/** The optimizer states of some parameters: three arrays of one length, the 4 + 4 + 4 bytes behind K = 12. */
export interface AdamStates {
  /** Master copy of the parameters. */
  readonly p32: readonly number[];
  /** Momentum, the running mean of gradients. */
  readonly m: readonly number[];
  /** Variance, the running mean of squared gradients (not centred). */
  readonly v: readonly number[];
}

/** The states before the first step: momentum and variance are zero. */
export function initialAdamStates(parameters: readonly number[]): AdamStates {
  return { p32: [...parameters], m: parameters.map(() => 0), v: parameters.map(() => 0) };
}

// #region adam-step
/**
 * Step t = 1, 2, … of Adam (Algorithm 1) on `states` and the gradient g of the same length. Element i of the result
 * depends on element i alone: this is why any slice can be updated by whoever owns it, with no communication.
 * Throws a RangeError where the lengths differ.
 */
export function adamStep(states: AdamStates, g: readonly number[], t: number, settings: AdamSettings): AdamStates {
  const { learningRate, beta1, beta2, epsilon } = settings;
  if (g.length !== states.p32.length) throw new RangeError(`${g.length} gradients for ${states.p32.length} parameters`);
  const m = states.m.map((mean, i) => beta1 * mean + (1 - beta1) * g[i]!);
  const v = states.v.map((square, i) => beta2 * square + (1 - beta2) * g[i]! ** 2);
  const p32 = states.p32.map((p, i) => {
    const mHat = m[i]! / (1 - beta1 ** t);
    const vHat = v[i]! / (1 - beta2 ** t);
    return p - (learningRate * mHat) / (Math.sqrt(vHat) + epsilon);
  });
  return { p32, m, v };
}
// #endregion adam-step

/**
 * How large Griffin, Hawk and their Transformer baseline are, and what they carry along while generating (§2.3, §3,
 * App. C and F). Counted: weight matrices, the convolution, Λ, KV caches, recurrent and convolution states, for one
 * sequence. Left out: embeddings (the paper does not give its vocabulary), biases and norms.
 */

/** A row of Table 2 with the constants that all rows share. */
export interface GriffinShape {
  readonly D: number;
  readonly DRnn: number;
  /** N: residual blocks, each a temporal-mixing block and an MLP. */
  readonly N: number;
  readonly dHead: number;
  /** M: the MLP's expansion factor. */
  readonly M: number;
  /** T_WS: tokens that a local attention keeps. */
  readonly window: number;
}

const shared = { dHead: 128, M: 3, window: 1024 } as const;
export const shape7B: GriffinShape = { D: 4096, DRnn: 5632, N: 32, ...shared };
export const shape14B: GriffinShape = { D: 5120, DRnn: 8192, N: 40, ...shared };

/** Blocks of the diagonal gate matrices (§4.1), and taps of the convolution (§2.3). */
const gateBlocks = 16;
const taps = 4;

export type Mixer = 'global' | 'local' | 'recurrent';
export type Family = 'transformer' | 'hawk' | 'griffin';

// #region residual-pattern
/** The temporal-mixing blocks of each family, repeated to the model's depth (§3). */
const patterns: Readonly<Record<Family, readonly Mixer[]>> = {
  transformer: ['global'],
  hawk: ['recurrent'],
  griffin: ['recurrent', 'recurrent', 'local'],
};

/** The N mixers of a model from bottom to top. */
export function mixersOf(family: Family, { N }: GriffinShape): Mixer[] {
  const pattern = patterns[family];
  return Array.from({ length: N }, (_, n) => pattern[n % pattern.length]!);
}
// #endregion residual-pattern

/** Learned numbers of one mixer: two input projections, one output projection, gates, convolution, Λ; or Q, K, V, output. */
function mixerParameters(mixer: Mixer, { D, DRnn, dHead }: GriffinShape): number {
  if (mixer !== 'recurrent') return 2 * D * D + 2 * D * dHead; // MQA: one key and one value head
  return 3 * D * DRnn + (2 * DRnn * DRnn) / gateBlocks + taps * DRnn + DRnn;
}

/** Learned numbers of a model, without embeddings. The gated MLP has three D×MD matrices. */
export function parametersOf(family: Family, shape: GriffinShape): number {
  const mlp = 3 * shape.D * shape.M * shape.D;
  return mixersOf(family, shape).reduce((sum, mixer) => sum + mixerParameters(mixer, shape) + mlp, 0);
}

// #region cache-sizes
/** Numbers that one mixer keeps after T tokens of one sequence (App. F.4). */
function mixerCache(mixer: Mixer, T: number, { DRnn, dHead, window }: GriffinShape): number {
  if (mixer === 'global') return 2 * T * dHead; // one key, one value a token: MQA
  if (mixer === 'local') return 2 * Math.min(T, window) * dHead;
  return DRnn + (taps - 1) * DRnn; // the state h, and the inputs that the convolution still needs
}

/** Numbers that a model keeps after T tokens of one sequence. */
export function cacheOf(family: Family, shape: GriffinShape, T: number): number {
  return mixersOf(family, shape).reduce((sum, mixer) => sum + mixerCache(mixer, T, shape), 0);
}

/** Numbers to load for one decode step of B sequences: the parameters once, each sequence's cache (§5.1). */
export function decodeLoad(family: Family, shape: GriffinShape, T: number, B: number): number {
  return parametersOf(family, shape) + B * cacheOf(family, shape, T);
}
// #endregion cache-sizes

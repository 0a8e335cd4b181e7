/** The three kinds of model states (ZeRO, Sec. 3.1). */
export const kinds = ['parameters', 'gradients', 'optimizerStates'] as const;
export type Kind = (typeof kinds)[number];

/** Bytes that one model parameter costs, by what is stored for it. */
export interface PrecisionRecipe {
  readonly parameters: number;
  readonly gradients: number;
  readonly optimizerStates: Readonly<Record<string, number>>;
}

// #region precision-recipes
/** A recipe is a table of number formats (2 bytes: fp16 or bf16; 4 bytes: fp32); K follows from it. */
export const precisionRecipes = {
  /** The paper's recipe: fp32 master copy, momentum and variance; K = 12. */
  'mixed-precision-adam': {
    parameters: 2,
    gradients: 2,
    optimizerStates: { masterParameters: 4, momentum: 4, variance: 4 },
  },
  'mixed-precision-sgd-momentum': {
    parameters: 2,
    gradients: 2,
    optimizerStates: { masterParameters: 4, momentum: 4 },
  },
  /** Single precision throughout: the parameters are their own master copy. */
  'fp32-adam': { parameters: 4, gradients: 4, optimizerStates: { momentum: 4, variance: 4 } },
  /** All states in bf16, without a master copy. */
  'bf16-adam': { parameters: 2, gradients: 2, optimizerStates: { momentum: 2, variance: 2 } },
} as const satisfies Record<string, PrecisionRecipe>;

/** K, the optimizer's bytes per parameter: 12 for mixed-precision Adam (Sec. 3.1). */
export function optimizerMultiplier(recipe: PrecisionRecipe): number {
  return Object.values(recipe.optimizerStates).reduce((K, bytes) => K + bytes, 0);
}
// #endregion precision-recipes

/** Bytes per parameter of each kind: 2, 2 and K = 12 for mixed-precision Adam. */
export function bytesPerParameter(recipe: PrecisionRecipe): Record<Kind, number> {
  return {
    parameters: recipe.parameters,
    gradients: recipe.gradients,
    optimizerStates: optimizerMultiplier(recipe),
  };
}

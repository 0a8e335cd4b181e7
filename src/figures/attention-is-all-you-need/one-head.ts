import { embed, heads, sentence, weights, type Head } from '#mechanisms/attention/hand-set-heads.ts';
import { causal, everything } from '#mechanisms/attention/masks.ts';
import { scaledDotProductAttention } from '#mechanisms/attention/scaled-dot-product.ts';

export interface Choices {
  head: Head;
  causal: boolean;
  positions: boolean;
}

/** One head of self-attention over the sentence, with its projections and every intermediate. */
export function run({ head, causal: masked, positions }: Choices) {
  const i = heads.indexOf(head);
  const X = embed(sentence, positions);
  const [Q, K, V] = [X.times(weights.WQ[i]!), X.times(weights.WK[i]!), X.times(weights.WV[i]!)];
  const mask = masked ? causal : everything;
  return { Q, K, V, mask, ...scaledDotProductAttention(Q, K, V, { mask }) };
}

export type Run = ReturnType<typeof run>;

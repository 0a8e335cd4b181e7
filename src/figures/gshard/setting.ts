import { gshardWidths, layerFlops } from '#mechanisms/moe/layer-flops.ts';
import { auxiliaryLoss } from '#mechanisms/moe/load-balance.ts';
import { overflowed } from '#mechanisms/moe/routing.ts';
import { topTwoGating } from '#mechanisms/moe/top-two-gating.ts';
import { Matrix } from '#mechanisms/numeric/matrix.ts';

/** The page's small example: four devices, each with a group of four tokens and one of four experts; C = 2·16/(4·4). */
export const C = 2;

/** Gates g of each group, tokens down, experts across, and the draws against which 2·g2 is held. */
const groups = [
  {
    name: 'A',
    gates: [
      [0.6, 0.3, 0.1, 0],
      [0.5, 0.1, 0.4, 0],
      [0.6, 0, 0.1, 0.3],
      [0.1, 0.6, 0.2, 0.1],
    ],
    draws: [0.5, 0.5, 0.5, 0.7],
  },
  {
    name: 'B',
    gates: [
      [0.7, 0.2, 0.1, 0],
      [0.6, 0.3, 0, 0.1],
      [0.5, 0.4, 0.1, 0],
      [0.6, 0.3, 0.1, 0],
    ],
    draws: [0.3, 0.3, 0.3, 0.3],
  },
  {
    name: 'C',
    gates: [
      [0.1, 0, 0.6, 0.3],
      [0, 0.1, 0.3, 0.6],
      [0.1, 0.6, 0.3, 0],
      [0.5, 0.4, 0.1, 0],
    ],
    draws: [0.5, 0.5, 0.5, 0.5],
  },
  {
    name: 'D',
    gates: [
      [0, 0.1, 0.3, 0.6],
      [0.1, 0.3, 0.6, 0],
      [0.3, 0, 0.1, 0.6],
      [0.2, 0.7, 0.1, 0],
    ],
    draws: [0.5, 0.5, 0.5, 0.6],
  },
];

/** Each group with its routing by Algorithm 1. */
export const routed = groups.map(({ name, gates, draws }) => {
  const g = Matrix.of(gates);
  const left = [...draws];
  return { name, g, draws, routing: topTwoGating(g, C, () => left.shift()!) };
});

export const groupA = routed[0]!;

/** Names of the tokens of group i that overflow. */
export const overflowedNames = routed.flatMap(({ name, routing }) => overflowed(routing).map((s) => `${name}${s + 1}`));

/** ℓ_aux of group A. */
export const lossA = auxiliaryLoss(groupA.routing.c, groupA.routing.m, groupA.routing.tokens);

/** Tokens of one device at every step: 2^22 in a batch over 2,048 devices (Table 3 prints 4M). */
export const S = 2048;

/** Multiply-adds of the layer on one of D devices, in billions. */
export function gigaMultiplyAdds(D: number) {
  const { gate, dispatchAndCombine, feedForward } = layerFlops(D, { S, ...gshardWidths });
  return {
    gate: gate / 1e9,
    dispatchAndCombine: dispatchAndCombine / 1e9,
    feedForward: feedForward / 1e9,
    total: (gate + dispatchAndCombine + feedForward) / 1e9,
  };
}

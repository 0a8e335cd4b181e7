import { balanceRouter, routerProbabilities } from '#mechanisms/moe/router-descent.ts';
import { favourites, switchBalanceLoss } from '#mechanisms/moe/load-balance.ts';
import { roundingDamage } from '#mechanisms/moe/reduced-precision.ts';
import { occupants, overflowed, type Routing } from '#mechanisms/moe/routing.ts';
import { expertCapacity, switchRouting } from '#mechanisms/moe/switch-routing.ts';
import { Matrix } from '#mechanisms/numeric/matrix.ts';
import { createRandom } from '#mechanisms/numeric/random.ts';
import { cloudAt, learningRate, quadrants } from './tokens.ts';

/** Router probabilities of the hero's eight tokens over four experts: four tokens want expert 1. */
export const p = Matrix.of([
  [0.6, 0.2, 0.1, 0.1],
  [0.1, 0.7, 0.1, 0.1],
  [0.5, 0.2, 0.2, 0.1],
  [0.2, 0.1, 0.6, 0.1],
  [0.7, 0.1, 0.1, 0.1],
  [0.3, 0.4, 0.2, 0.1],
  [0.4, 0.3, 0.2, 0.1],
  [0.1, 0.1, 0.3, 0.5],
]);

/** The same eight tokens under a capacity factor. */
export function seated(capacityFactor: number) {
  const routing = switchRouting(p, expertCapacity(p.rows, p.cols, capacityFactor));
  return { capacityFactor, ...count(routing), seats: occupants(routing) };
}

const count = (routing: Routing) => ({
  C: routing.C,
  dropped: overflowed(routing),
  empty: routing.experts * routing.C - routing.assignments.length,
});

export const alpha = 0.01;
/** The tokens of the balance experiment. */
export const cloud = cloudAt(1);
const trail = balanceRouter(quadrants, cloud, alpha, learningRate, 100);

/** The router after 0, 20 and 100 steps on the balance loss alone. */
export const stages = [0, 20, 100].map((step) => {
  const probabilities = routerProbabilities(cloud, trail[step]!);
  return {
    step,
    p: probabilities,
    loads: favourites(probabilities),
    loss: switchBalanceLoss(probabilities, alpha),
  };
});

/** Shares of tokens dropped and of places left empty at one stage under a capacity factor. */
export function waste(stage: number, capacityFactor: number) {
  const routing = switchRouting(stages[stage]!.p, expertCapacity(cloud.rows, stages[stage]!.p.cols, capacityFactor));
  const { dropped, empty, C } = count(routing);
  return { dropped: dropped.length / cloud.rows, empty: empty / (routing.experts * C) };
}

/** One forward pass of a router of 32 experts, as many as Table 2's model has, with its logits in bfloat16. */
export const damage = (() => {
  const normal = createRandom(1).normal;
  return roundingDamage(Matrix.from(1000, 32, () => 2 * normal()));
})();

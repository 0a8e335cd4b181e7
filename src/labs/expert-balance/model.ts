import { cloudAt, learningRate, quadrants } from '#figures/switch-transformer/tokens.ts';
import { favourites, switchBalanceLoss } from '#mechanisms/moe/load-balance.ts';
import { balanceRouter, routerProbabilities } from '#mechanisms/moe/router-descent.ts';
import { overflowed } from '#mechanisms/moe/routing.ts';
import { expertCapacity, switchRouting } from '#mechanisms/moe/switch-routing.ts';
import type { Matrix } from '#mechanisms/numeric/matrix.ts';

export interface State {
  step: number;
  /** α of the balance loss (Eq. 4). */
  alpha: number;
  capacityFactor: number;
  /** How far off the centre the tokens lie. */
  skew: number;
}

export const steps = 120;
/** Steps between two points of the curves. */
const stride = 4;

/** The router at one step of its training on the balance loss alone, and what a capacity makes of its choices. */
export function run({ step, alpha, capacityFactor, skew }: State) {
  const { cloud, trail, shares } = trained(alpha, skew);
  const p = routerProbabilities(cloud, trail[step]!);
  const routing = switchRouting(p, expertCapacity(p.rows, p.cols, capacityFactor));
  const dropped = new Set(overflowed(routing));
  const choices = p.toRows().map((row) => row.indexOf(Math.max(...row)));
  return {
    cloud,
    choices,
    dropped,
    C: routing.C,
    loss: switchBalanceLoss(p, alpha),
    experts: favourites(p).map((load) => ({
      load,
      seated: Math.min(load, routing.C),
      empty: Math.max(0, routing.C - load),
    })),
    shares,
  };
}

export type Run = ReturnType<typeof run>;

interface Trained {
  cloud: Matrix;
  trail: Matrix[];
  /** For every expert, its share of the tokens at every fourth step. */
  shares: [step: number, share: number][][];
}

const known = new Map<string, Trained>();

/** All steps of a training; kept, as the playhead moves through one. */
function trained(alpha: number, skew: number): Trained {
  const key = `${alpha} ${skew}`;
  const kept = known.get(key);
  if (kept) return kept;
  const cloud = cloudAt(skew);
  const trail = balanceRouter(quadrants, cloud, alpha, learningRate, steps);
  const loads = trail
    .map((router, step) => ({ router, step }))
    .filter(({ step }) => step % stride === 0)
    .map(({ router, step }) => ({ step, loads: favourites(routerProbabilities(cloud, router)) }));
  const shares = Array.from({ length: quadrants.rows }, (_, e) =>
    loads.map(({ step, loads }): [number, number] => [step, loads[e]! / cloud.rows]),
  );
  const made = { cloud, trail, shares };
  known.set(key, made);
  return made;
}

/** The MLP of the page's intra-operator sections: two machines of two cards, links eight times as fast within one. */
import { bestPlan, mlpGraph, type FixedLabels, type Plan } from '#mechanisms/parallelism/operator-graph.ts';
import type { Mesh } from '#mechanisms/parallelism/sharding-spec.ts';

export const mesh: Mesh = { shape: [2, 2], bandwidth: [1, 8] };
/** Width, and the tokens of the example that is carried through. */
export const h = 8;
export const tokens = 64;

const products = ['Y', 'Z', 'dB', 'dY', 'dA', 'dX'];
/** A plan in which all six products give the mesh axes the same loops. */
const everywhere = (label: string, X: string, A: string, B: string): FixedLabels => ({
  ...Object.fromEntries(products.map((name) => [name, label])),
  X,
  dZ: X,
  A,
  B,
});

/** The plans that people make by hand. */
export const byHand = {
  data: everywhere('b→0 b→1', 'S01R', 'RR', 'RR'),
  tensor: everywhere('f→0 f→1', 'RR', 'RS01', 'S01R'),
  custom: everywhere('b→0 f→1', 'S0R', 'RS1', 'S1R'),
  reversed: everywhere('f→0 b→1', 'S1R', 'RS0', 'S0R'),
} as const;
export type HandPlan = keyof typeof byHand;

export const priced = (plan: HandPlan, b = tokens): Plan => bestPlan(mlpGraph(b, h), mesh, byHand[plan]);

/** Numbers of tokens at which the program is solved. */
export const solvedAt = [4, 16, 64, 1024];
const solved = new Map(solvedAt.map((b) => [b, bestPlan(mlpGraph(b, h), mesh)]));
export const optimum = (b: number): Plan => solved.get(b)!;

/** The label that all six products of a plan share. */
export const loopsOf = ({ steps }: Plan): string => steps.find(({ name }) => name === 'Y')!.label.replace(' ', '，');

export const timeOf = (plan: Plan, ...names: string[]): number =>
  plan.steps.reduce((sum, { name, time }) => (names.includes(name) ? sum + time : sum), 0);

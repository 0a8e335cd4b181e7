/**
 * The training graph of a model as Alpa's intra-operator pass sees it (Sec. 4.2): tensors that come from outside, each
 * in any layout, and products, each with its parallel algorithms. Light operators (GeLU, the loss, the update of a
 * weight) are merged into an operand and so do not appear. Left out: memory limits, and the later replacement of
 * all-reduces by reduce-scatter and all-gather.
 */
import { chooseOneEach } from './one-choice-each.ts';
import type { ChoiceProblem } from './one-choice-each.ts';
import { elementsOf, lettersOf, parallelAlgorithms } from './parallel-algorithms.ts';
import type { LoopSizes } from './parallel-algorithms.ts';
import { reshardingTable } from './resharding.ts';
import { shardingSpecs, specName } from './sharding-spec.ts';
import type { Mesh, ShardingSpec } from './sharding-spec.ts';

/** A tensor from outside with its index letters, or a product of two named tensors. */
export type GraphNode =
  | { readonly name: string; readonly letters: string }
  | { readonly name: string; readonly einsum: string; readonly of: readonly [string, string] };

export interface OperatorGraph {
  readonly sizes: LoopSizes;
  readonly nodes: readonly GraphNode[];
  /** [tensor, where]: `tensor` must also be had in the layout of `where` (a gradient in that of its weight). */
  readonly meets: readonly (readonly [tensor: string, where: string])[];
}

/** One way to run a node: what it makes, what it needs, and the time of its own communication. */
interface Option {
  readonly label: string;
  readonly output: ShardingSpec;
  readonly inputs: readonly ShardingSpec[];
  readonly time: number;
}

export interface Plan {
  /** In the order of the graph's nodes. */
  readonly steps: readonly {
    readonly name: string;
    readonly label: string;
    readonly output: string;
    readonly time: number;
  }[];
  /** The edges on which layouts are converted at a cost. */
  readonly conversions: readonly {
    readonly tensor: string;
    readonly to: string;
    readonly by: string;
    readonly time: number;
  }[];
  readonly time: number;
}

/** The labels that some nodes must have, by name: `{ A: 'RR', Y: 'b→0 b→1' }`. */
export type FixedLabels = Readonly<Record<string, string>>;

function optionsOf(node: GraphNode, sizes: LoopSizes, mesh: Mesh, fixed: string | undefined): Option[] {
  const all: Option[] =
    'letters' in node
      ? shardingSpecs(node.letters.length, mesh).map((output) => ({
          label: specName(output),
          output,
          inputs: [],
          time: 0,
        }))
      : parallelAlgorithms(node.einsum, sizes, mesh).map(({ loops, ...rest }) => ({
          label: loops.map(([axis, loop]) => `${loop}→${axis}`).join(' '),
          ...rest,
        }));
  const allowed = all.filter(({ label }) => fixed === undefined || label === fixed);
  if (allowed.length === 0) throw new RangeError(`${node.name} has no choice ${fixed}`);
  return allowed;
}

const shapeOf = (node: GraphNode): string => ('letters' in node ? node.letters : lettersOf(node.einsum).output);

/** Eq. (1) for this graph: a node's choices are its parallel algorithms, an edge costs the change of layout. */
export function planningProblem({ sizes, nodes, meets }: OperatorGraph, mesh: Mesh, fixed: FixedLabels = {}) {
  const indexOf = (name: string): number => nodes.findIndex((node) => node.name === name);
  const options = nodes.map((node) => optionsOf(node, sizes, mesh, fixed[node.name]));
  const ranks = new Set(nodes.map((node) => shapeOf(node).length));
  const tables = new Map([...ranks].map((rank) => [rank, reshardingTable(rank, mesh)]));
  const conversion = (v: number, from: ShardingSpec, to: ShardingSpec) => {
    const { steps, time } = tables.get(from.length)!.get(specName(from))!.get(specName(to))!;
    return { steps, time: time * elementsOf(shapeOf(nodes[v]!), sizes) };
  };
  const uses = nodes.flatMap((node, u) =>
    'of' in node
      ? node.of.map((name, k) => ({ v: indexOf(name), u, need: (j: number) => options[u]![j]!.inputs[k]! }))
      : [],
  );
  const ends = meets.map(([tensor, where]) => {
    const u = indexOf(where);
    return { v: indexOf(tensor), u, need: (j: number) => options[u]![j]!.output };
  });
  const links = [...uses, ...ends];
  const edges = links.map(({ v, u, need }) => ({
    v,
    u,
    matrix: options[v]!.map(({ output }) => options[u]!.map((_, j) => conversion(v, output, need(j)).time)),
  }));
  const problem: ChoiceProblem = { nodes: options.map((all) => all.map(({ time }) => time)), edges };
  return { problem, options, links, conversion };
}

/** The combinations of choices of a graph, among which the best is found. */
export const combinations = ({ nodes }: ChoiceProblem): number =>
  nodes.reduce((product, { length }) => product * length, 1);

/**
 * The plan with the least communication, among those that give some nodes prescribed labels: so a plan made by hand can
 * be priced. Throws a RangeError for a label that the node does not have.
 */
export function bestPlan(graph: OperatorGraph, mesh: Mesh, fixed: FixedLabels = {}): Plan {
  const { problem, options, links, conversion } = planningProblem(graph, mesh, fixed);
  const { s, cost } = chooseOneEach(problem);
  const chosen = (v: number): Option => options[v]![s[v]!]!;
  const steps = graph.nodes.map(({ name }, v) => {
    const { label, output, time } = chosen(v);
    return { name, label, output: specName(output), time };
  });
  const conversions = links.flatMap(({ v, u, need }) => {
    const { steps: moves, time } = conversion(v, chosen(v).output, need(s[u]!));
    const by = moves.filter((move) => move.time > 0).map(({ operation, axis }) => `${operation} ${axis}`);
    return time > 0 ? [{ tensor: graph.nodes[v]!.name, to: specName(need(s[u]!)), by: by.join(', '), time }] : [];
  });
  return { steps, conversions, time: cost };
}

/**
 * One training step of an MLP between two layers like itself: Z = GeLU(X·A)·B with b tokens, width h and f = 4h. Z must
 * leave in the layout in which X came, dX in that in which dZ came, and each gradient joins its weight.
 */
export function mlpGraph(b: number, h: number): OperatorGraph {
  return {
    sizes: { b, h, f: 4 * h },
    nodes: [
      { name: 'X', letters: 'bh' },
      { name: 'A', letters: 'hf' },
      { name: 'B', letters: 'fh' },
      { name: 'Y', einsum: 'bh,hf->bf', of: ['X', 'A'] },
      { name: 'Z', einsum: 'bf,fh->bh', of: ['Y', 'B'] },
      { name: 'dZ', letters: 'bh' },
      { name: 'dB', einsum: 'bf,bh->fh', of: ['Y', 'dZ'] },
      { name: 'dY', einsum: 'bh,fh->bf', of: ['dZ', 'B'] },
      { name: 'dA', einsum: 'bh,bf->hf', of: ['X', 'dY'] },
      { name: 'dX', einsum: 'bf,hf->bh', of: ['dY', 'A'] },
    ],
    meets: [
      ['Y', 'dY'], // the slope of GeLU
      ['Z', 'X'],
      ['dX', 'dZ'],
      ['dA', 'A'],
      ['dB', 'B'],
    ],
  };
}

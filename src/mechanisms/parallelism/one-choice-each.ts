/**
 * One choice for every node of a graph, at the least sum of node and edge costs: the integer program of Alpa (Sec. 4.2,
 * Eq. 1), solved exactly. Alpa hands it to an ILP solver; graphs as small as a layer's yield to elimination, which is
 * dynamic programming on a graph that need not be a chain. Its cost grows with the widest table, not with the number
 * of combinations.
 */

export interface ChoiceProblem {
  /** nodes[v][i]: what choice i of node v costs, c_v + d_v. */
  readonly nodes: readonly (readonly number[])[];
  /** R_vu: matrix[i][j] is what choice i of v and choice j of u cost together. */
  readonly edges: readonly {
    readonly v: number;
    readonly u: number;
    readonly matrix: readonly (readonly number[])[];
  }[];
}

export interface Choices {
  /** s_v as an index, for each node. */
  readonly s: readonly number[];
  readonly cost: number;
}

// #region objective
/** Eq. (1): Σ_v s_vᵀ(c_v + d_v) + Σ_(v,u) s_vᵀ R_vu s_u. */
export function costOf({ nodes, edges }: ChoiceProblem, s: readonly number[]): number {
  const own = nodes.reduce((sum, costs, v) => sum + costs[s[v]!]!, 0);
  return edges.reduce((sum, { v, u, matrix }) => sum + matrix[s[v]!]![s[u]!]!, own);
}
// #endregion objective

/** What the choices of the nodes in `scope` cost together, written out with the last of them running fastest. */
interface Table {
  readonly scope: readonly number[];
  readonly values: readonly number[];
}

// #region elimination
/** The exact minimum of Eq. (1), and one s that attains it. */
export function chooseOneEach(problem: ChoiceProblem): Choices {
  const { nodes, edges } = problem;
  let tables: Table[] = [
    ...nodes.map((values, v) => ({ scope: [v], values })),
    ...edges.map(({ v, u, matrix }) => ({ scope: [v, u], values: matrix.flat() })),
  ];
  const decisions: { v: number; scope: readonly number[]; choices: readonly number[] }[] = [];
  for (const left = new Set(nodes.keys()); left.size > 0;) {
    const v = fewestNeighbours(left, tables);
    left.delete(v);
    const touching = tables.filter(({ scope }) => scope.includes(v));
    const scope = neighboursOf(v, tables);
    const { values, choices } = minimiseOver(v, scope, touching, nodes); // v's best answer to all its neighbours may do
    tables = [...tables.filter((table) => !touching.includes(table)), { scope, values }];
    decisions.push({ v, scope, choices });
  }
  const s = nodes.map(() => 0);
  for (const { v, scope, choices } of decisions.toReversed()) s[v] = choices[indexOf(scope, s, nodes)]!;
  return { s, cost: costOf(problem, s) };
}
// #endregion elimination

const neighboursOf = (v: number, tables: readonly Table[]): number[] =>
  [...new Set(tables.flatMap(({ scope }) => (scope.includes(v) ? scope : [])))].filter((u) => u !== v);

function fewestNeighbours(left: ReadonlySet<number>, tables: readonly Table[]): number {
  const counted = [...left].map((v) => [v, neighboursOf(v, tables).length] as const);
  return counted.reduce((least, next) => (next[1] < least[1] ? next : least))[0];
}

/** The place of an assignment in a table over `scope`. */
function indexOf(scope: readonly number[], s: readonly number[], nodes: ChoiceProblem['nodes']): number {
  let index = 0;
  for (const u of scope) index = index * nodes[u]!.length + s[u]!;
  return index;
}

/** For every assignment of `scope`: the least that the tables come to over the choices of v, and the choice. */
function minimiseOver(v: number, scope: readonly number[], tables: readonly Table[], nodes: ChoiceProblem['nodes']) {
  const values: number[] = [];
  const choices: number[] = [];
  const s = nodes.map(() => 0);
  const strides = tables.map((table) => strideOf(v, table.scope, nodes));
  const starts = tables.map(() => 0);
  const visit = (depth: number): void => {
    const u = scope[depth];
    if (u !== undefined) {
      for (let i = 0; i < nodes[u]!.length; i++) {
        s[u] = i;
        visit(depth + 1);
      }
      return;
    }
    for (let t = 0; t < tables.length; t++) starts[t] = indexOf(tables[t]!.scope, s, nodes); // s[v] is 0 throughout
    let least = Infinity;
    let choice = 0;
    for (let i = 0; i < nodes[v]!.length; i++) {
      let cost = 0;
      for (let t = 0; t < tables.length; t++) cost += tables[t]!.values[starts[t]! + i * strides[t]!]!;
      if (cost < least) {
        least = cost;
        choice = i;
      }
    }
    values.push(least);
    choices.push(choice);
  };
  visit(0);
  return { values, choices };
}

/** How far apart two neighbouring choices of v stand in a table over `scope`. */
const strideOf = (v: number, scope: readonly number[], nodes: ChoiceProblem['nodes']): number =>
  scope.slice(scope.indexOf(v) + 1).reduce((product, u) => product * nodes[u]!.length, 1);

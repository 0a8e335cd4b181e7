/**
 * Fig. 7 at 32 GPUs: PFLOPS, read off the figure as the authors publish it (docs/benchmark in their repository) by the
 * tops of bars and boxes against the axis, to about 0.01 of the linear bar. Null where a system ran out of memory.
 */
export interface Measured {
  readonly model: string;
  /** The black box of the figure: the throughput of one card times the number of cards. */
  readonly linear: number;
  readonly systems: readonly {
    readonly name: string;
    readonly kind: 'accent' | 'ink' | 'muted';
    readonly pflops: number | null;
  }[];
}

const systems = (baseline: string, alpa: number, other: number | null, inter: number | null, intra: number) =>
  [
    { name: 'Alpa', kind: 'accent', pflops: alpa },
    { name: baseline, kind: 'ink', pflops: other },
    { name: '只用算子间', kind: 'muted', pflops: inter },
    { name: '只用算子内', kind: 'muted', pflops: intra },
  ] as const;

export const at32: readonly Measured[] = [
  { model: 'GPT', linear: 1.52, systems: systems('Megatron-LM', 1.904, 1.853, 1.582, 1.109) },
  { model: 'MoE', linear: 1.457, systems: systems('DeepSpeed', 1.234, 0.114, null, 0.04) },
  { model: 'Wide-ResNet', linear: 0.268, systems: systems('流水线加数据', 0.209, null, null, 0.061) },
];

/** A system's throughput as a share of linear scaling, by model and name. */
export function shareOf(model: string, name: string): number {
  const { linear, systems: all } = at32.find((one) => one.model === model)!;
  return all.find((system) => system.name === name)!.pflops! / linear;
}

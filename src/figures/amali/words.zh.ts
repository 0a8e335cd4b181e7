import type { Kind } from '#draw/palette.ts';
import type { Cause } from '#mechanisms/hardware/interval-model.ts';
import type { published } from './setting.ts';

/** What a warp does in a cycle: colour and name. The names in Latin letters are Nsight Compute's. */
export const causes: Readonly<Record<Cause, { kind: Kind; label: string; short: string }>> = {
  selected: { kind: 'compute', label: 'selected 发射', short: '发射' },
  short_scoreboard: { kind: 'item-2', label: 'short_scoreboard 等 shared memory', short: '等 shared' },
  long_scoreboard: { kind: 'item-3', label: 'long_scoreboard 等显存', short: '等显存（long_scoreboard）' },
  wait: { kind: 'item-1', label: 'wait 等运算结果', short: '等' },
  math_pipe: { kind: 'item-4', label: 'math_pipe 等计算单元', short: '等单元' },
  lg: { kind: 'item-5', label: 'lg 等访存单元', short: '访存' },
  not_selected: { kind: 'item-6', label: 'not_selected 等发射口', short: '等发射' },
};

export const words = {
  lanes: { intervals: '区间', issue: '发射', waits: '在等', tensor: 'Tensor Core' },
  cycles: '周期',
  warps: (count: number) => `${count} 个 warp`,
  stackNote: (model: number, truth: number) => `${model}（模拟 ${truth}）`,
  perWarp: '平均每个 warp 几个周期',
  warpAxis: '同一 sub-core 上的 warp 数 w',
  curves: { truth: '逐周期模拟', model: '区间模型', bound: '吞吐下界', lanes: '16 条 lane 计 HMMA' },
  subCore: (index: number, isRepresentative: boolean) => `sub-core ${index}${isRepresentative ? '（代表）' : ''}`,
  issued: '发射的指令',
  idle: '空等',
  blockAxis: '每个 block 的 warp 数 BS',
  slope: '每多一个 block：s',
  slopePerWarp: '摊到每个 warp：s/BS',
  kernels: {
    all: '全部内核',
    gemm: 'GEMM',
    elementWise: '逐元素',
    prefill: 'prefill',
    decode: 'decode',
  } satisfies Record<(typeof published)[number]['of'], string>,
  errorAxis: '平均绝对百分比误差（%），Llama3-8B，A100',
} as const;

import { formatNumber } from '#draw/format.ts';
import type { Stage } from '#mechanisms/pipeline/stage-slicing.ts';

/** `S01R` with its mesh axes raised, as the paper writes it. */
const spec = (name: string) => `$${name.replace(/S(\d+)/g, 'S^{$1}')}$`;

export const words = {
  machine: (machine: number) => `机器 ${machine}`,
  share: (parts: number) => (parts === 1 ? '每卡一整份' : `每卡 1/${formatNumber(parts)}`),
  plans: { data: '纯数据并行', tensor: '纯张量并行', custom: '机间数据、机内张量', reversed: '机间张量、机内数据' },
  solved: '整数规划选的方案',
  best: '红点：整数规划的最优，逐点解出',
  total: (time: number) => `通信共 ${formatNumber(time)}`,
  passes: ['前向', '反向'],
  spec,
  tensor: (name: string, layout: string) => `$${name}$　${spec(layout)}`,
  memory: {
    activations: '激活及其梯度',
    parameters: '权重',
    gradients: '权重的梯度',
    communication: 'all-reduce 及其时间',
  },
  allReduce: (time: number) => `all-reduce ${formatNumber(time)}`,
  upper: '上层：动态规划切段、派网格（算子间并行）',
  lower: '下层：整数规划选切法（算子内并行），例如一个 MLP 的两个权重',
  model: '八层',
  stage: (stage: number) => `段 ${stage + 1}`,
  stageTime: (stage: number, t: number) => `段 ${stage + 1}，每份 ${formatNumber(t)}`,
  layouts: (A: string, B: string) => `$A$ ${spec(A)}，$B$ ${spec(B)}`,
  equal: '每段两层、两张卡',
  dynamic: '动态规划的切法',
  clock: '时间（一个 batch，4 个 micro-batch）',
  lane: (stage: number, { submesh: [n, m] }: Stage) => `段 ${stage + 1}（${n * m} 卡）`,
  ends: (formula: number, schedule: number) => `公式估 ${formatNumber(formula)}，排出来 ${formatNumber(schedule)}`,
  outOfMemory: '爆显存',
  about: (share: number) => `约 ${Math.round(share * 100)}%`,
  bar: (model: string, system: string) => `${model} · ${system}`,
  linear: '线性扩展',
  ofLinear: '占线性扩展的比例，由图 7 读出',
} as const;

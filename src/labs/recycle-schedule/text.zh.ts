/** The lab's own words. */
export const text = {
  title: '坏一台，剩下的怎么排',
  takeaway:
    'W1_2 坏了，持有同样权重的 W0_2 和 W2_2 各替它做 3 份，训练没有停；只是转交还不够，一次迭代从 30 格拉长到 39 格，要靠两个开关省回来。',
  simplified:
    '流水线和段都从 0 数，W1_2 是流水线 1 的第 2 段。3 条流水线、4 段、每条 6 个 micro-batch；前向、对输入的梯度、对权重的梯度各 1 格，优化器步连同 all-reduce 算 3 格。传输不花时间，故障检测和切换没有画。论文的规划器用混合整数规划求最优，这里用贪心排班：每一份排班都合法，但未必最短。',
  fields: {
    failed: '坏掉的机器',
    decoupled: '把反向拆成两半',
    staggered: '错开优化器',
    memory: '每台最多存几份激活',
  },
  memory: (n: number, all: number) => (n === all ? '不限' : `${n} 份`),
  presets: {
    all: '两个开关都打开',
    memory: '显存只够 4 份',
    two: '同一段坏两台',
    diagonal: '三条流水线各坏一台',
    none: '没有故障',
  },
  view: {
    label: '三条流水线的排班：每行一台机器，点一行让它坏掉或修好',
    keys: {
      forward: '前向',
      backward: '反向（对输入）',
      weight: '对权重的梯度',
      optimizer: '优化器',
      taken: '实心：替坏机器做的',
      other: '上一次、下一次迭代',
      idle: '气泡',
    },
    time: '时间（格），从这次迭代的第一个前向算起',
    reference: (time: string) => `无故障时，每 ${time} 格开始一次迭代`,
    note: (load: number, peak: number) => `${load} 份，存 ${peak}`,
    toggle: (name: string, dead: boolean) => `${name}${dead ? '，已坏，按下修好' : '，按下让它坏掉'}`,
    healthy: (time: string) => `没有故障：${time} 格`,
    proportional: (time: string) => `按剩下的机器数折算：${time} 格`,
    same: (time: string) => `现在：${time} 格，一格不慢`,
    slower: (time: string, share: string) => `现在：${time} 格，慢 ${share}`,
    faster: (time: string, share: string) => `现在：${time} 格，快 ${share}`,
    lost: (stage: number) => `第 ${stage} 段一台都不剩，没有人握着它的权重：训练停下，只能换机器、读 checkpoint。`,
  },
  summary: {
    healthy: '没有机器坏。',
    dead: (names: string, most: string, load: number) =>
      `${names} 坏了，最忙的是 ${most}，一次迭代要做 ${load} 份（平时 6 份）。`,
    time: (now: string, healthy: string, change: string) =>
      `一次迭代 ${now} 格，无故障的 1F1B 是 ${healthy} 格，${change}。`,
    same: '一格不慢',
    slower: (share: string) => `慢 ${share}`,
    faster: (share: string) => `反而快 ${share}，因为 1F1B 平时并不拆反向`,
    peak: (peak: number) => `激活最多的一台同时存 ${peak} 份。`,
    join: '、',
  },
  columns: ['机器', '状态', '做几份', '最多存几份激活', '一次迭代里空闲（格）'],
  dead: '已坏',
  alive: '在算',
} as const;

/** The lab's own words. */
export const text = {
  title: '草稿像几分，一轮值几个 token',
  takeaway:
    '两个分布重叠七成，一轮提议 4 个，平均吐出 2.77 个 token，快 1.84 倍。只有从 q − p 的正部补采，写出来的才仍是目标模型的文字。',
  simplified:
    '分布取自本页的两个小模型在“真”之后的一个位置，草稿按比例混入目标分布。快慢假设每个位置都像这一个、互不相干；时间按论文那台机器，线性层走屋顶线，其余按单个 token 的实测补齐，不计注意力。换补法只看写出什么，不计它多花的时间。',
  fields: {
    likeness: '草稿混入多少目标',
    temperature: '温度',
    rule: '被拒后怎么补',
    K: '每轮提议几个',
    draft: '草稿一步',
    batch: 'batch',
  },
  rules: { residual: '从 q − p 的正部', target: '从 q', again: '重抽到接受' },
  units: { ms: (value: number) => `${value} ms`, share: (value: number) => `${Math.round(value * 100)}%` },
  presets: { close: '草稿很像', cold: '温度 0.5', slow: '草稿太慢', crowded: 'batch 256', wrong: '补错了' },
  view: {
    label: '上：一个位置上草稿与目标的概率；下：加速随每轮提议个数的变化',
    kept: '接受：min(p, q)',
    rejected: '拒绝：p 多出的',
    added: 'q 多出的',
    out: (distance: string) => `横线：实际写出的分布，错放的概率 ${distance}`,
    alone: 'batch = 1',
    together: (batch: number) => `batch = ${batch}`,
    K: '每轮提议几个，$K$',
    gain: '逐个采样的几倍快（虚线是 1，不快不慢）',
  },
  summary: (s: {
    alpha: string;
    K: number;
    tokens: string;
    gain: string;
    best: number;
    right: boolean;
    distance: string;
  }) =>
    `接受率 ${s.alpha}；K = ${s.K} 时一轮平均 ${s.tokens} 个 token，速度是逐个采样的 ${s.gain} 倍，最划算的 K 是 ${s.best}。${s.right ? '写出来的分布就是目标分布。' : `这种补法错放了 ${s.distance} 的概率。`}`,
  columns: ['K', 'batch = 1', '当前 batch'],
} as const;

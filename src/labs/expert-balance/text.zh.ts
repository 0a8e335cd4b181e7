/** The lab's own words. */
export const text = {
  title: '把四个专家拉匀',
  takeaway:
    '训练 20 步，1、2、4 号已经分匀，3 号还只有 3% 的 token；容量因子 1.25 时每家 75 座，3 号的座位几乎全空，前三家却坐不下。',
  simplified:
    '平面上的 240 个 token，路由器是一个 4×2 的矩阵，只用均衡损失（式 4）做梯度下降，步长 40；没有任务损失来拉，也没有噪声。按批内次序入座，一批就是全部 token。',
  fields: { step: '训练到第几步', alpha: '均衡损失的系数', capacityFactor: '容量因子', skew: 'token 偏得多厉害' },
  units: {
    step: (step: number, last: number) => `${step} / ${last}`,
    skew: (value: number) => (value === 0 ? '不偏' : `${value}`),
  },
  presets: { off: '关掉均衡损失', tight: '容量因子 1', loose: '容量因子 2', done: '练到 100 步', strong: '系数十倍' },
  view: {
    label: '左：每个 token 去了哪个专家；右：各家的座位；下：各家份额随训练步数的变化',
    cloud: 'token 与去处',
    seats: (C: number) => `每家 ${C} 座`,
    capacity: '容量',
    expert: (e: number) => `${e + 1} 号`,
    seated: '坐下',
    dropped: '没座位，走残差',
    empty: '空座',
    step: '训练步数',
    share: '去这一家的 token',
  },
  summary: (s: { step: number; shares: string; dropped: string; empty: string; loss: string; quiet: boolean }) =>
    `第 ${s.step} 步，四家的份额是 ${s.shares}；丢掉 ${s.dropped} 的 token，空着 ${s.empty} 的座位。${s.quiet ? '系数是 0，路由器一动不动。' : `损失 ${s.loss}，四家全匀时等于系数本身。`}`,
  columns: ['专家', '要去的', '坐下', '丢掉', '空座'],
} as const;

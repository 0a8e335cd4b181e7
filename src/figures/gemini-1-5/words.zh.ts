/** Words of this page's figures. */
export const words = {
  length: (n: number) => (n >= 1e6 ? `${n / 1e6}M` : `${n / 1e3}k`),
  depth: (d: number) => `${d}%`,
  depthTitle: '深度',
  share: (w: number) => `权重 ${w}`,
  all: '每个 head 一份',
  grouped: '共用 8 份（GQA）',
  card: '一张卡的 80 GB',
  fit: '拟合',
  points: '合成数据',
  one: '一根针',
  hundred: '100 根针',
} as const;

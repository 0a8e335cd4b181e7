/** Words of this page's figures. */
export const words = {
  summaries: (n: number) => `告警摘要 ${n} 份`,
  analyses: (n: number) => `异常判断 ${n} 份`,
  scores: '失效分数',
  tools: '11 种监控工具',
  scenarios: '7 种异常情形',
  device: (i: number) => `设备 ${i + 1}`,
  pair: ['甲', '乙'],
  run: (i: number) => `第 ${i + 1} 次`,
  meanScore: '平均分',
  meanRank: '平均名次',
  entropy: (h: number, stops: boolean) => `熵 ${h.toFixed(2)}，${stops ? '当场作答' : '进第二阶段'}`,
  spread: '一次评测的起伏（标准差）',
  top: (k: number) => `前 ${k + 1} 名里有真凶`,
} as const;

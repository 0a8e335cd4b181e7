/** Words of this page's figures. */
export const words = {
  ways: { prefix: '前缀缓存', reuse: '全部重用', blend: 'CacheBlend', full: '全部重算' },
  reused: '用存下的 KV',
  computed: '现算',
  chunk: (i: number) => `文本 ${i + 1}`,
  question: '问题',
  counted: (n: number) => `现算 ${n} 个`,
  layer: (l: number) => `第 ${l} 层`,
  deviation: '选偏差最大的',
  random: '随机选',
  load: '读取',
  recompute: '重算',
  models: { small: 'Llama-7B', large: 'Llama-70B' },
  time: '时间（ms），只画前六层',
} as const;

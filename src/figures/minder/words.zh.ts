/** Words of this page's figures. */
export const words = {
  machine: (i: number) => `机器 ${i + 1}`,
  faulty: '故障',
  jitter: '抖动',
  others: '其余机器最高的',
  threshold: '阈值',
  alert: '报警',
  precision: '精确率',
  recall: '召回率',
} as const;

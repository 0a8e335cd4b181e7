/** Words of this page's figures. */
export const words = {
  steps: {
    parallelBlock: '并行块',
    slidingWindow: '滑动窗口',
    tensorOverlap: '张量并行的通信',
    pipelineOverlap: '流水线的通信',
    dataOverlap: '数据并行的通信',
    operators: '更快的算子',
    misc: '其他',
    lamb: 'LAMB（batch ×3）',
  },
  baseline: 'Megatron-LM',
  before: '之前的 MFU',
  changing: '改了模型或优化器',
  systems: '纯系统改动',
  chunks: (c: number) => (c === 1 ? '不切' : `切成 ${c} 块`),
  compute: '计算',
  send: '通信',
  fast: '先拷到内存，0.2 分钟',
  slow: '直接写 HDFS，10 分钟',
  played: '事件模拟',
} as const;

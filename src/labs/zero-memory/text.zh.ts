/** The lab's own words. */
export const text = {
  title: '一张卡要放多少字节，一步要传多少个数',
  takeaway: '75 亿参数、64 张卡：每卡的模型状态从 120 GB 一级级降到 1.9 GB。前两级一个数也不多传，第三级多传一半。',
  simplified:
    '只算模型状态：激活、临时缓冲区、显存碎片不在内，所以“刚好放得下”的模型其实还训不起来。GB 按 10⁹ 字节。通信量来自一个真的训练步：4 张卡、两层小网络、环形集合通信，逐条消息数出来，再除以参数个数。',
  fields: { psi: '参数量', Nd: '数据并行的卡数', recipe: '精度与优化器', memory: '每卡显存' },
  recipes: { 'mixed-precision-adam': '混合精度 Adam', 'bf16-adam': '全 BF16 Adam', 'fp32-adam': '全 FP32 Adam' },
  stages: ['数据并行', 'ZeRO-1', 'ZeRO-2', 'ZeRO-3'],
  kinds: { parameters: '参数', gradients: '梯度', optimizerStates: '优化器状态' },
  view: {
    label: '四种做法下每张卡的模型状态',
    axis: '每卡模型状态',
    memory: (text: string) => `显存 ${text}`,
    shards: '16 个格子是整份状态，深色是第 0 号卡手里的',
    volume: '每步每卡发送',
    psi: (x: string) => `${x} Ψ`,
  },
  units: { billions: (n: string) => `${n}B`, cards: (n: number) => `${n} 张`, gb: (n: number) => `${n} GB` },
  presets: { figure1: '论文图 1', trillion: '一万亿参数', single: '只有一张卡' },
  summary: (s: { psi: string; Nd: number; K: number; bytes: readonly string[]; fits: string; largest: string }) =>
    `${s.psi} 参数，${s.Nd} 张卡，K = ${s.K}。每卡依次要 ${s.bytes.join('、')}。${s.fits}。这样的显存，ZeRO-3 最多放得下 ${s.largest} 参数的模型状态。`,
  fits: (names: readonly string[]) => (names.length === 0 ? '四种都放不下' : `放得下的是${names.join('、')}`),
  columns: ['做法', '参数', '梯度', '优化器状态', '合计', '每步每卡发送（Ψ）', '放得下的最大模型'],
} as const;

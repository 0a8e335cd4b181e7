/** The lab's own words. */
export const text = {
  title: '同一道注意力，两种走法，一只秒表',
  takeaway:
    '标准算法把整张 N×N 的矩阵写出去又读回来；FlashAttention 让每一块只在片上出现，每行只带走 m 与 ℓ 两个数，读写因此少了近一半，结果一样。',
  simplified:
    '这里的 Q、K、V 是 16×4 的固定随机数，单个 head，前向。秒表按 A100 的比例走：搬一个数的时间可做约 401 次浮点运算；搬运与运算不重叠。softmax 的运算、线程块并行、dropout 没有算进来。',
  fields: { step: '走到第几块', M: 'SRAM 容量', causal: '因果掩码' },
  elements: (n: number) => `${n} 个数`,
  presets: { small: 'SRAM 太小', whole: 'SRAM 放得下整行' },
  view: {
    label: '左：标准注意力的 N×N 分数矩阵；右：FlashAttention 逐块走过同一张矩阵',
    standard: '标准算法：整张矩阵往返显存',
    flash: 'FlashAttention：一块一块走',
    phases: {
      scores: '正在写出 S',
      mask: '正在读写掩码',
      softmax: '正在读 S、写 P',
      output: '正在读 P、写 O',
      done: '完成',
    },
    tile: (i: number, j: number) => `第 ${j + 1} 块 K、V 遇上第 ${i + 1} 块 Q`,
    rows: ['行', '旧 $m$', '块内 $m$', '新 $m$', '旧账缩放 $e^{m-m′}$', '旧 $ℓ$', '新 $ℓ$'],
    traffic: '显存读写（个数）',
    standardShort: '标准',
    flashShort: 'Flash',
    done: '已搬运',
    rest: '还要搬运',
  },
  summary: (s: { M: number; Br: number; Bc: number; flash: number; standard: number; ratio: string; error: string }) =>
    `SRAM 放 ${s.M} 个数时，块为 ${s.Br}×${s.Bc}。走完全程，标准算法读写 ${s.standard} 个数，FlashAttention ${s.flash} 个，是前者的 ${s.ratio}。两者输出最多相差 ${s.error}。`,
  columns: ['量', '标准算法', 'FlashAttention'],
  rowNames: {
    reads: '读',
    writes: '写',
    total: '合计',
    moments: '此刻已读写',
    time: '总时间（以搬一个数为单位）',
    error: '输出的最大差',
  },
} as const;

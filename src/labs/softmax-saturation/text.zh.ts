/** The lab's own words. */
export const text = {
  title: '向量越宽，不缩放的 softmax 越只看一个 key',
  takeaway:
    '同一组随机 query 和 key，宽到 64 维时不缩放的 softmax 几乎把全部权重给了一个 key；除以 √dₖ，它的松紧就不再随宽度变；除以 dₖ 则矫枉过正，权重趋于均匀。',
  simplified:
    'q 与 k 的分量是固定种子的标准正态随机数，互相独立；加宽时保留原有分量、再添新的。上面三幅是一个 query 对 8 个 key，下面的曲线是 64 个 query 的平均，因此有抽样起伏。训练之后的 q 和 k 不会是这种随机数。',
  fields: { dk: 'head 的宽度', sample: '第几个随机 query', measure: '曲线画什么' },
  measures: { entropy: '熵', slope: '最大斜率' },
  view: {
    label: '上：同一行分数在三种缩放下的 softmax；下：熵或斜率随 dₖ 的变化',
    panels: { none: '不缩放', root: '除以 $√d_k$（论文）', full: '除以 $d_k$' },
    score: (x: string) => `$q·k$ ${x}`,
    axis: { entropy: '平均熵（nat）', slope: '平均的最大斜率 $max_i\u2009p_i(1−p_i)$' },
    uniform: '均匀分布的熵 $ln 8$',
    dk: '$d_k$',
  },
  summary: (s: {
    dk: number;
    variance: string;
    none: string;
    root: string;
    entropyNone: string;
    entropyRoot: string;
    slopeNone: string;
    slopeRoot: string;
  }) =>
    `dₖ = ${s.dk} 时点积的方差约为 ${s.variance}。这个 query 不缩放时最大的一份权重是 ${s.none}，除以 √dₖ 后是 ${s.root}。64 个 query 平均，熵从 ${s.entropyRoot} 掉到 ${s.entropyNone}，最大斜率从 ${s.slopeRoot} 变成 ${s.slopeNone}（先写缩放的，后写不缩放的）。`,
  columns: [
    'd_k',
    '点积方差',
    '熵：不缩放',
    '熵：÷√dₖ',
    '熵：÷dₖ',
    '最大斜率：不缩放',
    '最大斜率：÷√dₖ',
    '最大斜率：÷dₖ',
  ],
} as const;

import { carriedNames } from '#figures/attention-is-all-you-need/words.zh.ts';

export const headNames = { reference: '代词找名词', argument: '谓词找论元', previous: '找前一个词' } as const;

export const text = {
  title: '一个 query 怎样从整句话里取回答案',
  takeaway:
    '“它”拿 query 与八个 key 各做一次点积，缩放、softmax 之后约八成权重落在“小猫”上，取回的 value 因此写着“名词、有生”；其余七行同时在做同样的事。',
  simplified:
    '这里的权重全是手工设的，没有训练：每个词是几个“是或否”的特征，后面接 16 维正弦位置编码，三个 head 各宽 4。论文把词向量与位置编码加在同一组 512 维上，head 的分工也是训练出来的，未必这么好解释。残差、层归一化和前馈层没有画。',
  fields: {
    query: '看哪一行 query',
    head: '用哪个 head',
    stage: '走到哪一步',
    causal: '因果掩码',
    positions: '位置编码',
  },
  stages: ['点积', '缩放', '掩码', 'softmax', '乘 V'],
  presets: { causal: '加上因果掩码', previous: '只看位置的 head', orderless: '拿掉位置编码' },
  view: {
    label: '上：所选 query 一行的五步计算；下：整张分数或权重矩阵，以及全部输出',
    query: (word: string) => `“${word}”的 $q$`,
    keys: '每行一个 key',
    columns: ['$q·k$', '$÷√d_k$', '掩码', 'softmax', '$V$'],
    output: (word: string) => `“${word}”的输出`,
    matrices: ['$QK^T$', '$QK^T/√d_k$', '加掩码之后', 'softmax 之后', 'softmax 之后'],
    outputs: '输出：每行是 $V$ 各行的加权平均',
    sums: '每行加起来都是 1',
  },
  summary: (s: {
    word: string;
    head: string;
    key: string;
    score: string;
    weight: string;
    ties: number;
    output: string;
  }) =>
    (s.ties > 1
      ? `“${s.word}”在“${s.head}”这个 head 里给 ${s.ties} 个位置同样的最高权重 ${s.weight}（点积 ${s.score}）`
      : `“${s.word}”在“${s.head}”这个 head 里最看重“${s.key}”：点积 ${s.score}，权重 ${s.weight}`) +
    `。取回的输出是（${s.output}），依次为${carriedNames.join('、')}。`,
  columns: ['key', '点积', '缩放后', '掩码后', '权重'],
} as const;

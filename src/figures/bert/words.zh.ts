export const words = {
  rows: { original: '原文', input: '模型读到', question: '要答' },
  sentence: ['A 句', 'B 句'],
  fate: { mask: '遮住', random: '换词', keep: '不动' },
  schemes: {
    'all-but-self': '只不看自己，人人都猜',
    causal: '只看左边，猜下一个',
    masked: '先遮住，再看两边',
  },
  verdict: { leak: '两层就抄到答案', safe: '走不通，只能猜' },
  levels: ['输入', '第 1 层', '第 2 层'],
  guesses: (word: string) => `猜“${word}”`,
  hidden: '[MASK]',
  world: {
    title: '最常填的动词',
    question: (l: string, r: string) => `${l}　？　${r}`,
    readers: { left: '只看左', right: '只看右', joined: '两边各猜再相乘', both: '两边一起看' },
  },
  corpus: { x: '数过的句子（对数轴）', y: '困惑度' },
  input: { token: '词', segment: '句', position: '位置', sum: '相加', names: ['A', 'B'] },
  span: { start: '起点分', end: '终点分' },
  size: { embedding: '嵌入', attention: '注意力', ffn: '前馈网络', rest: '其余' },
  ablation: {
    label: '开发集得分',
    rows: ['MNLI-m', 'QNLI', 'MRPC', 'SST-2', 'SQuAD F1'],
    models: ['BERT-base', '去掉 NSP', '只看左，无 NSP', '再加 BiLSTM'],
  },
} as const;

import type { Region } from '#mechanisms/training-memory/activation-memory.ts';
import type { Kind } from '#draw/palette.ts';

/** What the tensors of the ledger are called on the page. */
export const tensorNames: Readonly<Record<string, string>> = {
  'LayerNorm 1 input': 'LayerNorm 的输入',
  'Q, K, V input': 'Q、K、V 投影的输入',
  'Q, K': 'Q 和 K',
  'softmax output': 'softmax 的输出',
  'softmax dropout mask': 'softmax 的 dropout 掩码',
  'softmax dropout output': 'softmax 的 dropout 输出',
  V: 'V',
  'projection input': '输出投影的输入',
  'dropout mask 1': 'dropout 掩码',
  'LayerNorm 2 input': 'LayerNorm 的输入',
  'A input': 'MLP 的输入',
  'GeLU input': 'GeLU 的输入',
  'B input': '第二个线性层的输入',
  'dropout mask 2': 'dropout 掩码',
};

export const regions: readonly { region: Region; name: string; kind: Kind }[] = [
  { region: 'between', name: '子层之间', kind: 'item-1' },
  { region: 'inside', name: '子层内部', kind: 'item-2' },
  { region: 'core', name: '注意力核心', kind: 'item-3' },
];
export const kindOf = (region: Region): Kind => regions.find((one) => one.region === region)!.kind;

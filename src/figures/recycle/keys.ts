import type { Key } from '#draw/Legend.tsx';

/** What the colours of a schedule with W1_2 dead stand for. */
export const keys: readonly Key[] = [
  { kind: 'forward', tone: 'tint', label: '前向' },
  { kind: 'backward', tone: 'tint', label: '反向，或对输入的梯度' },
  { kind: 'weight-gradient', tone: 'tint', label: '对权重的梯度' },
  { kind: 'optimizer', tone: 'tint', label: '优化器' },
  { kind: 'backward', label: '实心：替 W1_2 做的' },
  { kind: 'neutral', label: '上一次、下一次迭代' },
  { kind: 'idle', label: '气泡' },
];

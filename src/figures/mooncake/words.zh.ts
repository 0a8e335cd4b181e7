import { fixed, formatNumber, formatPercent } from '#draw/format.ts';

const names = ['A', 'B', 'C'];

/** Tokens as Chinese counts them. */
function tokens(count: number): string {
  if (count >= 1e8) return `${formatNumber(count / 1e8)} 亿`;
  return count >= 1e4 ? `${formatNumber(count / 1e4)} 万` : formatNumber(count);
}

export const words = {
  tokens,
  node: (index: number) => `${names[index]} 机`,
  request: '新请求',
  cells: '这份 prompt 的六块',
  times: '首字要等多久',
  total: (time: number) => `共 ${formatNumber(time)}`,
  alone: (time: number) => `不取要 ${formatNumber(time)}`,
  taken: '派给它',
  keys: {
    held: '本来就有',
    fetched: '从 A 取来',
    computed: '现算',
    queue: '排队',
    transfer: '搬运',
    prefill: 'prefill',
  },
  prompt: (index: number) => `请求 ${index + 1}`,
  key: '键',
  schedulers: {
    random: '随机派',
    balanced: '派给最闲的',
    local: '估 TTFT，只用本机缓存',
    global: '估 TTFT，也从别处取',
  },
  everything: '全都存下（上限）',
  ours: '本页模拟（合成记录，20 分钟）',
  papers: '论文图 5（真实记录，16 台）',
  seconds: (value: number) => `${fixed(2)(value)} 秒`,
  percent: (value: number) => formatPercent(value),
  stage: (index: number) => `第 ${index + 1} 台`,
} as const;

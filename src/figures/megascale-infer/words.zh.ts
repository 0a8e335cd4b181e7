/** Words of this page's figures. */
export const words = {
  side: { attention: '注意力', experts: '专家' },
  rows: (m: number) => `$m=${m}$`,
  microBatch: (k: number) => `micro-batch ${k + 1}`,
  time: '时间（以 $T_f$ 为单位）',
  dense: '稠密 FFN',
  merged: (n: number) => (n === 1 ? 'MoE，自己一台' : `MoE，${n} 台合并`),
  way: (Tc: number) => `$T_c = ${Tc} T_f$`,
} as const;

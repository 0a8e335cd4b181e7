export const words = {
  expert: (e: number) => `专家 ${e + 1}`,
  factor: (capacityFactor: number, C: number) => `容量因子 ${capacityFactor.toFixed(1)}\n每家 ${C} 座`,
  tally: (dropped: number, empty: number) => `丢 ${dropped}，空 ${empty}`,
  token: 'token',
  probability: '概率 $p$',
  dropped: '走残差',
  step: (step: number) => (step === 0 ? '开始' : `${step} 步以后`),
  share: (e: number, share: string) => `${e + 1} 号 ${share}`,
} as const;

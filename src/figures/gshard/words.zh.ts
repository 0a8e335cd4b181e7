export const words = {
  device: (d: number) => `卡 ${d + 1}`,
  expert: (e: number) => `专家 ${e + 1}`,
  gated: '每张卡一组 token。各组自己打分、入座：每个专家只给这一组 2 个座位',
  exchanged: 'AllToAll 之后：第 e 张卡收齐各组送给专家 e 的座位，一次算完',
  returned: '再一次 AllToAll，各回各家，按门控值加权；虚线的 token 只走残差',
  gates: '门控值 $g$',
  combine: '合并权重 $G$：token × 专家 × 座位',
} as const;

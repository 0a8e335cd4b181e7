/** Words of this page's figures. */
export const words = {
  image: (side: number) => `一张图，${side}×${side} 像素`,
  sequence: 'token 序列',
  classToken: '类',
  linear: '与 token 数成正比',
  quadratic: '打分与加权（平方）',
} as const;

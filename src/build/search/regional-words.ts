/**
 * Computing words as Taiwan and Hong Kong write them (in simplified characters, as they are after conversion), and as this
 * site does. Words that differ by characters only are not listed.
 */
export const REGIONAL_WORDS: readonly (readonly [string, string])[] = [
  ['记忆体', '内存'],
  ['快取', '缓存'],
  ['频宽', '带宽'],
  ['执行绪', '线程'],
  ['伺服器', '服务器'],
  ['资料', '数据'],
  ['平行', '并行'],
  ['最佳化', '优化'],
  ['网路', '网络'],
  ['演算法', '算法'],
  ['丛集', '集群'],
  ['排程', '调度'],
  ['软体', '软件'],
  ['硬体', '硬件'],
  ['管线', '流水线'],
  ['效能', '性能'],
  ['伫列', '队列'],
  ['储存', '存储'],
  ['显示卡', '显卡'],
  ['程式', '程序'],
  ['讯息', '消息'],
  ['类神经', '神经'],
  ['预先训练', '预训练'],
  ['晶片', '芯片'],
  ['通讯', '通信'],
  ['影像', '图像'],
  ['运算', '计算'],
];

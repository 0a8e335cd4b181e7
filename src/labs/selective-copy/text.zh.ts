/** The lab's own words. */
export const text = {
  title: '让噪声推不动状态',
  takeaway:
    '数据来时开门，噪声来时关门，四个颜色就能按次序读回来；让 Δ 恒定，噪声也把时钟往前拨，同一套权重便认不出谁是第几个。',
  simplified:
    '权重是手工设定的，没有训练：五个通道（噪声和四色的 one-hot），每个通道四个状态数，A 取 −1 到 −4，只有 Δ 随 token 变。读出权重按 Δ 数据算好。门画的是 A = −1 那一个。平均只取 12 条纸带（48 个数据），会有六个百分点上下的起伏。论文用的是两层、宽 64 的模型，纸带长 4096，数据 16 个（附录 E.1）。',
  fields: { step: '读到第几个 token', data: '数据的步长', noise: '噪声的步长', seed: '换一条纸带' },
  position: (step: number, length: number) => `${step + 1} / ${length}`,
  seed: (index: number) => `第 ${index} 条`,
  presets: { early: '读到一半', leaky: '门漏了', equal: '两个 Δ 一样', reset: '数据的门开太大' },
  view: {
    label: '上：选择性模型的门、状态和读出；下：同一套权重而 Δ 恒定',
    input: '输入 $x_t$',
    selective: (data: string, noise: string) => `选择性：数据 Δ = ${data}，噪声 Δ = ${noise}`,
    constant: (data: string) => `时不变：一律 Δ = ${data}`,
    average: (share: string) => `12 条纸带平均 ${share}`,
    gate: '门 $g_t$',
    state: '状态 $h_t$',
    read: '此刻读出',
    ago: ['最近一个', '往前一个', '往前两个', '往前三个'],
    right: '对',
    wrong: (name: string) => `错，应为${name}`,
    none: '还没有',
    heat: '状态的值',
  },
  summary: (s: {
    data: string;
    noise: string;
    read: number;
    asked: number;
    selective: number;
    constant: number;
    averages: readonly [string, string];
  }) =>
    `读过 ${s.read} 个 token，其中 ${s.asked} 个数据：选择性读对 ${s.selective} 个，时不变读对 ${s.constant} 个。换 12 条纸带，读完再问，选择性（数据 Δ = ${s.data}，噪声 Δ = ${s.noise}）平均 ${s.averages[0]}，时不变平均 ${s.averages[1]}；瞎猜是 25%。`,
  columns: ['问哪一个', '正确', '选择性', '得分', '时不变', '得分'],
} as const;

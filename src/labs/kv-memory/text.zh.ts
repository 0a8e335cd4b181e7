/** The lab's own words. */
export const text = {
  title: '同一块显存，四种给法',
  takeaway:
    '1024 个位置，每人连续预留 256，只容得下 4 个请求；按 16 个一块给，平均容得下 11 个，九成位置真的存着 token。',
  simplified:
    '显存缩到 1024 个位置，序列最长 256，输入平均 20 个 token，长度取指数分布，排队的人一直不断。连续预留由伙伴分配器给，只切 2 的幂；在这样小的显存里取整的损失比论文的大，Pow2 因此还不如 Max。分页时位置不够，最晚来的先让出来。不算注意力内核变慢多少。',
  fields: { step: '第几步', system: '怎么给', blockSize: '块大小', output: '输出平均多长' },
  systems: { max: '预留最长', pow2: '预留 2 的幂', oracle: '预先知道长度', paged: '分页' },
  units: { step: (step: number, last: number) => `${step} / ${last}`, tokens: (n: number) => `${n} 个` },
  presets: { max: '预留最长', short: '回答很短', coarse: '块太大', one: '一次一个' },
  view: {
    label: '左：此刻每个请求占着的位置；右：四种给法的平均；下：在跑的请求数',
    now: (running: number) => `此刻 ${running} 个请求在跑`,
    more: (n: number) => `还有 ${n} 个`,
    means: '四种给法的平均',
    stored: '存着 token',
    reserved: '留给将来',
    internal: '永远用不上',
    external: '没人能用',
    batch: (n: string) => `${n} 个`,
    step: '步',
    running: '在跑的请求',
  },
  summary: (s: {
    step: number;
    system: string;
    running: number;
    stored: string;
    mean: string;
    max: string;
    preempted: number;
  }) =>
    `第 ${s.step} 步，${s.system}：${s.running} 个请求在跑，${s.stored} 的位置存着 token${s.preempted > 0 ? `，${s.preempted} 个请求被请了出去` : ''}。整段平均 ${s.mean} 个在跑，预留最长是 ${s.max} 个。`,
  columns: ['给法', '平均在跑', '存着 token', '留给将来', '永远用不上', '没人能用'],
} as const;

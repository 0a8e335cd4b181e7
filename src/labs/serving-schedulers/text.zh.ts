/** The lab's own words. */
export const text = {
  title: '同样五个请求，四种调度，一只钟',
  takeaway:
    '整段 prefill 一进来，正在输出的 A、B 就停住三百多毫秒。把 prompt 切成段、每步不超过 512 个 token，同样的活儿做完，停顿一次也没有，总时间还更短。',
  simplified:
    '时间由屋顶线模型给出（Mistral-7B，一张 A100，算力与带宽按标称值，每步另加 2 ms），没有量化到硬件分块，因此是下限。五个请求的长度和到达时间是为教学编的。批里最多 8 个请求。Orca 与请求级批处理按实际长度预留 KV，这对它们有利。请求级批处理做完一个请求就返回，不补齐长度。',
  fields: { moment: '时刻', tau: 'token 预算', blocks: 'KV 池大小', prompt: 'C 的 prompt 长度', target: 'TBT 目标' },
  tokens: (n: number) => `${n} 个 token`,
  blocks: (n: number) => `${n} 块`,
  target: (ms: number) => `${ms} ms`,
  moment: (ms: number) => `${ms} ms`,
  presets: { coarse: '预算太大', fine: '预算太小', narrow: '池子太小' },
  view: {
    label: '四种调度各一组泳道：五个请求何时排队、prefill、decode、停顿；下方是 KV 池的占用',
    title: (name: string, tau?: number) => (tau === undefined ? name : `${name}，$τ$ = ${tau}`),
    verdict: (tbt: string, throughput: number, end: string) =>
      `最长 TBT ${tbt}　吞吐 ${throughput.toFixed(0)} token/s　做完 ${end}`,
    pool: 'KV 池',
    taken: (blocks: number) => `${blocks} 块`,
    progress: (done: number, all: number) => `${done}/${all}`,
    axis: '时间（ms）',
    notes: '右侧：此刻已生成的 token 数；此刻占用的块数',
    tau: '预算 $τ$',
    maxTbt: '最长 TBT（ms）',
    longTtft: 'C 的 TTFT（ms）',
    throughput: '吞吐（token/s）',
    goal: (ms: number) => `目标 ${ms}`,
  },
  summary: (s: {
    tau: number;
    target: number;
    moment: number;
    stalls: readonly number[];
    tokens: readonly number[];
    tbt: string;
    kept: boolean;
    allowed: number;
    peak: number;
    blocks: number;
  }) =>
    `第 ${s.moment} ms，请求级、prefill 优先、Orca、Sarathi-Serve 已输出 ${s.tokens.join('、')} 个 token；全程停顿（超过 ${s.target} ms）${s.stalls.join('、')} 次。` +
    `τ = ${s.tau} 时 Sarathi-Serve 的最长 TBT 是 ${s.tbt}，${s.kept ? '守住了' : '没守住'}目标；KV 池最多占 ${s.peak} 块，共 ${s.blocks} 块。` +
    (s.allowed > 0 ? `按上界估算，这个目标容得下 τ ≤ ${s.allowed}。` : '这个目标连一步 decode 都容不下。'),
  columns: ['量', '请求级', 'prefill 优先', 'Orca', 'Sarathi-Serve'],
  rows: {
    maxTbt: '最长 TBT（ms）',
    stalls: '停顿次数',
    ttft: (letter: string) => `${letter} 的 TTFT（ms）`,
    throughput: '吞吐（token/s）',
    makespan: '全部做完（ms）',
    peak: 'KV 池峰值（块）',
    tokens: '此刻已输出（token）',
    iterations: '迭代次数',
  },
} as const;

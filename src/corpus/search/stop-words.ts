/** Words that say nothing about which paper is meant. */
const STOP_WORDS = new Set(
  `的 了 是 在 和 与 或 及 吗 呢 啊 吧 怎么 怎样 怎么样 如何 为什么 为何 什么 哪 哪个 哪些 哪篇 谁 几 多少 论文 文章 那篇 这篇 那个 这个 那 这 一篇 一个 一种 种 篇
  介绍 请问 关于 有关 讲 讲的 说 有 没有 把 被 用 让 对 从 到 中 里 上 下 时 就 都 也 又 还 会 能 可以 不 要 去 来 给 跟 做 得 地 着 过 之 其 它 他 我 你 我们 他们 请 找 想 想要 个 才 最 很 更 所 以 而 但 并 可 能不能 是不是 有没有 办法 方法 怎 么 啥 样 干 起来 提出 写 发 作者 相关 需要 进行 应该 之间
  the a an of in on for to and or how what why who which when where is are was were be do does did with by from that this it its as at into without
  paper papers about et al i we you can could should would not so than then there their them use used using using via vs instead any some one make makes`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

export const isStopWord = (word: string): boolean => STOP_WORDS.has(word);

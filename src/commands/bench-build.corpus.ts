import fs from 'node:fs';
import path from 'node:path';
import { createRandom, type Random } from '../mechanisms/numeric/random.ts';

/** Of each page: characters of text, formulas (a third of them displayed), listings, tables. */
export const PAGE = { characters: 1800, formulas: 18, listings: 2, tables: 1 } as const;
const SECTIONS = 6;
const MOST_WEEKS = 30;

/** Words of the field, drawn by rank, so that the text repeats itself as language does. */
const WORDS =
  '模型 训练 推理 注意力 参数 梯度 显存 带宽 延迟 吞吐 请求 批次 序列 长度 缓存 计算 通信 矩阵 向量 张量 并行 流水线 调度 分块 算子 内核 精度 量化 稀疏 专家 路由 负载 均衡 节点 设备 集群 故障 恢复 检查点 优化器 状态 激活 前向 反向 传播 损失 收敛 学习率 数据 样本 词表 编码 解码 位置 隐藏 维度 层数 头数 残差 归一化 卷积 循环 记忆 遗忘 选择 窗口 全局 局部 方法 结果 实验 论文 作者 问题 答案 例子 原因 代价 好处 缺点 条件 假设 结论 图像 文本 语言 视觉 对齐 指令 微调 预训练 评测 基准 分数 提升 下降 减少 增加 保持 需要 可以 必须 应该 因此 但是 如果 那么 同时 之后 之前 其中 这里 那里 每个 所有 一部分 第一步 第二步 最后 首先 开始 结束 等待 空闲 占用 释放 分配 复制 传输 读取 写入 存储 内存 硬盘 网络 链路 拓扑 服务 用户 系统 框架 实现 代码 函数 变量 循环体 常数 平方 线性 指数 对数 平均 方差 分布 概率 采样 温度 搜索 目标 约束 上界 下界 近似 精确 误差 噪声 稳定 快速 简单 复杂 重要 不同 相同 更大 更小 很多 很少 整个 单独 共享 独立 动态 静态 在线 离线 实时 大约 几乎 完全'.split(
    ' ',
  );
const LETTERS = [...'abcdefghijkmnpqrstuvwxyzABCDEFGHKLMNPQRSTUVWXYZ'];

const folder = (week: number) => `week-${String(week).padStart(2, '0')}`;

/** Writes a corpus of `papers` synthetic papers under `root`/content: the same text for the same count, on every machine. */
export function writeCorpus(root: string, papers: number): void {
  const weeks = Math.min(MOST_WEEKS, Math.max(2, Math.ceil(papers / 10)));
  const slugs = Array.from({ length: papers }, (_, i) => `synthetic-${i + 1}`);
  const weekOf = (i: number) => 1 + Math.floor((i * weeks) / papers);
  const write = (file: string, text: string) => {
    const full = path.join(root, 'content', file);
    fs.mkdirSync(path.dirname(full), { recursive: true });
    fs.writeFileSync(full, text);
  };
  slugs.forEach((slug, i) => write(`papers/${folder(weekOf(i))}/${slug}.mdx`, paper(i, slugs)));
  for (let week = 1; week <= weeks; week++)
    write(
      `weeks/${folder(week)}.mdx`,
      weekFile(
        week,
        slugs.filter((_, i) => weekOf(i) === week),
      ),
    );
  write(
    'topics.yaml',
    Array.from(
      { length: 20 },
      (_, i) => `- { id: topic-${i}, zh: 主题${i}, en: Topic ${i}, meaning: 第${i}个主题。 }\n`,
    ).join(''),
  );
  write(
    'glossary.yaml',
    Array.from(
      { length: 100 },
      (_, i) => `- { id: term-${i}, zh: 术语${i}, en: Term ${i}, definition: 第${i}个术语的定义。 }\n`,
    ).join(''),
  );
}

function weekFile(number: number, slugs: string[]): string {
  const entries = slugs.map((slug) => `  - { paper: ${slug}, why: 按次序读。 }`).join('\n');
  return `---\nnumber: ${number}\ntitle: 第${number}周\ntitleEn: Week ${number}\nquestion: 这一周问什么？\nstatus: ready\nentries:\n${entries}\n---\n\n## 导言 [#why]\n\n${prose(createRandom(-number), 300)}\n`;
}

function paper(i: number, slugs: string[]): string {
  const random = createRandom(i + 1);
  const earlier = i === 0 ? [] : [slugs[random.integer(0, i - 1)]!];
  const section = (s: number) => {
    const words = () => prose(random, PAGE.characters / SECTIONS / 2);
    const inline = Array.from(
      { length: (PAGE.formulas * 2) / 3 / SECTIONS },
      (_, k) => `，其中 $${formula(random, false, i * 100 + s * 10 + k)}$`,
    ).join('');
    const extra = s === 1 || s === 3 ? listing(random, s === 1 ? 'python' : 'ts') : s === 4 ? table(random) : '';
    return `## 第${s + 1}节 [#section-${s}]\n\n${words()}${inline}。\n\n$$ [#equation-${s}]\n${formula(random, true, i * 100 + s)}\n$$\n\n${words()}见 [](#equation-${s})。\n\n${extra}`;
  };
  const cited = earlier
    .map((slug) => `先读 <Cite paper="${slug}" /> 与 <Term id="term-${i % 100}">术语</Term>。`)
    .join('');
  return `---
title: Synthetic Paper ${i + 1}
titleZh: 合成论文 ${i + 1}
short: Synthetic ${i + 1}
authors: [Ada Lovelace, Alan Turing]
organisations: [Synthetic University]
venue: { name: Conference on Synthetic Papers, short: CSP ${2017 + (i % 9)}, kind: conference }
year: ${2017 + (i % 9)}
links: { paper: https://example.org/${i + 1} }
contribution: ${prose(random, 20)}
compare: { problem: ${prose(random, 16)}, idea: ${prose(random, 16)}, cost: ${prose(random, 16)}, result: ${prose(random, 16)} }
topics: [topic-${i % 20}, topic-${(i + 7) % 20}]
keywords: [合成${i}, 编号${i}, synthetic-${i}, paper-${i}]
prerequisites: [${earlier.join(', ')}]
buildsOn: [${earlier.map((slug) => `{ paper: ${slug}, how: 用到了它的想法。 }`).join(', ')}]
difficulty: ${(i % 3) + 1}
minutes: { skim: 5, read: 30, deep: 90 }
explainer: full
readingQuestions: [${prose(random, 18)}]
changelog: [{ date: 2026-01-01, note: 写成。 }]
---

${cited}

${Array.from({ length: SECTIONS }, (_, s) => section(s)).join('\n')}`;
}

/** Chinese text of about `length` characters, in sentences. */
function prose(random: Random, length: number): string {
  let text = '';
  for (let clause = ''; text.length < length; clause = '') {
    while (clause.length < 10) clause += WORDS[Math.floor(WORDS.length * random.next() ** 1.5)];
    text += clause + (text.length + clause.length < length && random.next() < 0.7 ? '，' : '。');
  }
  return text;
}

/** A formula of the size usual in papers; `tag` makes it unlike every other one. */
function formula(random: Random, display: boolean, tag: number): string {
  const x = () => LETTERS[random.integer(0, LETTERS.length - 1)]!;
  const inline = [
    `${x()}_{${tag}} \\in \\R^{${x()} \\times d}`,
    `O(${x()}^2 ${x()}_{${tag}})`,
    `${x()} = ${tag} / \\sqrt{d_${x()}}`,
  ];
  const shown = [
    `${x()}_{${tag}} = \\softmax\\left(\\frac{${x()} ${x()}\\T}{\\sqrt{d_k}}\\right) ${x()}`,
    `\\sum_{i=1}^{${tag}} \\frac{\\exp(${x()}_i - m)}{\\ell_{${x()}}} \\, ${x()}_i^{(${random.integer(2, 9)})}`,
    `\\begin{aligned} ${x()} &= ${x()}_{t-1} + \\bar{${x()}} ${x()}_t \\\\ ${x()} &= ${tag} \\cdot ${x()}_t \\end{aligned}`,
  ];
  return (display ? shown : inline)[random.integer(0, 2)]!;
}

function listing(random: Random, language: 'python' | 'ts'): string {
  const name = () => `${LETTERS[random.integer(0, 20)]}${random.integer(0, 999)}`;
  const line = () =>
    language === 'python'
      ? `    ${name()} = max(${name()}, ${name()} * ${random.integer(1, 99)})  # step`
      : `  const ${name()} = Math.max(${name()}, ${random.integer(1, 99)}); // step`;
  const body = Array.from({ length: 10 }, line).join('\n');
  const whole =
    language === 'python'
      ? `def ${name()}(x):\n${body}\n    return x`
      : `export function ${name()}(x: number): number {\n${body}\n  return x;\n}`;
  return `\`\`\`${language} title="listing.${language}" {3-4}\n${whole}\n\`\`\`\n`;
}

function table(random: Random): string {
  const row = (i: number) =>
    `| 配置 ${i} | ${random.integer(1, 999)} | ${random.integer(1, 999)} | ${prose(random, 8)} |`;
  return `| 名称 | 吞吐 | 延迟 | 说明 |\n|---|---:|---:|---|\n${[1, 2, 3, 4, 5].map(row).join('\n')}\n`;
}

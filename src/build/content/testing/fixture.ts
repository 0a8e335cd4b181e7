import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** A tiny valid corpus in a folder of its own, to be spoilt by tests. */
export interface Fixture {
  root: string;
  read(file: string): string;
  write(file: string, text: string): void;
  remove(file: string): void;
  /** Replaces `from`, which must stand in the file once, by `to`. */
  edit(file: string, from: string, to: string): void;
}

export const ALPHA = 'content/papers/week-01/alpha.mdx';
export const BETA = 'content/papers/week-01/beta.mdx';
export const WEEK = 'content/weeks/week-01.mdx';
export const TOPICS = 'content/topics.yaml';
export const GLOSSARY = 'content/glossary.yaml';

/** Writes the corpus into a new temporary folder under `parent`. */
export function createFixture(parent = os.tmpdir()): Fixture {
  const root = fs.mkdtempSync(path.join(parent, 'corpus-'));
  const at = (file: string) => path.join(root, file);
  const read = (file: string) => fs.readFileSync(at(file), 'utf8');
  const write = (file: string, text: string) => {
    fs.mkdirSync(path.dirname(at(file)), { recursive: true });
    fs.writeFileSync(at(file), text);
  };
  for (const [file, text] of Object.entries(FILES)) write(file, text);
  return {
    root,
    read,
    write,
    remove: (file) => fs.rmSync(at(file)),
    edit(file, from, to) {
      const parts = read(file).split(from);
      if (parts.length !== 2) throw new Error(`“${from}” stands ${parts.length - 1} times in ${file}`);
      write(file, parts.join(to));
    },
  };
}

const frontMatter = (name: string, buildsOn: string) => `---
title: "${name}: A Paper"
titleZh: ${name} 论文
short: ${name}
authors: [Ada Lovelace, Alan Turing]
organisations: [Somewhere]
venue:
  name: A Conference
  short: AC 2020
  kind: conference
year: 2020
firstPosted: 2020-02-29
arxiv: "2002.12345"
doi: 10.1145/12345.67890
links:
  paper: https://example.org/${name.toLowerCase()}
contribution: 一句话说清 ${name}。
compare:
  problem: 问题
  idea: 想法
  cost: 代价
  result: 结果
topics: [attention]
keywords: [${name}-1, ${name}-2, ${name}-3, ${name}-4]
prerequisites: []
buildsOn: ${buildsOn}
difficulty: 1
minutes: { skim: 5, read: 30, deep: 60 }
explainer: brief
readingQuestions: [为什么？]
changelog: [{ date: 2026-01-01, note: 发布。 }]
---
`;

const ALPHA_TEXT = `
import Picture from '#figures/alpha/Picture.tsx';
import { width } from '#figures/alpha/setting.ts';

## 问题 [#problem]

一句话，有公式 $x_i^2$，见 <Cite paper="beta" />、[](#softmax)、[问题一节](/papers/beta/#problem)、[注意力](/topics/attention/)。[^io]

<Guess id="guess" question="$N$ 翻倍会怎样？">四倍。</Guess>

### 细节 [#detail]

$$ [#softmax]
\\softmax(x)_i = \\frac{e^{x_i}}{\\sum_j e^{x_j}}
$$

<Where>$x$ 是向量，见<Term id="token">token</Term>。</Where>

<Figure id="picture" alt="一个方块">
<Picture width={width} />
<Caption>方块有 {width} 宽，见 [词表](/glossary/#token)。</Caption>
</Figure>

<Table id="costs">

| a | b |
|---|---|
| 1 | 2 |

<Caption>代价。</Caption>
</Table>

![结构图](./diagram.svg)

<Lab id="demo">
<Caption>动手。</Caption>
</Lab>

<Source file="toy/sum.ts" region="sum" />

\`\`\`ts title="a.ts" {1}
const a = 1;
\`\`\`

## 自测 [#quiz]

<Quiz id="q-one" question="选哪个？">
<Choice answer="左">不对。</Choice>
<Choice answer="右" correct>对。</Choice>
</Quiz>

<NumericQuiz id="q-two" question="多少？" answer={2} tolerance={0.1} unit="GB">二。</NumericQuiz>

[^io]: 出处，[原文](https://example.org/source)。
`;

const FILES: Readonly<Record<string, string>> = {
  [ALPHA]: frontMatter('Alpha', '[]') + ALPHA_TEXT,
  [BETA]: `${frontMatter('Beta', '\n  - paper: alpha\n    how: 用到了它。')}\n## 问题 [#problem]\n\n问题在此。\n\n## 核心思想 [#idea]\n\n想法在此。\n`,
  [WEEK]: `---
number: 1
title: 第一周
titleEn: Week one
question: 问什么？
status: ready
entries:
  - paper: alpha
    why: 先读它。
  - paper: beta
    why: 再读它。
story:
  - paper: alpha
    asks: 问
    answers: 答
---

## 导言 [#why]

见 [](#why) 与 [第二篇](#paper-beta)。
`,
  [TOPICS]: `- id: attention
  zh: 注意力
  en: Attention
  meaning: 看哪里。
- id: memory
  zh: 显存
  en: Memory
  meaning: 放哪里。
`,
  [GLOSSARY]: `- id: token
  zh: token
  en: token
  definition: 模型读写的最小单位。
  papers: [alpha]
- id: kv-cache
  zh: KV cache
  en: KV cache
  definition: 缓存。
`,
  'content/papers/week-01/diagram.svg':
    '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4" viewBox="0 0 4 4"><path d="M0 0h4v4z"/></svg>\n',
  'src/mechanisms/toy/sum.ts': '// #region sum\nexport const sum = 1 + 1;\n// #endregion sum\n',
  'src/labs/demo/lab.tsx': 'export default {};\n',
  'src/figures/alpha/Picture.tsx': 'export default () => null;\n',
  'src/figures/alpha/setting.ts': 'export const width = 3;\n',
};

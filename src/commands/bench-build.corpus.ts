import fs from 'node:fs';
import path from 'node:path';
import { createRandom, type Random } from '../mechanisms/numeric/random.ts';

/** Of each page: characters of text, formulas (a third of them displayed), listings, tables. */
export const PAGE = { characters: 1800, formulas: 18, listings: 2, tables: 1 } as const;
const SECTIONS = 6;
const MOST_WEEKS = 30;

/** Frequent characters of technical prose; drawn by rank, so that the text repeats itself as language does. */
const CHARACTERS =
  '的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严';
const LETTERS = [...'abcdefghijkmnpqrstuvwxyzABCDEFGHKLMNPQRSTUVWXYZ'];

/** Writes a corpus of `papers` synthetic papers under `root`/content: the same text for the same count, on every machine. */
export function writeCorpus(root: string, papers: number): void {
  const weeks = Math.min(MOST_WEEKS, Math.max(2, Math.ceil(papers / 10)));
  const slugs = Array.from({ length: papers }, (_, i) => `synthetic-${i + 1}`);
  const weekOf = (i: number) => 1 + Math.floor((i * weeks) / papers);
  const folder = (week: number) => `week-${String(week).padStart(2, '0')}`;
  const write = (file: string, text: string) => {
    const full = path.join(root, 'content', file);
    fs.mkdirSync(path.dirname(full), { recursive: true });
    fs.writeFileSync(full, text);
  };
  slugs.forEach((slug, i) => write(`papers/${folder(weekOf(i))}/${slug}.mdx`, paper(i, slugs)));
  for (let week = 1; week <= weeks; week++) write(`weeks/${folder(week)}.mdx`, weekFile(week, slugs.filter((_, i) => weekOf(i) === week)));
  write('topics.yaml', Array.from({ length: 20 }, (_, i) => `- { id: topic-${i}, zh: 主题${i}, en: Topic ${i}, meaning: 第${i}个主题。 }\n`).join(''));
  write('glossary.yaml', Array.from({ length: 100 }, (_, i) => `- { id: term-${i}, zh: 术语${i}, en: Term ${i}, definition: 第${i}个术语的定义。 }\n`).join(''));
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
    const inline = Array.from({ length: (PAGE.formulas * 2) / 3 / SECTIONS }, (_, k) => `，其中 $${formula(random, false, i * 100 + s * 10 + k)}$`).join('');
    const extra = s === 1 || s === 3 ? listing(random, s === 1 ? 'python' : 'ts') : s === 4 ? table(random) : '';
    return `## 第${s + 1}节 [#section-${s}]\n\n${words()}${inline}。\n\n$$ [#equation-${s}]\n${formula(random, true, i * 100 + s)}\n$$\n\n${words()}见 [](#equation-${s})。\n\n${extra}`;
  };
  const cited = earlier.map((slug) => `先读 <Cite paper="${slug}" /> 与 <Term id="term-${i % 100}">术语</Term>。`).join('');
  return `---
title: Synthetic Paper ${i + 1}
titleZh: 合成论文 ${i + 1}
short: Synthetic ${i + 1}
authors: [Ada Lovelace, Alan Turing]
organisations: [Synthetic University]
venue: { name: Conference on Synthetic Papers, short: CSP ${2017 + (i % 9)}, kind: conference }
year: ${2017 + (i % 9)}
links: { paper: https://example.org/${i + 1} }
contribution: ${prose(random, 24)}
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
  const all = [...CHARACTERS];
  let text = '';
  for (let left = length; left > 0; ) {
    const clause = Math.min(left, random.integer(6, 16));
    text += Array.from({ length: clause }, () => all[Math.floor(all.length * random.next() ** 2)]).join('');
    left -= clause;
    text += left > 0 && random.next() < 0.7 ? '，' : '。';
  }
  return text;
}

/** A formula of the size usual in papers; `tag` makes it unlike every other one. */
function formula(random: Random, display: boolean, tag: number): string {
  const x = () => LETTERS[random.integer(0, LETTERS.length - 1)]!;
  const inline = [`${x()}_{${tag}} \\in \\R^{${x()} \\times d}`, `O(${x()}^2 ${x()}_{${tag}})`, `${x()} = ${tag} / \\sqrt{d_${x()}}`];
  const shown = [
    `${x()}_{${tag}} = \\softmax\\left(\\frac{${x()} ${x()}\\T}{\\sqrt{d_k}}\\right) ${x()}`,
    `\\sum_{i=1}^{${tag}} \\frac{\\exp(${x()}_i - m)}{\\ell_{${x()}}} \\, ${x()}_i^{(${random.integer(2, 9)})}`,
    `\\begin{aligned} ${x()} &= ${x()}_{t-1} + \\bar{${x()}} ${x()}_t \\\\ ${x()} &= ${tag} \\cdot ${x()}_t \\end{aligned}`,
  ];
  return (display ? shown : inline)[random.integer(0, 2)]!;
}

function listing(random: Random, language: 'python' | 'ts'): string {
  const name = () => `${LETTERS[random.integer(0, 20)]}${random.integer(0, 999)}`;
  const line = () => (language === 'python' ? `    ${name()} = max(${name()}, ${name()} * ${random.integer(1, 99)})  # step` : `  const ${name()} = Math.max(${name()}, ${random.integer(1, 99)}); // step`);
  const body = Array.from({ length: 10 }, line).join('\n');
  const whole = language === 'python' ? `def ${name()}(x):\n${body}\n    return x` : `export function ${name()}(x: number): number {\n${body}\n  return x;\n}`;
  return `\`\`\`${language} title="listing.${language}" {3-4}\n${whole}\n\`\`\`\n`;
}

function table(random: Random): string {
  const row = (i: number) => `| 配置 ${i} | ${random.integer(1, 999)} | ${random.integer(1, 999)} | ${prose(random, 8)} |`;
  return `| 名称 | 吞吐 | 延迟 | 说明 |\n|---|---:|---:|---|\n${[1, 2, 3, 4, 5].map(row).join('\n')}\n`;
}

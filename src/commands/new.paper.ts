import { arxivId, slug as slugShape } from '#corpus/schemas/fields.ts';
import { nearest } from '#corpus/nearest.ts';

/** What the author says of a new paper. */
export interface NewPaper {
  slug: string;
  title: string;
  week: number;
  arxiv?: string | undefined;
  year: number;
}

/** What the list holds already. */
export interface Existing {
  slugs: readonly string[];
  weeks: readonly number[];
}

/** Why a paper cannot be added, in words that say what to do; empty if it can. */
export function objections(paper: NewPaper, { slugs, weeks }: Existing): string[] {
  const found: string[] = [];
  if (!slugShape.safeParse(paper.slug).success)
    found.push(`“${paper.slug}” is not a slug: use lower-case ASCII words joined by hyphens.`);
  if (slugs.includes(paper.slug)) found.push(`The slug “${paper.slug}” is taken.`);
  if (paper.title.trim() === '') found.push('A paper needs its title.');
  if (!weeks.includes(paper.week)) {
    const near = nearest(String(paper.week), weeks.map(String));
    found.push(`There is no week ${paper.week}${near ? `; did you mean ${near}?` : '.'} Weeks: ${weeks.join(', ')}.`);
  }
  if (paper.arxiv !== undefined && !arxivId.safeParse(paper.arxiv).success)
    found.push(`“${paper.arxiv}” is not an arXiv id such as 2205.14135.`);
  return found;
}

/** The folder and file of a week: `week-08`. */
export const weekName = (week: number): string => `week-${String(week).padStart(2, '0')}`;

/** A valid MDX file for the paper: every field with what belongs in it, ready to be built and then to be filled in. */
export function paperFile({ slug, title, week, arxiv, year }: NewPaper, today: string): string {
  const quoted = JSON.stringify(title);
  const page = arxiv ? `https://arxiv.org/abs/${arxiv}` : 'https://example.org/ # the paper’s own page';
  return `---
# Each field is explained in src/corpus/schemas/paper.ts. Lines that end in ← wait for you.
title: ${quoted}
titleZh: ${quoted} # ← 中文题名
short: ${JSON.stringify(title.split(':')[0]!.slice(0, 24).trim())}
authors: [Unknown] # ← given name first, in the paper's order
organisations: [Unknown] # ←
venue:
  name: ${arxiv ? 'arXiv preprint' : 'Unknown venue # ←'}
  short: ${arxiv ? `arXiv ${year}` : `"Venue ${year}" # ←`}
  kind: ${arxiv ? 'preprint' : 'conference'}
year: ${year}
${arxiv ? `arxiv: "${arxiv}"\ndoi: 10.48550/arXiv.${arxiv}\n` : ''}links:
  paper: ${page}
contribution: 它贡献了什么，一句话，不超过 60 字。 # ←
compare: # topic pages set papers side by side by these
  problem: 它解决的问题 # ←
  idea: 它的想法 # ←
  cost: 代价 # ←
  result: 主要结果，数字带出处 # ←
topics: [attention] # ← ids from content/topics.yaml
keywords: [${[slug, title.split(':')[0]!].map((word) => JSON.stringify(word)).join(', ')}, 关键词, keyword] # ← what people search by
prerequisites: []
buildsOn: []
rivals: []
difficulty: 2
minutes: { skim: 10, read: 45, deep: 120 }
explainer: brief
readingQuestions:
  - 读这篇论文时该想什么？ # ←
changelog:
  - { date: ${today}, note: 加入第 ${week} 周书单。 }
---

## 问题 [#problem]

它之前，什么地方难受？给一个读者能当场验算的数字。

## 核心思想 [#idea]

关键的想法是什么，怎样起作用，到哪里为止？
`;
}

/** The week's file with the paper's line at the end of its (last) list; a week that waited for its list becomes ready. */
export function withPaper(weekFile: string, slug: string): string {
  const line = (indent: string) => `${indent}- paper: ${slug}\n${indent}  why: 为什么现在读它\n`;
  const end = weekFile.indexOf('\n---', 3) + 1;
  const [head, body] = [weekFile.slice(0, end), weekFile.slice(end)];
  const lists = [...head.matchAll(/^( *)entries:[^\n]*\n((?:\1 .*\n|\1- .*\n|\n)*)/gm)];
  const last = lists.at(-1);
  if (!last) return `${head.replace(/^status: todo$/m, 'status: ready')}entries:\n${line('  ')}${body}`;
  const [whole, indent = ''] = last;
  const items = /^( *)- /m.exec(last[2] ?? '')?.[1] ?? `${indent}  `;
  const opened = whole.replace(/entries:[^\n]*\n/, 'entries:\n');
  const filled = `${opened.replace(/\n*$/, '\n')}${line(items)}`;
  return `${(head.slice(0, last.index) + filled + head.slice(last.index + whole.length)).replace(/^status: todo$/m, 'status: ready')}${body}`;
}

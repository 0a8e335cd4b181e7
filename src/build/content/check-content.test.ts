import fs from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { formatProblems, problems, type LocatedProblem } from '#corpus/problems.ts';
import type { Glyph } from '../math/drawn.ts';
import { checkContent } from './check-content.ts';
import { ALPHA, BETA, createFixture, GLOSSARY, TOPICS, WEEK, type Fixture } from './testing/fixture.ts';

let made: Fixture[] = [];
const fixture = () => {
  const corpus = createFixture();
  made.push(corpus);
  return corpus;
};
afterEach(() => {
  for (const { root } of made) fs.rmSync(root, { recursive: true });
  made = [];
});

/** One mistake: what the author does, and what the report must say of it. */
interface Mistake {
  when: string;
  code: string;
  /** The smallest edit that makes the mistake: in `file`, `from` becomes `to`. */
  file: string;
  from: string;
  to: string;
  /** Words that stand on the reported line after the edit (the file's first line if there are none); by default `to`. */
  at?: string;
  /** Where the report stands, if not in the edited file. */
  in?: string;
  /** What the report must name. */
  says?: RegExp;
  /** The right spelling that the hint must offer. */
  offers?: string;
}

const MISTAKES: Mistake[] = [
  // Front matter and tables
  {
    when: 'a key is misspelt',
    code: 'unknown-key',
    file: ALPHA,
    from: 'difficulty: 1',
    to: 'dificulty: 1',
    offers: 'difficulty',
  },
  {
    when: 'a nested key is misspelt',
    code: 'unknown-key',
    file: ALPHA,
    from: '  kind: conference',
    to: '  kind: conference\n  page: 1-2',
    at: 'page: 1-2',
    offers: 'pages',
  },
  {
    when: 'a key of a list item is misspelt',
    code: 'unknown-key',
    file: BETA,
    from: '    how: 用到了它。',
    to: '    how: 用到了它。\n    why: 因为',
    at: 'why: 因为',
  },
  {
    when: 'a key is missing',
    code: 'missing-key',
    file: ALPHA,
    from: 'titleZh: Alpha 论文\n',
    to: '',
    at: 'title:',
    says: /titleZh/,
  },
  {
    when: 'a nested key is missing',
    code: 'missing-key',
    file: ALPHA,
    from: '  short: AC 2020\n',
    to: '',
    at: 'venue:',
    says: /venue\.short/,
  },
  {
    when: 'a value has the wrong type',
    code: 'invalid-value',
    file: ALPHA,
    from: 'year: 2020',
    to: 'year: soon',
    says: /year/,
  },
  {
    when: 'a list is given as a word',
    code: 'invalid-value',
    file: ALPHA,
    from: 'topics: [attention]',
    to: 'topics: attention',
  },
  {
    when: 'a value is not one of the choices',
    code: 'invalid-value',
    file: ALPHA,
    from: 'explainer: brief',
    to: 'explainer: short',
    says: /brief/,
  },
  {
    when: 'a date does not exist',
    code: 'invalid-value',
    file: ALPHA,
    from: 'firstPosted: 2020-02-29',
    to: 'firstPosted: 2021-02-29',
    says: /day that exists/,
  },
  {
    when: 'an arXiv id carries its version',
    code: 'invalid-value',
    file: ALPHA,
    from: '"2002.12345"',
    to: '"2002.12345v2"',
    says: /arXiv/,
  },
  {
    when: 'an arXiv id is not quoted',
    code: 'invalid-value',
    file: ALPHA,
    from: '"2002.12345"',
    to: '2002.12340',
    says: /quoted/,
  },
  {
    when: 'a DOI carries its resolver',
    code: 'invalid-value',
    file: ALPHA,
    from: 'doi: 10.1145',
    to: 'doi: https://doi.org/10.1145',
    says: /DOI/,
  },
  {
    when: 'an address is not https',
    code: 'invalid-value',
    file: ALPHA,
    from: 'paper: https://',
    to: 'paper: http://',
    says: /https/,
  },
  {
    when: 'a line is too long',
    code: 'invalid-value',
    file: ALPHA,
    from: 'contribution: 一句话',
    to: `contribution: ${'长'.repeat(61)}`,
    at: 'contribution:',
    says: /60/,
  },
  { when: 'a text is empty', code: 'invalid-value', file: ALPHA, from: 'short: Alpha', to: "short: ''" },
  {
    when: 'a key stands twice',
    code: 'syntax',
    file: ALPHA,
    from: 'year: 2020',
    to: 'year: 2020\nyear: 2021',
    at: 'year: 2021',
    says: /unique/,
  },
  {
    when: 'YAML is indented by tabs',
    code: 'syntax',
    file: ALPHA,
    from: '  kind: conference',
    to: '\tkind: conference',
    says: /[Tt]ab/,
  },
  {
    when: 'a YAML quote is not closed',
    code: 'syntax',
    file: ALPHA,
    from: 'contribution: 一句话',
    to: 'contribution: "一句话',
    at: 'contribution: "',
  },
  {
    when: 'the file has no front matter',
    code: 'no-front-matter',
    file: BETA,
    from: '---\ntitle: "Beta',
    to: 'title: "Beta',
    at: 'title:',
  },
  {
    when: 'an old id leads nowhere',
    code: 'dead-fragment',
    file: ALPHA,
    from: 'explainer: brief',
    to: 'explainer: brief\nformerIds: { old: softmaxx }',
    at: 'formerIds',
    offers: 'softmax',
  },
  {
    when: 'an old id is still in use',
    code: 'duplicate-id',
    file: ALPHA,
    from: 'explainer: brief',
    to: 'explainer: brief\nformerIds: { detail: softmax }',
    at: 'formerIds',
  },
  {
    when: 'an old slug is another paper’s',
    code: 'duplicate-id',
    file: ALPHA,
    from: 'explainer: brief',
    to: 'explainer: brief\nformerSlugs: [beta]',
    at: 'formerSlugs',
  },
  {
    when: 'a row of a table lacks a key',
    code: 'missing-key',
    file: TOPICS,
    from: '  meaning: 放哪里。\n',
    to: '',
    at: 'id: memory',
    says: /meaning/,
  },
  {
    when: 'a row of a table has an unknown key',
    code: 'unknown-key',
    file: GLOSSARY,
    from: '  definition: 缓存。',
    to: '  definition: 缓存。\n  alias: [x]',
    at: 'alias:',
    offers: 'aliases',
  },
  { when: 'a topic’s id is not a slug', code: 'invalid-value', file: TOPICS, from: '- id: memory', to: '- id: 显存' },
  {
    when: 'an id stands twice in a table',
    code: 'duplicate-id',
    file: TOPICS,
    from: '- id: memory',
    to: '- id: attention',
    at: '- id: attention\n  zh: 显存',
    says: /topics\.yaml:1/,
  },
  {
    when: 'a list names a thing twice',
    code: 'repeated-item',
    file: ALPHA,
    from: 'topics: [attention]',
    to: 'topics: [attention, attention]',
    says: /attention/,
  },
  {
    when: 'a relation stands twice',
    code: 'repeated-item',
    file: BETA,
    from: '    how: 用到了它。',
    to: '    how: 用到了它。\n  - paper: alpha\n    how: 又一次。',
    at: '  - paper: alpha\n    how: 又',
  },
  {
    when: 'a keyword is another paper’s name',
    code: 'name-taken',
    file: ALPHA,
    from: 'Alpha-4]',
    to: 'beta]',
    at: 'keywords:',
    says: /beta/,
  },
  {
    when: 'two papers have one short name',
    code: 'name-taken',
    file: BETA,
    from: 'short: Beta',
    to: 'short: Alpha',
    says: /alpha/,
  },
  // Relations
  {
    when: 'a paper names an unknown topic',
    code: 'unknown-topic',
    file: ALPHA,
    from: 'topics: [attention]',
    to: 'topics: [atention]',
    offers: 'attention',
  },
  {
    when: 'a paper builds on an unknown paper',
    code: 'unknown-paper',
    file: BETA,
    from: '- paper: alpha',
    to: '- paper: alfa',
    offers: 'alpha',
  },
  {
    when: 'a prerequisite is unknown',
    code: 'unknown-paper',
    file: ALPHA,
    from: 'prerequisites: []',
    to: 'prerequisites: [betta]',
    offers: 'beta',
  },
  {
    when: 'a term names an unknown paper',
    code: 'unknown-paper',
    file: GLOSSARY,
    from: 'papers: [alpha]',
    to: 'papers: [alpa]',
    offers: 'alpha',
  },
  {
    when: 'a week’s story names an unknown paper',
    code: 'unknown-paper',
    file: WEEK,
    from: '  - paper: alpha\n    asks',
    to: '  - paper: alhpa\n    asks',
    at: 'alhpa',
    offers: 'alpha',
  },
  {
    when: 'a week lists an unknown paper',
    code: 'unknown-paper',
    file: WEEK,
    from: '  - paper: beta',
    to: '  - paper: betas',
    at: 'paper: betas',
    offers: 'beta',
  },
  { when: 'a paper refers to itself', code: 'self-reference', file: BETA, from: '- paper: alpha', to: '- paper: beta' },
  {
    when: 'builds-on runs in a circle',
    code: 'builds-on-cycle',
    file: ALPHA,
    from: 'buildsOn: []',
    to: 'buildsOn: [{ paper: beta, how: 反过来。 }]',
    says: /alpha → beta → alpha/,
  },
  {
    when: 'a week lists a paper twice',
    code: 'listed-twice',
    file: WEEK,
    from: '    why: 再读它。',
    to: '    why: 再读它。\n  - paper: alpha\n    why: 又读。',
    at: '  - paper: alpha\n    why: 又',
  },
  {
    when: 'no week lists a paper',
    code: 'not-listed',
    file: WEEK,
    from: '  - paper: beta\n    why: 再读它。\n',
    to: '',
    in: BETA,
    at: '',
    says: /beta/,
  },
  {
    when: 'a week’s number disagrees with its file',
    code: 'week-number',
    file: WEEK,
    from: 'number: 1',
    to: 'number: 2',
  },
  {
    when: 'a week has nothing to read',
    code: 'invalid-value',
    file: WEEK,
    from: 'entries:\n  - paper: alpha\n    why: 先读它。\n  - paper: beta\n    why: 再读它。\n',
    to: '',
    at: 'status:',
    says: /entries or tracks/,
  },
  // Headings and ids
  {
    when: 'a heading has no id',
    code: 'heading-without-id',
    file: BETA,
    from: '## 核心思想 [#idea]',
    to: '## 核心思想',
    says: /核心思想/,
  },
  {
    when: 'the brackets of an id are full-width',
    code: 'heading-without-id',
    file: BETA,
    from: '## 核心思想 [#idea]',
    to: '## 核心思想 ［#idea］',
  },
  {
    when: 'a heading inside a component has no id',
    code: 'heading-without-id',
    file: BETA,
    from: '想法在此。',
    to: '<Aside>\n\n### 旁注\n\n旁。\n\n</Aside>',
    at: '### 旁注',
  },
  { when: 'an id holds full-width punctuation', code: 'id-shape', file: BETA, from: '[#idea]', to: '[#idea：one]' },
  { when: 'an id is Chinese', code: 'id-shape', file: BETA, from: '[#idea]', to: '[#想法]' },
  {
    when: 'a level is skipped',
    code: 'skipped-heading-level',
    file: ALPHA,
    from: '### 细节 [#detail]',
    to: '#### 细节 [#detail]',
    says: /level 2 to level 4/,
  },
  {
    when: 'a heading is of level 1',
    code: 'top-heading',
    file: BETA,
    from: '## 核心思想 [#idea]',
    to: '# 核心思想 [#idea]',
  },
  {
    when: 'a heading is underlined to level 1',
    code: 'top-heading',
    file: BETA,
    from: '## 核心思想 [#idea]',
    to: '核心思想 [#idea]\n====',
    at: '核心思想 [#idea]',
  },
  {
    when: 'a heading holds a formula',
    code: 'heading-math',
    file: BETA,
    from: '## 核心思想 [#idea]',
    to: '## 核心 $x$ [#idea]',
  },
  { when: 'a section is empty', code: 'empty-section', file: BETA, from: '\n想法在此。\n', to: '', at: '## 核心思想' },
  {
    when: 'two headings share an id',
    code: 'duplicate-id',
    file: BETA,
    from: '[#idea]',
    to: '[#problem]',
    at: '## 核心思想',
    says: /line 2/,
  },
  {
    when: 'a figure takes a heading’s id',
    code: 'duplicate-id',
    file: ALPHA,
    from: '<Figure id="picture"',
    to: '<Figure id="detail"',
  },
  { when: 'an id is one of the page’s own', code: 'reserved-id', file: BETA, from: '[#idea]', to: '[#relations]' },
  // Formulas
  {
    when: 'a formula is broken',
    code: 'broken-formula',
    file: ALPHA,
    from: '$x_i^2$',
    to: '$x_{i^2$',
    says: /«x_\{i\^2»/,
  },
  {
    when: 'a displayed formula is broken',
    code: 'broken-formula',
    file: ALPHA,
    from: '\\frac{e^{x_i}}',
    to: '\\frac{e^{x_i}',
    at: '$$ [#softmax]',
  },
  { when: 'Chinese stands bare in a formula', code: 'broken-formula', file: ALPHA, from: '$x_i^2$', to: '$x_长$' },
  {
    when: 'a macro is not defined',
    code: 'undefined-macro',
    file: ALPHA,
    from: '$x_i^2$',
    to: '$\\sofmax x$',
    offers: '\\softmax',
  },
  {
    when: 'a formula in an attribute is broken',
    code: 'broken-formula',
    file: ALPHA,
    from: 'question="$N$',
    to: 'question="$\\frac{N$',
    says: /frac/,
  },
  {
    when: 'a displayed formula stands on one line',
    code: 'one-line-display',
    file: BETA,
    from: '想法在此。',
    to: '$$x^2$$',
  },
  {
    when: 'a formula is not closed',
    code: 'stray-mark',
    file: BETA,
    from: '想法在此。',
    to: '要 $5 才够。',
    says: /literal \$/,
  },
  { when: 'bold is not closed', code: 'stray-mark', file: BETA, from: '想法在此。', to: '**想法在此。', says: /\*\*/ },
  {
    when: 'an equation’s mark is not an id',
    code: 'id-shape',
    file: ALPHA,
    from: '$$ [#softmax]',
    to: '$$ #softmax',
    at: '$$ #softmax',
  },
  // Links
  {
    when: 'a link leads nowhere',
    code: 'dead-link',
    file: ALPHA,
    from: '(/topics/attention/)',
    to: '(/topics/atention/)',
    offers: '/topics/attention/',
  },
  {
    when: 'a link lacks its last slash',
    code: 'dead-link',
    file: ALPHA,
    from: '(/topics/attention/)',
    to: '(/topics/attention)',
    offers: '/topics/attention/',
  },
  {
    when: 'a fragment of this page is misspelt',
    code: 'dead-fragment',
    file: ALPHA,
    from: '[](#softmax)',
    to: '[](#sofmax)',
    offers: 'softmax',
    says: /Ids there: .*detail/,
  },
  {
    when: 'a fragment of another page is misspelt',
    code: 'dead-fragment',
    file: ALPHA,
    from: '/papers/beta/#problem',
    to: '/papers/beta/#problme',
    offers: 'problem',
    says: /Ids there: .*idea/,
  },
  {
    when: 'a term’s fragment is misspelt',
    code: 'dead-fragment',
    file: ALPHA,
    from: '/glossary/#token',
    to: '/glossary/#tokens',
    offers: 'token',
  },
  { when: 'a link has no words', code: 'empty-link', file: ALPHA, from: '[注意力](/topics', to: '[](/topics' },
  {
    when: 'a link is not https',
    code: 'insecure-address',
    file: ALPHA,
    from: '(https://example.org/source)',
    to: '(http://example.org/source)',
  },
  {
    when: 'a link runs a script',
    code: 'unsafe-address',
    file: ALPHA,
    from: '(https://example.org/source)',
    to: '(javascript:alert)',
  },
  {
    when: 'a bare address swallows Chinese',
    code: 'swallowed-url',
    file: BETA,
    from: '想法在此。',
    to: '见 https://example.org/这里有。',
    says: /这里有/,
  },
  // Images, figures, components
  { when: 'an image is missing', code: 'missing-image', file: ALPHA, from: './diagram.svg', to: './diagrm.svg' },
  { when: 'an image has no alternative text', code: 'image-alt', file: ALPHA, from: '![结构图]', to: '![]' },
  {
    when: 'an image is on another site',
    code: 'remote-image',
    file: ALPHA,
    from: './diagram.svg',
    to: 'https://example.org/diagram.svg',
  },
  { when: 'a figure has no id', code: 'figure-id', file: ALPHA, from: '<Figure id="picture" alt', to: '<Figure alt' },
  {
    when: 'a figure has no alternative text',
    code: 'figure-alt',
    file: ALPHA,
    from: ' alt="一个方块"',
    to: '',
    at: '<Figure',
  },
  {
    when: 'a figure has no caption',
    code: 'figure-caption',
    file: ALPHA,
    from: '<Caption>代价。</Caption>',
    to: '',
    at: '<Table',
  },
  {
    when: 'a term is unknown',
    code: 'unknown-term',
    file: ALPHA,
    from: '<Term id="token">',
    to: '<Term id="tokn">',
    offers: 'token',
  },
  {
    when: 'a citation names an unknown paper',
    code: 'unknown-paper',
    file: ALPHA,
    from: '<Cite paper="beta" />',
    to: '<Cite paper="bta" />',
    offers: 'beta',
  },
  {
    when: 'a citation names none',
    code: 'missing-attribute',
    file: ALPHA,
    from: '<Cite paper="beta" />',
    to: '<Cite />',
    says: /paper/,
  },
  {
    when: 'a lab is unknown',
    code: 'unknown-lab',
    file: ALPHA,
    from: '<Lab id="demo">',
    to: '<Lab id="dmo">',
    offers: 'demo',
  },
  {
    when: 'a component is unknown',
    code: 'unknown-component',
    file: ALPHA,
    from: '<Picture width={width} />',
    to: '<Pictur width={width} />',
    offers: 'Picture',
  },
  {
    when: 'a component is misspelt',
    code: 'unknown-component',
    file: BETA,
    from: '想法在此。',
    to: '<Asid>旁。</Asid>',
    offers: 'Aside',
  },
  {
    when: 'an attribute is misspelt',
    code: 'unknown-attribute',
    file: ALPHA,
    from: 'unit="GB"',
    to: 'units="GB"',
    offers: 'unit',
  },
  {
    when: 'a numeric question has no tolerance',
    code: 'missing-attribute',
    file: ALPHA,
    from: ' tolerance={0.1}',
    to: '',
    at: '<NumericQuiz',
    says: /tolerance/,
  },
  {
    when: 'a numeric answer is text',
    code: 'numeric-attribute',
    file: ALPHA,
    from: 'answer={2}',
    to: 'answer="2"',
    says: /answer=\{2\}/,
  },
  {
    when: 'a quiz has no right choice',
    code: 'quiz-choices',
    file: ALPHA,
    from: ' correct>',
    to: '>',
    at: '<Quiz',
    says: /2 choices, 0/,
  },
  {
    when: 'a quiz has two right choices',
    code: 'quiz-choices',
    file: ALPHA,
    from: '<Choice answer="左">',
    to: '<Choice answer="左" correct>',
    at: '<Quiz',
    says: /2 of them correct/,
  },
  {
    when: 'a choice stands outside of a quiz',
    code: 'stray-choice',
    file: BETA,
    from: '想法在此。',
    to: '<Choice answer="左">不对。</Choice>',
  },
  {
    when: 'a script is written into a page',
    code: 'forbidden-element',
    file: BETA,
    from: '想法在此。',
    to: '<script src="/x.js" />',
  },
  {
    when: 'a printed region does not exist',
    code: 'source-region',
    file: ALPHA,
    from: 'region="sum"',
    to: 'region="sums"',
    offers: 'sum',
  },
  {
    when: 'a printed file does not exist',
    code: 'source-file',
    file: ALPHA,
    from: 'file="toy/sum.ts"',
    to: 'file="toy/sums.ts"',
    offers: 'toy/sum.ts',
  },
  {
    when: 'a fence names an unknown language',
    code: 'unknown-language',
    file: ALPHA,
    from: '```ts title',
    to: '```pyhton title',
    offers: 'python',
  },
  {
    when: 'an import leads to no file',
    code: 'missing-import',
    file: ALPHA,
    from: '#figures/alpha/Picture.tsx',
    to: '#figures/alpha/Pictures.tsx',
    offers: '#figures/alpha/Picture.tsx',
  },
  {
    when: 'an import asks for what is not exported',
    code: 'missing-export',
    file: ALPHA,
    from: '{ width } from',
    to: '{ widht } from',
    offers: 'width',
  },
  // Footnotes and syntax
  {
    when: 'a footnote is not defined',
    code: 'footnote',
    file: ALPHA,
    from: '[^io]\n',
    to: '[^ios]\n',
    at: '[^ios]',
    offers: 'io',
  },
  {
    when: 'a footnote is not called',
    code: 'unused-footnote',
    file: BETA,
    from: '想法在此。',
    to: '想法在此。\n\n[^x]: 无人问。',
    at: '[^x]',
  },
  {
    when: 'a component is closed by another’s tag',
    code: 'syntax',
    file: ALPHA,
    from: '</Where>',
    to: '</Were>',
    says: /Were/,
  },
  {
    when: 'a component is not closed',
    code: 'syntax',
    file: ALPHA,
    from: '</Guess>',
    to: '',
    at: '四倍。',
    says: /Guess/,
  },
  { when: 'a brace stands bare', code: 'syntax', file: BETA, from: '想法在此。', to: '集合 {1, 2 在此。', says: /./ },
  { when: 'an HTML comment is written', code: 'syntax', file: BETA, from: '想法在此。', to: '<!-- 待写 -->' },
];

/** The line, from 1, on which `words` begin. */
const lineOf = (text: string, words: string) =>
  words === '' ? 1 : text.slice(0, text.indexOf(words)).split('\n').length;

describe('an author’s mistake is reported with its file, its line and the way out', () => {
  it.each(MISTAKES)('$code: $when', ({ code, file, from, to, at = to, in: where = file, says, offers }) => {
    const corpus = fixture();
    corpus.edit(file, from, to);
    const found = checkContent(corpus.root).filter((p) => p.code === code);
    expect(found.map((p) => `${p.file}:${p.line}`)).toContain(`${where}:${lineOf(corpus.read(where), at)}`);
    const [problem] = found as [LocatedProblem];
    if (says) expect(`${problem.headline}\n${problem.hint}`).toMatch(says);
    if (offers) expect(problem.hint).toContain(`Did you mean “${offers}”?`);
    expect(problem.hint).toMatch(/[.。?}]$/);
  });
});

describe('mistakes in the names and places of files', () => {
  it('a file whose name is not a slug', () => {
    const corpus = fixture();
    corpus.write('content/papers/week-01/Gamma_Paper.mdx', corpus.read(BETA));
    expect(checkContent(corpus.root)).toContainEqual(
      expect.objectContaining({ code: 'slug-shape', file: 'content/papers/week-01/Gamma_Paper.mdx', line: 1 }),
    );
  });

  it('a paper in the folder of no week', () => {
    const corpus = fixture();
    corpus.write('content/papers/week-10/gamma.mdx', corpus.read(BETA));
    const [found] = checkContent(corpus.root).filter((p) => p.code === 'unknown-week');
    expect(found).toMatchObject({ file: 'content/papers/week-10/gamma.mdx', line: 1 });
    expect(found!.hint).toContain('Did you mean “week-01”?');
  });

  it('one slug in two folders', () => {
    const corpus = fixture();
    corpus.write('content/papers/week-02/alpha.mdx', corpus.read(ALPHA));
    expect(checkContent(corpus.root)).toContainEqual(
      expect.objectContaining({
        code: 'duplicate-id',
        file: 'content/papers/week-02/alpha.mdx',
        headline: `The id “alpha” is taken by ${ALPHA}:1`,
      }),
    );
  });

  it('a paper that two weeks list, and one listed by another week than its folder’s', () => {
    const corpus = fixture();
    const second = corpus.read(WEEK).replace('number: 1', 'number: 2');
    corpus.write('content/weeks/week-02.mdx', second);
    const found = checkContent(corpus.root).filter((p) => p.code === 'listed-twice');
    expect(found.map((p) => p.line)).toEqual([lineOf(second, '- paper: alpha'), lineOf(second, '- paper: beta')]);
    expect(found[0]!.headline).toContain(WEEK);
    corpus.edit(WEEK, '  - paper: beta\n    why: 再读它。\n', '');
    expect(checkContent(corpus.root)).toContainEqual(
      expect.objectContaining({
        code: 'listed-elsewhere',
        file: 'content/weeks/week-02.mdx',
        line: lineOf(second, '- paper: beta'),
      }),
    );
  });

  it('an empty file', () => {
    const corpus = fixture();
    corpus.write(BETA, '');
    expect(checkContent(corpus.root)).toContainEqual(
      expect.objectContaining({ code: 'no-front-matter', file: BETA, line: 1 }),
    );
  });

  it('a paper without text', () => {
    const corpus = fixture();
    const [, frontMatter] = corpus.read(BETA).split('---\n');
    corpus.write(BETA, `---\n${frontMatter}---\n\n`);
    expect(checkContent(corpus.root)).toContainEqual(
      expect.objectContaining({ code: 'empty-text', file: BETA, line: frontMatter!.split('\n').length + 2 }),
    );
  });

  it('a table that is not a list', () => {
    const corpus = fixture();
    corpus.write(TOPICS, 'attention: { zh: 注意力 }\n');
    expect(checkContent(corpus.root)).toContainEqual(
      expect.objectContaining({ code: 'not-a-list', file: TOPICS, line: 1 }),
    );
  });

  it('a missing table', () => {
    const corpus = fixture();
    corpus.remove(GLOSSARY);
    expect(checkContent(corpus.root)).toContainEqual(
      expect.objectContaining({ code: 'not-a-list', file: GLOSSARY, line: 1 }),
    );
  });
});

describe('what is right is not reported', () => {
  it('the fixture itself', () => expect(checkContent(fixture().root)).toEqual([]));

  it.each([
    ['a byte-order mark', (text: string) => `\uFEFF${text}`],
    ['Windows line ends', (text: string) => text.replaceAll('\n', '\r\n')],
  ])('a file with %s', (_, change) => {
    const corpus = fixture();
    for (const file of [ALPHA, BETA, WEEK, TOPICS, GLOSSARY]) corpus.write(file, change(corpus.read(file)));
    expect(checkContent(corpus.root)).toEqual([]);
  });

  it.each([
    ['a heading underlined to level 2', '## 核心思想 [#idea]', '核心思想 [#idea]\n---'],
    ['10~20', '想法在此。', '需要 10~20 秒，再等 30~40 秒。'],
    ['bold beside Chinese punctuation', '想法在此。', '**注意：**后面还有。'],
    ['braces and angles in code and math', '想法在此。', '`a < {b}` 与 $\\{x \\lt 1\\}$。'],
    ['a mail address', '想法在此。', '[写信](mailto:a@example.org)。'],
    ['a search with a query', '想法在此。', '[搜](/search/?q=KV)。'],
  ])('%s', (_, from, to) => {
    const corpus = fixture();
    corpus.edit(BETA, from, to);
    expect(checkContent(corpus.root)).toEqual([]);
  });
});

it('reports all mistakes of all files in one run, by file and line', () => {
  const corpus = fixture();
  corpus.edit(ALPHA, '$x_i^2$', '$\\sofmax$');
  corpus.edit(ALPHA, 'year: 2020', 'yaer: 2020');
  corpus.edit(BETA, '- paper: alpha', '- paper: alfa');
  corpus.edit(BETA, '## 核心思想 [#idea]', '## 核心思想');
  corpus.edit(TOPICS, '  meaning: 放哪里。\n', '');
  corpus.edit(WEEK, '[第二篇](#paper-beta)', '[第二篇](#paper-bata)');
  const found = checkContent(corpus.root);
  expect(found.map((p) => p.code).sort()).toEqual([
    'dead-fragment',
    'heading-without-id',
    'missing-key',
    'missing-key',
    'undefined-macro',
    'unknown-key',
    'unknown-paper',
  ]);
  const report = formatProblems(found);
  expect(report).toContain('7 problems in 4 files.');
  const places = [...report.matchAll(/^ {2}(\S+):(\d+) /gm)].map((m) => `${m[1]}:${m[2]!.padStart(4, '0')}`);
  expect(places).toEqual(places.toSorted());
});

it('gathers the characters that all formulas draw, with their faces, those in attributes too', () => {
  const glyphs = new Set<Glyph>();
  checkContent(fixture().root, glyphs);
  expect([...glyphs]).toEqual(
    expect.arrayContaining([
      'Math-Italic x',
      'Math-Italic N',
      'Math-Italic j',
      'Size1-Regular ∑',
      'Main-Regular =',
      'Main-Regular 2',
    ]),
  );
});

it('has a test for every mistake of the closed list', () => {
  const source = fs.readFileSync(path.join(import.meta.dirname, 'check-content.test.ts'), 'utf8');
  const codes = [
    ...fs
      .readFileSync(path.join(import.meta.dirname, '../../corpus/problems.ts'), 'utf8')
      .matchAll(/code: '([a-z-]+)'/g),
  ].map((m) => m[1]!);
  expect(codes.length).toBe(Object.keys(problems).length);
  expect(codes.filter((code) => !source.includes(`code: '${code}'`) && !source.includes(`=== '${code}'`))).toEqual([]);
});

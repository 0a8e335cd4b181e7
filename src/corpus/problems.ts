import { nearest } from './nearest.ts';

/**
 * The closed list of mistakes that an author can make. Each says what is wrong and how to mend it; where it stands is
 * added by whoever found it. A new check begins with a new entry here.
 */
export interface Problem {
  code: string;
  headline: string;
  hint: string;
}

/** A problem with its place: a file relative to the project, a line counted from 1. */
export interface LocatedProblem extends Problem {
  file: string;
  line: number;
}

/** Known spellings; read more than once, so never an iterator. */
type Names = readonly string[] | ReadonlySet<string>;

const did = (word: string, known: Names, otherwise: string) => {
  const near = nearest(word, known);
  return near === undefined ? otherwise : `Did you mean “${near}”? ${otherwise}`;
};
const listed = (known: Names) => [...known].sort().join(', ') || '(none)';

export const problems = {
  syntax: (message: string): Problem => ({
    code: 'syntax',
    headline: `This does not parse: ${message}`,
    hint: 'In MDX, “<”, “{” and “}” are syntax: write \\<, \\{, \\} in prose, or put them in `code` or $math$. In YAML, quote text that holds “: ” or “#”.',
  }),
  noFrontMatter: (): Problem => ({
    code: 'no-front-matter',
    headline: 'The file does not begin with front matter',
    hint: 'Begin with a line “---”, the fields of src/corpus/schemas, and another “---”. `npm run new paper` writes them for you.',
  }),
  notAList: (file: string): Problem => ({
    code: 'not-a-list',
    headline: `${file} is missing, empty, or not a list`,
    hint: 'It is a list of rows, each beginning “- id: …”; src/corpus/schemas says what a row holds.',
  }),
  unknownKey: (key: string, known: string[]): Problem => ({
    code: 'unknown-key',
    headline: `Unknown key “${key}”`,
    hint: did(key, known, `Keys here: ${listed(known)}.`),
  }),
  missingKey: (path: string): Problem => ({
    code: 'missing-key',
    headline: `The key “${path}” is missing`,
    hint: 'Add it; src/corpus/schemas says what goes in.',
  }),
  invalidValue: (path: string, message: string): Problem => ({
    code: 'invalid-value',
    headline: `“${path}”: ${message}`,
    hint: 'src/corpus/schemas says what goes in.',
  }),
  duplicateId: (id: string, first: string): Problem => ({
    code: 'duplicate-id',
    headline: `The id “${id}” is taken by ${first}`,
    hint: 'Ids are addresses: give this one another name. Keep the older id, others may link to it.',
  }),
  unknownTopic: (id: string, known: Names): Problem => ({
    code: 'unknown-topic',
    headline: `No topic “${id}” in content/topics.yaml`,
    hint: did(id, known, `Topics: ${listed(known)}. A new one needs a row there.`),
  }),
  unknownPaper: (slug: string, known: Names): Problem => ({
    code: 'unknown-paper',
    headline: `No paper “${slug}” in content/papers`,
    hint: did(slug, known, 'A paper’s slug is the name of its file. `npm run new paper` adds one.'),
  }),
  unknownTerm: (id: string, known: Names): Problem => ({
    code: 'unknown-term',
    headline: `No term “${id}” in content/glossary.yaml`,
    hint: did(id, known, 'Add a row there, or write the word without <Term>.'),
  }),
  unknownLab: (id: string, known: Names): Problem => ({
    code: 'unknown-lab',
    headline: `No lab “${id}” in src/labs`,
    hint: did(id, known, `Labs: ${listed(known)}.`),
  }),
  unknownWeek: (folder: string, known: Names): Problem => ({
    code: 'unknown-week',
    headline: `The folder “${folder}” belongs to no week`,
    hint: did(folder, known, `Weeks: ${listed(known)}. A new week is a file content/weeks/week-NN.mdx.`),
  }),
  weekNumber: (name: string, number: number): Problem => ({
    code: 'week-number',
    headline: `“number: ${number}” disagrees with the file name ${name}`,
    hint: 'Week 3 is content/weeks/week-03.mdx with “number: 3”.',
  }),
  slugShape: (name: string): Problem => ({
    code: 'slug-shape',
    headline: `The file name “${name}” is not a slug`,
    hint: 'Name it in lower-case ASCII words joined by hyphens; the name is the paper’s address for ever.',
  }),
  listedTwice: (slug: string, first: string): Problem => ({
    code: 'listed-twice',
    headline: `The paper “${slug}” is already on the list in ${first}`,
    hint: 'A paper belongs to one week. Link to it from the other week’s text with <Cite>.',
  }),
  listedElsewhere: (slug: string, folder: string, week: string): Problem => ({
    code: 'listed-elsewhere',
    headline: `The paper “${slug}” is listed here, but its file is in ${folder}`,
    hint: `Move the file to content/papers/${week}/; its address does not change.`,
  }),
  notListed: (slug: string, week: string): Problem => ({
    code: 'not-listed',
    headline: `No week lists the paper “${slug}”`,
    hint: `Add its line to content/weeks/${week}.mdx.`,
  }),
  repeatedItem: (path: string, item: string): Problem => ({
    code: 'repeated-item',
    headline: `“${item}” stands twice in ${path}`,
    hint: 'Remove one of the two.',
  }),
  nameTaken: (key: string, name: string, by: string): Problem => ({
    code: 'name-taken',
    headline: `${key} “${name}” is the name of another paper, ${by}`,
    hint: 'Readers who search for it must find that paper. Choose a name of this paper’s own.',
  }),
  cycle: (path: string[]): Problem => ({
    code: 'builds-on-cycle',
    headline: `buildsOn runs in a circle: ${path.join(' → ')}`,
    hint: 'buildsOn points to earlier work only; two papers that answer each other are rivals.',
  }),
  selfReference: (slug: string): Problem => ({
    code: 'self-reference',
    headline: `The paper “${slug}” refers to itself`,
    hint: 'Name another paper, or remove the line.',
  }),
  headingId: (text: string): Problem => ({
    code: 'heading-without-id',
    headline: `The heading “${text}” has no id`,
    hint: 'End it with a short ASCII id, as in “## 分块与在线 softmax [#tiling]”; people link to it.',
  }),
  headingSkip: (text: string, from: number, to: number): Problem => ({
    code: 'skipped-heading-level',
    headline: `“${text}” jumps from level ${from} to level ${to}`,
    hint: `Use ${'#'.repeat(from + 1)} here. The page’s title is level 1; sections begin at ##.`,
  }),
  headingMath: (text: string): Problem => ({
    code: 'heading-math',
    headline: `The heading “${text}” holds a formula`,
    hint: 'Headings are copied into the contents and search, where formulas cannot be shown: say it in words.',
  }),
  topHeading: (text: string): Problem => ({
    code: 'top-heading',
    headline: `The heading “${text}” is of level 1`,
    hint: 'Level 1 is the page’s title, from the front matter: begin this one with ##.',
  }),
  emptyText: (): Problem => ({
    code: 'empty-text',
    headline: 'The page has no text',
    hint: 'Write at least “## 问题 [#problem]” and “## 核心思想 [#idea]” below the front matter.',
  }),
  emptySection: (text: string): Problem => ({
    code: 'empty-section',
    headline: `The section “${text}” is empty`,
    hint: 'Write it, or remove the heading.',
  }),
  formula: (tex: string, message: string): Problem => ({
    code: 'broken-formula',
    headline: `KaTeX cannot set «${tex}»: ${message}`,
    hint: 'Mend the formula. Shared macros are in src/build/math/macros.ts; Chinese goes in \\text{…}.',
  }),
  undefinedMacro: (tex: string, macro: string, known: Names): Problem => ({
    code: 'undefined-macro',
    headline: `Undefined macro ${macro} in «${tex}»`,
    hint: did(macro, known, 'Shared macros are in src/build/math/macros.ts.'),
  }),
  oneLineDisplay: (tex: string): Problem => ({
    code: 'one-line-display',
    headline: `«$$${tex}$$» on one line is inline math`,
    hint: 'Put each $$ on a line of its own.',
  }),
  strayMark: (mark: string, text: string): Problem => ({
    code: 'stray-mark',
    headline: `A literal ${mark} is left in “${text}”`,
    hint: mark === '$' ? 'Close the formula, or write 5 美元 for money.' : 'Close the bold, or remove the stars.',
  }),
  deadLink: (href: string, known: Names): Problem => ({
    code: 'dead-link',
    headline: `The link ${href} leads nowhere`,
    hint: did(href, known, 'Internal links begin and end with “/”, as /papers/flashattention/.'),
  }),
  deadFragment: (href: string, fragments: Names): Problem => ({
    code: 'dead-fragment',
    headline: `Nothing has the id of ${href}`,
    hint: did(href.slice(href.indexOf('#') + 1), fragments, `Ids there: ${listed(fragments)}.`),
  }),
  emptyLink: (href: string): Problem => ({
    code: 'empty-link',
    headline: `The link to ${href} has no words`,
    hint: 'Write them in the square brackets. Only links to an id of the same page, [](#id), are given a name.',
  }),
  insecureAddress: (href: string): Problem => ({
    code: 'insecure-address',
    headline: `${href} is not an https address`,
    hint: 'Write https://; if the host has none, link to an archived copy.',
  }),
  unsafeAddress: (href: string): Problem => ({
    code: 'unsafe-address',
    headline: `A page must not link to ${href}`,
    hint: 'Links are https://, mailto:, or addresses of this site such as /papers/flashattention/.',
  }),
  swallowedUrl: (href: string): Problem => ({
    code: 'swallowed-url',
    headline: `A bare address swallowed the Chinese text after it: ${href}`,
    hint: 'Write [text](address).',
  }),
  missingImage: (path: string): Problem => ({
    code: 'missing-image',
    headline: `The image ${path} does not exist`,
    hint: 'Put it beside the MDX file and write ./name.png, or correct the path.',
  }),
  remoteImage: (url: string): Problem => ({
    code: 'remote-image',
    headline: `The image ${url} is on another site`,
    hint: 'Pages load nothing from elsewhere: save it beside the MDX file, if its licence allows, and write ./name.png.',
  }),
  imageAlt: (path: string): Problem => ({
    code: 'image-alt',
    headline: `The image ${path} has no alternative text`,
    hint: 'Say in the square brackets what a reader who cannot see it must know.',
  }),
  figureId: (name: string): Problem => ({
    code: 'figure-id',
    headline: `<${name}> has no id`,
    hint: `Give it a short ASCII id, <${name} id="tiles" …>: people link to it.`,
  }),
  figureAlt: (id: string): Problem => ({
    code: 'figure-alt',
    headline: `The figure “${id}” has no alternative text`,
    hint: 'Add alt="…": what a reader who cannot see the figure must know.',
  }),
  figureCaption: (name: string, id: string): Problem => ({
    code: 'figure-caption',
    headline: `<${name} id="${id}"> has no <Caption>`,
    hint: 'Add <Caption>…</Caption> as its last child: the one sentence to take away.',
  }),
  idShape: (id: string): Problem => ({
    code: 'id-shape',
    headline: `“${id}” is not an id`,
    hint: 'Use lower-case ASCII words joined by hyphens.',
  }),
  footnote: (label: string, known: Names): Problem => ({
    code: 'footnote',
    headline: `The footnote [^${label}] has no definition`,
    hint: did(label, known, `Add “[^${label}]: …” at the end of the file.`),
  }),
  unusedFootnote: (label: string): Problem => ({
    code: 'unused-footnote',
    headline: `The footnote [^${label}] is defined but never called`,
    hint: 'Call it in the text, or remove it.',
  }),
  reservedId: (id: string): Problem => ({
    code: 'reserved-id',
    headline: `The page itself uses the id “${id}”`,
    hint: 'Give the section or figure another id.',
  }),
  missingAttribute: (name: string, attribute: string): Problem => ({
    code: 'missing-attribute',
    headline: `<${name}> lacks ${attribute}`,
    hint: `Write <${name} ${attribute}="…">; content/AUTHORING.md shows each component in use.`,
  }),
  unknownAttribute: (name: string, attribute: string, known: Names): Problem => ({
    code: 'unknown-attribute',
    headline: `<${name}> has no attribute “${attribute}”`,
    hint: did(attribute, known, `Attributes of <${name}>: ${listed(known)}.`),
  }),
  numericAttribute: (name: string, attribute: string, value: string): Problem => ({
    code: 'numeric-attribute',
    headline: `${attribute} of <${name}> is the text “${value}”, not a number`,
    hint: `Write it in braces: ${attribute}={${/^[\d.]+$/.test(value) ? value : '16.6'}}.`,
  }),
  strayChoice: (): Problem => ({
    code: 'stray-choice',
    headline: '<Choice> stands outside of a <Quiz>',
    hint: 'Put it between <Quiz id="…" question="…"> and </Quiz>, as a direct child.',
  }),
  quizChoices: (id: string, choices: number, correct: number): Problem => ({
    code: 'quiz-choices',
    headline: `The quiz “${id}” has ${choices} choices, ${correct} of them correct`,
    hint: 'A quiz has at least two <Choice>s, and exactly one is marked correct.',
  }),
  forbiddenElement: (name: string): Problem => ({
    code: 'forbidden-element',
    headline: `<${name}> is not allowed in a page`,
    hint: 'The security policy forbids it. Interaction belongs in a lab (src/labs), style in src/styles.',
  }),
  unknownLanguage: (language: string, known: Names): Problem => ({
    code: 'unknown-language',
    headline: `No highlighting for the language “${language}”`,
    hint: did(language, known, `Languages: ${listed(known)}.`),
  }),
  missingImport: (source: string, there: Names): Problem => ({
    code: 'missing-import',
    headline: `The import '${source}' leads to no file`,
    hint: did(source, there, '“#” stands for src/, and the ending is written: #figures/zero/Shards.tsx.'),
  }),
  missingExport: (name: string, source: string, known: Names): Problem => ({
    code: 'missing-export',
    headline: `'${source}' does not export “${name}”`,
    hint: did(name, known, `It exports: ${listed(known)}.`),
  }),
  unknownComponent: (name: string, known: Names): Problem => ({
    code: 'unknown-component',
    headline: `<${name}> is neither imported nor one of the prose components`,
    hint: did(name, known, `Prose components: ${listed(known)}.`),
  }),
  sourceRegion: (file: string, region: string, known: Names): Problem => ({
    code: 'source-region',
    headline: `src/mechanisms/${file} has no region “${region}”`,
    hint: did(region, known, `Regions there: ${listed(known)}.`),
  }),
  sourceFile: (file: string, known: Names): Problem => ({
    code: 'source-file',
    headline: `<Source> names src/mechanisms/${file}, which does not exist`,
    hint: did(file, known, 'The path is relative to src/mechanisms/.'),
  }),
} as const;

/** All problems of a run as text for the terminal: grouped by file, in order of lines. */
export function formatProblems(found: readonly LocatedProblem[]): string {
  const files = Map.groupBy(found, (p) => p.file);
  const blocks = [...files]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([file, list]) => {
      const lines = list
        .toSorted((a, b) => a.line - b.line)
        .map((p) => `  ${file}:${p.line}  ${p.headline}  [${p.code}]\n      → ${p.hint}`);
      return `${file}\n${lines.join('\n')}`;
    });
  const count = `${found.length} ${found.length === 1 ? 'problem' : 'problems'} in ${files.size} ${files.size === 1 ? 'file' : 'files'}`;
  return `${blocks.join('\n\n')}\n\n${count}. Nothing was built; the last good build is untouched.`;
}

import type { Element, ElementContent } from 'hast';
import type { Handle, State } from 'hast-util-to-mdast';
import { toString } from 'hast-util-to-string';
import type { BlockContent, DefinitionContent, PhrasingContent, RootContent } from 'mdast';
import type { InlineMath, Math } from 'mdast-util-math';
import { expandMacros } from '../math/expand-macros.ts';

type Class = string | readonly (string | number)[] | null | undefined;

const classes = (element: Element): readonly string[] =>
  [(element.properties['className'] ?? []) as Class].flat().map(String);
const has = (element: Element, name: string) => classes(element).includes(name);

/** The first element inside that fits, itself not included. */
function find(element: Element, fits: (inner: Element) => boolean): Element | undefined {
  for (const child of element.children) {
    if (child.type !== 'element') continue;
    const found = fits(child) ? child : find(child, fits);
    if (found) return found;
  }
  return undefined;
}

/** The TeX that a formula was set from: KaTeX keeps it beside its MathML. */
const texOf = (element: Element) =>
  expandMacros(toString(find(element, ({ tagName }) => tagName === 'annotation') ?? element).trim());

const inlineMath = (tex: string): InlineMath => ({ type: 'inlineMath', value: tex });
const displayMath = (tex: string): Math => ({ type: 'math', value: tex });
const paragraph = (children: PhrasingContent[]) => ({ type: 'paragraph' as const, children });
const strong = (value: string) => ({ type: 'strong' as const, children: [{ type: 'text' as const, value }] });

/** A formula; punctuation that it held on to stands after it again. */
function formula(element: Element) {
  const mark = find(element, (inner) => has(inner, 'formula-mark'));
  const tex = inlineMath(texOf(element));
  return mark ? [tex, { type: 'text' as const, value: toString(mark) }] : tex;
}

function equation(element: Element) {
  const number = find(element, (inner) => has(inner, 'equation-number'));
  const math = displayMath(texOf(element));
  return number ? [math, paragraph([{ type: 'text', value: toString(number) }])] : math;
}

/** A figure without its drawing: what it shows, as its text alternative says, and its caption. A table stays a table. */
function figure(state: State, element: Element) {
  const caption = find(element, ({ tagName }) => tagName === 'figcaption');
  const words = caption ? state.toFlow(state.all(caption)) : [];
  const label = element.properties['ariaLabel'];
  const table = has(element, 'table-figure') ? find(element, ({ tagName }) => tagName === 'table') : undefined;
  if (table) return [...words, ...state.toFlow(state.all({ ...element, children: [table] }))];
  const shown =
    typeof label === 'string' ? [paragraph([{ type: 'emphasis', children: [{ type: 'text', value: label }] }])] : [];
  return { type: 'blockquote' as const, children: [...shown, ...words] as (BlockContent | DefinitionContent)[] };
}

/** A listing: its code with its language, which its file's name tells. */
function listing(element: Element) {
  const title = find(element, (inner) => has(inner, 'listing-title'));
  const code = find(element, ({ tagName }) => tagName === 'code');
  const name = title ? toString(title) : '';
  const lang = /\.(tsx?|py|cu|cpp)$/.exec(name)?.[1] ?? null;
  return {
    type: 'code' as const,
    lang,
    meta: lang && name ? `title="${name}"` : null,
    value: code ? toString(code) : '',
  };
}

/** A folded part, open: its summary in bold, then what it holds. */
function details(state: State, element: Element) {
  const summary = find(element, ({ tagName }) => tagName === 'summary');
  const rest = element.children.filter((child) => child !== summary);
  return [
    ...(summary ? [paragraph([strong(toString(summary).trim())])] : []),
    ...state.toFlow(state.all({ ...element, children: rest })),
  ];
}

/** A choice of a question with its verdict: an item of a list would not hold blocks well, so it is a paragraph. */
function choice(state: State, element: Element) {
  const words = (wanted: string) => find(element, (inner) => has(inner, wanted) || inner.tagName === wanted);
  const [answer, feedback] = [words('label'), words('choice-feedback')];
  const phrases = (part: Element | undefined) =>
    part ? (state.all({ ...part, children: unwrapped(part.children) }) as PhrasingContent[]) : [];
  return paragraph([
    { type: 'text', value: '○ ' },
    ...phrases(answer),
    { type: 'text', value: '　' },
    ...phrases(feedback),
  ]);
}

/** Paragraphs opened up, so that their words stand in the line. */
const unwrapped = (children: ElementContent[]): ElementContent[] =>
  children.flatMap((child) => (child.type === 'element' && child.tagName === 'p' ? child.children : [child]));

function footnotes(state: State, element: Element): RootContent[] {
  const items =
    find(element, ({ tagName }) => tagName === 'ol')?.children.filter((child) => child.type === 'element') ?? [];
  return items.map((item) => ({
    type: 'footnoteDefinition',
    identifier: noteName(String(item.properties['id'])),
    children: state.toFlow(state.all(item)) as BlockContent[],
  }));
}

const noteName = (id: string) => id.replace(/^#?user-content-fn-/, '');
const nothing: Handle = () => undefined;

/** Whether an element of the page says nothing to a reader of plain text. */
const isChrome = (element: Element) =>
  ['button', 'svg', 'input', 'form', 'script', 'output'].includes(element.tagName) ||
  'hidden' in element.properties ||
  ['lab-controls', 'lab-tools', 'listing-head', 'former', 'term-tip', 'source-line', 'data-footnote-backref'].some(
    (name) => has(element, name),
  );

/** Words that the page sets apart from what follows by their looks: 图 1, 自测, 其中. */
const LABELS = ['quiz-label', 'numbered', 'where-lead', 'verdict', 'lab-mark'];

const label = (state: State, element: Element): PhrasingContent[] => [
  { type: 'strong', children: state.all(element) as PhrasingContent[] },
  { type: 'text', value: ' ' },
];

const block: Handle = (state, element) => {
  if (isChrome(element)) return undefined;
  if (has(element, 'equation')) return equation(element);
  if (has(element, 'listing')) return listing(element);
  if (has(element, 'choice')) return choice(state, element);
  return state.toFlow(state.all(element)) as RootContent[];
};

const inline: Handle = (state, element) => {
  if (isChrome(element)) return undefined;
  if (has(element, 'katex-display')) return displayMath(texOf(element));
  if (has(element, 'katex')) return formula(element);
  if (LABELS.some((name) => has(element, name))) return label(state, element);
  return state.all(element) as PhrasingContent[];
};

/** How the page's own elements become Markdown; all others as rehype-remark does it. */
export const handlers: Record<string, Handle> = {
  div: block,
  fieldset: block,
  'numeric-quiz': block,
  aside: (state, element) => ({ type: 'blockquote', children: state.toFlow(state.all(element)) as BlockContent[] }),
  figure,
  figcaption: (state, element) => state.toFlow(state.all(element)) as RootContent[],
  details,
  legend: (state, element) => paragraph(state.all(element) as PhrasingContent[]),
  span: inline,
  section: (state, element) =>
    'dataFootnotes' in element.properties
      ? footnotes(state, element)
      : (state.toFlow(state.all(element)) as RootContent[]),
  sup: (state, element) => {
    const link = find(element, ({ properties }) => 'dataFootnoteRef' in properties);
    if (!link) return state.all(element) as PhrasingContent[];
    return { type: 'footnoteReference', identifier: noteName(String(link.properties['href'])) };
  },
  a: (state, element) => {
    if (isChrome(element)) return undefined;
    const children = state.all(element) as PhrasingContent[];
    if (LABELS.some((name) => has(element, name))) return label(state, element);
    if (has(element, 'linkable')) return children;
    return { type: 'link', url: String(element.properties['href'] ?? ''), children };
  },
  p: (state, element) => (isChrome(element) ? undefined : paragraph(state.all(element) as PhrasingContent[])),
  ...Object.fromEntries(['button', 'svg', 'input', 'form', 'script', 'output', 'label'].map((name) => [name, nothing])),
};

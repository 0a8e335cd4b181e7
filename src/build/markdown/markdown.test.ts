import type { Heading, Link, ListItem, Paragraph, Root, Strong } from 'mdast';
import { toString } from 'mdast-util-to-string';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified, type PluggableList } from 'unified';
import { visit } from 'unist-util-visit';
import { VFile } from 'vfile';
import { describe, expect, it } from 'vitest';
import { listing } from '../code/highlight.ts';
import { equation } from '../math/equation.ts';
import { isJsx, stringAttribute, type JsxElement } from './jsx.ts';
import { markdown } from './processor.ts';
import { rehypeLinks } from './rehype-links.ts';

const { remarkPlugins } = (markdown('/') as unknown as { options: { remarkPlugins: PluggableList } }).options;
const pipeline = unified().use(remarkParse).use(remarkMdx).use(remarkPlugins);

/** A text as the site's own Markdown plugins leave it. */
const read = (text: string) => pipeline.runSync(pipeline.parse(text)) as Root;

function nodes<T>(text: string, type: string): T[] {
  const found: T[] = [];
  visit(read(text), type, (node) => void found.push(node as T));
  return found;
}

/** A text whose front matter says what its ids were called before. */
function withFormerIds(text: string, formerIds: Record<string, string>): Root {
  const file = new VFile(text);
  file.data.astro = { frontmatter: { formerIds } } as never;
  return pipeline.runSync(pipeline.parse(text), file) as Root;
}

/** The components of a text by name, as their attributes. */
function components(text: string, name: string): Record<string, unknown>[] {
  const found: JsxElement[] = [];
  visit(read(text), (node) => {
    if (isJsx(node, name)) found.push(node);
  });
  return found.map((node) =>
    Object.fromEntries(node.attributes.flatMap((a) => (a.type === 'mdxJsxAttribute' ? [[a.name, a.value]] : []))),
  );
}

describe('Chinese text', () => {
  it.each(['**注意：**后面', '**GPT（2018）**发布', '前面**“加粗”**的', '用**`code`**表示'])(
    'is bold beside punctuation: %s',
    (text) => {
      expect(nodes<Strong>(text, 'strong')).toHaveLength(1);
      expect(toString(read(text))).not.toContain('*');
    },
  );

  it.each([
    ['断行\n不留空', '断行不留空'],
    ['标点，\n之后', '标点，之后'],
    ['中文\nEnglish', '中文\nEnglish'],
    ['one\ntwo', 'one\ntwo'],
  ])('joins lines only between Chinese characters: %j', (text, joined) => expect(toString(read(text))).toBe(joined));

  it('keeps single tildes: 10~20', () => {
    expect(nodes('需要 10~20 秒，显存 30~40 GB', 'delete')).toEqual([]);
    expect(toString(read('10~20 与 30~40'))).toBe('10~20 与 30~40');
  });
});

describe('headings', () => {
  it('take their ids from the author and do not show them', () => {
    const [heading] = nodes<Heading>('## 分块与 `softmax` [#tiling]', 'heading');
    expect(heading!.data).toEqual({ hProperties: { id: 'tiling' } });
    expect(toString(heading)).toBe('分块与 softmax');
  });

  it('may be underlined', () =>
    expect(nodes<Heading>('分块 [#tiling]\n---', 'heading')[0]!.data).toEqual({ hProperties: { id: 'tiling' } }));

  it('keep brackets that are no id', () => expect(toString(read('## 区间 [0, 1]'))).toBe('区间 [0, 1]'));
});

describe('numbers', () => {
  const page = `## 方法 [#method]

$$ [#first]
x
$$

$$
unnumbered
$$

<Figure id="tiles" alt="…">
<Caption>图</Caption>
</Figure>

$$ [#second]
y
$$

<Table id="costs">
<Caption>表</Caption>
</Table>

<Figure id="bars" alt="…">
<Caption>图</Caption>
</Figure>

<Lab id="flash">
<Caption>实验</Caption>
</Lab>

`;

  it('run through a page by kind, and skip equations without ids', () => {
    expect(components(page, 'Formula')).toEqual([
      { tex: 'x', display: '', id: 'first', number: '1' },
      { tex: 'unnumbered', display: '' },
      { tex: 'y', display: '', id: 'second', number: '2' },
    ]);
    expect(components(page, 'Figure').map((f) => [f['id'], f['number']])).toEqual([
      ['tiles', '1'],
      ['bars', '2'],
    ]);
    expect(components(page, 'Caption').map((c) => `${c['kind']} ${c['number']} ${c['of']}`)).toEqual([
      'figure 1 tiles',
      'table 1 costs',
      'figure 2 bars',
      'lab 1 lab-flash',
    ]);
  });

  it.each([
    ['first', '式 (1)'],
    ['second', '式 (2)'],
    ['bars', '图 2'],
    ['costs', '表 1'],
    ['lab-flash', '实验 1'],
    ['method', '「方法」'],
  ])('are what an empty link says: [](#%s)', (id, name) => {
    const link = nodes<Link>(`${page}见 [](#${id})。`, 'link')[0];
    expect(toString(link).replace(/\s/g, '')).toBe(name.replace(/\s/g, ''));
  });

  it('leave a link that has words alone', () =>
    expect(toString(nodes<Link>(`${page}[上式](#first)`, 'link')[0])).toBe('上式'));
});

const quiz = (id: string) =>
  `<Quiz id="${id}" question="?">\n<Choice answer="a">a</Choice>\n\n<Choice answer="b" correct>b</Choice>\n</Quiz>\n\n`;

describe('quizzes', () => {
  it('hand their id to each of their choices, and to no other’s', () => {
    expect(components(quiz('q-one') + quiz('q-two'), 'Choice').map((c) => c['of'])).toEqual([
      'q-one',
      'q-one',
      'q-two',
      'q-two',
    ]);
  });
});

describe('formulas and listings', () => {
  it('keep their source, quotes and backslashes included, until the page is rendered', () => {
    expect(components('行内 $\\text{"a"} < b$ 公式', 'Formula')).toEqual([{ tex: '\\text{"a"} < b' }]);
    expect(components('```ts title="a.ts" {2-3}\nconst a = "<b>";\n```', 'Listing')).toEqual([
      { code: 'const a = "<b>";', language: 'ts', meta: 'title="a.ts" {2-3}' },
    ]);
  });

  it('become an equation that can be linked to if they have an id', () => {
    expect(equation('HTML', 'softmax', '3')).toMatch(
      /<div class="equation" id="softmax".*HTML.*<a class="equation-number linkable" href="#softmax".*>\(3\)<\/a>/,
    );
    expect(equation('HTML')).not.toContain('equation-number');
  });

  it('mark the lines that the fence names, and no others', async () => {
    const html = await listing({ code: 'a = 1\nb = 2\nc = 3\nd = 4', language: 'python', meta: '{2-3}' }, { copy: '' });
    const lines = html.split('<span class="line').slice(1);
    expect(lines.map((line) => line.startsWith(' highlighted"'))).toEqual([false, true, true, false]);
  });

  it('escape titles and code', async () => {
    const html = await listing(
      { code: '<script>alert(1)</script>', language: 'text', meta: 'title="<img src=x>"' },
      { copy: '' },
    );
    expect(html).toContain('<span class="listing-title">&lt;img src=x&gt;</span>');
    expect(html).not.toMatch(/<script|<img/);
  });
});

const link = (href: string) => ({
  type: 'element' as const,
  tagName: 'a',
  properties: { href } as Record<string, unknown>,
  children: [],
});

describe('links', () => {
  it.each([
    ['/papers/zero/#x', { href: '/sub/papers/zero/#x' }],
    ['#x', { href: '#x' }],
    ['https://example.org/', { href: 'https://example.org/', rel: ['external', 'noopener'] }],
  ])('under a base path: %s', (href, properties) => {
    const node = link(href);
    rehypeLinks({ base: '/sub/' })({ type: 'root', children: [node as never] });
    expect(node.properties).toEqual(properties);
  });
});

it('an attribute that is an expression is not read as words', () => {
  const found: (string | undefined)[] = [];
  visit(read('<Result where="表 1" paper={p} />'), (node) => {
    if (isJsx(node, 'Result')) found.push(stringAttribute(node, 'where'), stringAttribute(node, 'paper'));
  });
  expect(found).toEqual(['表 1', undefined]);
});

describe('questions for class', () => {
  it('have ids in order and an anchor at their end', () => {
    const items = nodes<ListItem>('<Discussion>\n\n1. 一？\n2. 二？\n\n</Discussion>\n\n- 别的\n', 'listItem');
    expect(items.map(({ data }) => data ?? {})).toMatchObject([
      { hProperties: { id: 'discussion-1' } },
      { hProperties: { id: 'discussion-2' } },
      {},
    ]);
    expect((items[1]!.children[0] as Paragraph).children.at(-1)).toMatchObject({ type: 'link', url: '#discussion-2' });
  });
});

describe('former ids', () => {
  it('stand right before what bears the present one', () => {
    const text = '## 节 [#section]\n\n$$ [#eq]\nx\n$$\n\n<Quiz id="q">\n</Quiz>\n';
    const tree = withFormerIds(text, { 'old-section': 'section', 'old-eq': 'eq', 'old-q': 'q' });
    const kinds = tree.children.map((node) => (isJsx(node, 'span') ? stringAttribute(node, 'id') : node.type));
    expect(kinds.filter((_, i) => i % 2 === 0)).toEqual(['old-section', 'old-eq', 'old-q']);
    expect(kinds).toHaveLength(6);
  });
});

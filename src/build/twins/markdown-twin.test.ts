import type { Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { equation } from '../math/equation.ts';
import { withMark } from '../math/mark.ts';
import { renderMath } from '../math/render.ts';
import { markdownTwin } from './markdown-twin.ts';

const ADDRESS = 'https://example.org/course/papers/zero/';
const page = (body: string) =>
  `<!doctype html><html><body><nav>导航</nav><main class="x"><h1 class="paper-title">ZeRO</h1><p class="paper-contribution">一句话。</p><div class="prose">${body}</div></main></body></html>`;
const twin = (body: string) => markdownTwin(page(body), ADDRESS);
const parse = (markdown: string) => unified().use(remarkParse).use(remarkGfm).use(remarkMath).parse(markdown) as Root;

function collect(body: string, type: string): unknown[] {
  const found: unknown[] = [];
  visit(parse(twin(body)), type, (node) => void found.push('value' in node ? node.value : toString(node)));
  return found;
}

describe('the Markdown twin of a page', () => {
  it('has its titles and its text, and nothing of the frame around', () => {
    const markdown = twin('<h2 id="a"><a class="anchor linkable" href="#a">问题</a></h2><p>有 {花} 括号 *号*。</p>');
    expect(markdown).not.toContain('导航');
    expect(toString(parse(markdown))).toBe('ZeRO一句话。问题有 {花} 括号 *号*。');
    expect(collect('<h2 id="a"><a class="anchor linkable" href="#a">问题</a></h2>', 'heading')).toEqual([
      'ZeRO',
      '问题',
    ]);
    expect(collect('<h2 id="a"><a class="anchor linkable" href="#a">问题</a></h2>', 'link')).toEqual([]);
  });

  it('has each formula once, as the TeX that everybody’s TeX reads', () => {
    const body = `<p>令 ${withMark(renderMath('x=\\softmax(QK\\T)', false), '，')}则</p>${equation(renderMath('\\norm{x}', true), 'e', '1')}`;
    expect(collect(body, 'inlineMath')).toEqual(['x=\\operatorname{softmax}(QK^{\\top})']);
    expect(collect(body, 'math')).toEqual(['\\lVert x \\rVert']);
    expect(twin(body)).toContain('$，则');
  });

  it('says what a figure shows in place of the drawing', () => {
    const figure =
      '<figure class="figure" id="f" aria-label="一条直线。"><div class="canvas"><svg><text>轴</text></svg></div><figcaption><a class="numbered linkable" href="#f">图 1</a>它上升。</figcaption></figure>';
    expect(collect(figure, 'blockquote')).toEqual(['一条直线。图 1 它上升。']);
  });

  it('has listings with their language and without their button', () => {
    const listing =
      '<div class="listing"><div class="listing-head"><span class="listing-title">a/b.ts</span><button class="listing-copy" hidden>复制</button></div><pre><code><span class="line">const a = 1;</span>\n<span class="line">const b = `$`;</span></code></pre></div>';
    expect(twin(listing)).toContain('```ts title="a/b.ts"\nconst a = 1;\nconst b = `$`;\n```');
  });

  it('has absolute links, footnotes and tables', () => {
    const body =
      '<p>见 <a href="/course/papers/orca/#x">Orca</a><sup><a href="#user-content-fn-a" id="r" data-footnote-ref>1</a></sup>。</p><table><thead><tr><th>a</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table><section data-footnotes class="footnotes"><h2>注</h2><ol><li id="user-content-fn-a"><p>出处。<a href="#r" class="data-footnote-backref">↩</a></p></li></ol></section>';
    const markdown = twin(body);
    expect(markdown).toContain('[Orca](https://example.org/course/papers/orca/#x)[^a]');
    expect(markdown).toContain('[^a]: 出处。');
    expect(collect(body, 'tableRow')).toEqual(['a', '1']);
  });

  it('opens folded parts and shows every choice with its verdict', () => {
    const quiz =
      '<div class="quiz" id="q"><fieldset><legend><a class="quiz-label linkable" href="#q">自测</a> 多少？</legend><div class="choice"><label><input type="radio"> <span>一</span></label><div class="choice-feedback"><span class="verdict">不对</span><p>少了。</p></div></div></fieldset></div><details><summary>推导</summary><p>从略。</p></details>';
    const markdown = twin(quiz);
    expect(markdown).toContain('**自测** 多少？');
    expect(markdown).toMatch(/一\s*\*\*不对\*\* 少了。/);
    expect(markdown).toContain('**推导**\n\n从略。');
  });
});

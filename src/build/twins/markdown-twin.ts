import type { Element, Root } from 'hast';
import type { Root as Markdown } from 'mdast';
import rehypeParse from 'rehype-parse';
import rehypeRemark from 'rehype-remark';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { handlers } from './handlers.ts';
import { withoutDrawings } from './without-drawings.ts';

const reader = unified().use(rehypeParse);
const converter = unified().use(rehypeRemark, { handlers: handlers as never, newlines: true });
const writer = unified()
  .use(remarkGfm)
  .use(remarkMath)
  .use(remarkStringify, { bullet: '-', emphasis: '*', rule: '-', fences: true, resourceLink: true });

/**
 * A paper's page as clean Markdown (GFM with $math$): titles, contribution and text, computed numbers filled in,
 * drawings replaced by what they show, links absolute. `address` is the page's own, absolute.
 */
export function markdownTwin(html: string, address: string): string {
  const page = reader.parse(withoutDrawings(html));
  const parts: Element[] = [];
  visit(page, 'element', (element) => {
    const names = [element.properties['className'] ?? []].flat();
    const isHead = ['paper-title', 'paper-title-zh', 'paper-contribution'].some((name) => names.includes(name));
    if (isHead || (names.includes('prose') && element.tagName !== 'main')) parts.push(element);
  });
  const text: Root = { type: 'root', children: parts };
  const tree = converter.runSync(text) as unknown as Markdown;
  visit(tree, 'link', (link) => {
    link.url = new URL(link.url, address).href;
  });
  // Elements that are gone leave their spaces on both sides.
  visit(tree, 'text', (words) => {
    words.value = words.value.replace(/ {2,}/g, ' ');
  });
  return writer.stringify(tree as never);
}

import type { Root } from 'hast';
import { visit } from 'unist-util-visit';

/** rehype: internal links (`/papers/zero/`) get the site's base path; links that leave the site say so to the browser. */
export function rehypeLinks({ base }: { base: string }) {
  return (tree: Root) =>
    visit(tree, 'element', (node) => {
      const href = node.properties['href'];
      if (node.tagName !== 'a' || typeof href !== 'string') return;
      if (href.startsWith('/')) node.properties['href'] = base + href.slice(1);
      else if (/^https?:/.test(href)) node.properties['rel'] = ['external', 'noopener'];
    });
}

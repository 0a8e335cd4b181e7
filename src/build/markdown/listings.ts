import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { component } from './jsx.ts';

/** remark: fenced code becomes `<Listing>`, a framed and highlighted listing that is set as the page is rendered. */
export function remarkListings() {
  return (tree: Root) =>
    visit(tree, 'code', (node, index, parent) => {
      if (!parent || index === undefined) return;
      parent.children[index] = component(
        'Listing',
        true,
        { code: node.value, language: node.lang ?? 'text', meta: node.meta ?? undefined },
        node.position,
      );
    });
}

import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { component } from './jsx.ts';
import { equationId } from './numbered.ts';

/**
 * remark: formulas become `<Formula tex="…" />`, which sets them as the page is rendered. A page's module then holds
 * the TeX, a hundredth of the HTML that it becomes. Must run after things are numbered.
 */
export function remarkFormulas() {
  return (tree: Root) =>
    visit(tree, (node, index, parent) => {
      if (!parent || index === undefined || (node.type !== 'math' && node.type !== 'inlineMath')) return;
      const display = node.type === 'math';
      const own = display ? { id: equationId(node), number: node.data?.number } : { mark: node.data?.mark };
      parent.children[index] = component(
        'Formula',
        display,
        { tex: node.value.trim(), ...(display && { display: '' }), ...own },
        node.position,
      );
    });
}

import type { Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { headingId } from './heading-ids.ts';
import { component, isJsx, stringAttribute } from './jsx.ts';
import { equationId } from './numbered.ts';

/** Front matter that says what ids of the page were called before: old → present. */
export interface FormerIds {
  formerIds?: Readonly<Record<string, string>>;
}

/**
 * remark: puts an empty anchor with each former id before the thing that bears the present one, so that old links arrive
 * without script. Must run before heading ids are taken off the headings.
 */
export function remarkFormerIds() {
  return (tree: Root, file: VFile) => {
    const { formerIds } = (file.data.astro?.frontmatter ?? {}) as FormerIds;
    for (const [old, present] of Object.entries(formerIds ?? {})) {
      visit(tree, (node, index, parent) => {
        if (index === undefined || idOf(node as RootContent) !== present) return;
        (parent as Root).children.splice(
          index,
          0,
          component('span', true, { id: old, class: 'former' }, node.position),
        );
        return false;
      });
    }
  };
}

function idOf(node: RootContent): string | undefined {
  if (node.type === 'heading') return headingId(node)?.id;
  if (node.type === 'math') return equationId(node);
  if (!isJsx(node)) return undefined;
  const id = stringAttribute(node, 'id');
  return node.name === 'Lab' && id !== undefined ? `lab-${id}` : id;
}

import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { headingId } from '../markdown/heading-ids.ts';
import { hasAttribute, isJsx, stringAttribute } from '../markdown/jsx.ts';
import { numberedThings } from '../markdown/numbered.ts';

export interface PageId {
  id: string;
  line: number;
}

/** Components besides the numbered ones whose `id` is an address on the page. */
const WITH_ID = ['Quiz', 'NumericQuiz', 'Guess', 'Derivation'];

/** Every id that the author of a page wrote, in order: headings, equations, figures, tables, labs, questions. */
export function pageIds(tree: Root): PageId[] {
  const ids: PageId[] = numberedThings(tree).map(({ id, node }) => ({ id, line: node.position?.start.line ?? 1 }));
  visit(tree, (node) => {
    const line = node.position?.start.line ?? 1;
    if (node.type === 'heading') {
      const found = headingId(node);
      if (found) ids.push({ id: found.id, line });
    } else if (isJsx(node, ...WITH_ID) && hasAttribute(node, 'id')) {
      const id = stringAttribute(node, 'id');
      if (id !== undefined) ids.push({ id, line });
    }
  });
  return ids.sort((a, b) => a.line - b.line);
}

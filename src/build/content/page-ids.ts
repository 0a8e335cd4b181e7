import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { discussionId, discussionQuestions } from '../markdown/discussion-links.ts';
import { headingId } from '../markdown/heading-ids.ts';
import { hasAttribute, isJsx, stringAttribute } from '../markdown/jsx.ts';
import { numberedThings } from '../markdown/numbered.ts';

export interface PageId {
  id: string;
  line: number;
}

/** Components besides the numbered ones whose `id` is an address on the page. */
const WITH_ID = ['Quiz', 'NumericQuiz', 'Guess', 'Derivation'];

/** Every id of a page's text, in order: headings, equations, figures, tables, labs, questions. */
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
  discussionQuestions(tree).forEach((item, i) =>
    ids.push({ id: discussionId(i + 1), line: item.position?.start.line ?? 1 }),
  );
  return ids.sort((a, b) => a.line - b.line);
}

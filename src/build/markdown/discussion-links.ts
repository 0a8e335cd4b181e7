import type { Link, ListItem, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { text } from '#language/dictionary.ts';
import { isJsx } from './jsx.ts';

/** The id of the nth question for class. */
export const discussionId = (n: number): string => `discussion-${n}`;

/** Every question for class on a page, in order. */
export function discussionQuestions(tree: Root): ListItem[] {
  const found: ListItem[] = [];
  visit(tree, (node) => {
    if (isJsx(node, 'Discussion'))
      for (const list of node.children) if (list.type === 'list') found.push(...list.children);
  });
  return found;
}

/** remark: gives each question inside `<Discussion>` an id and, at its end, an anchor. */
export function remarkDiscussionLinks() {
  return (tree: Root) =>
    discussionQuestions(tree).forEach((item, i) => {
      item.data = { ...item.data, hProperties: { id: discussionId(i + 1) } };
      const last = item.children.at(-1);
      if (last?.type === 'paragraph') last.children.push(anchor(i + 1));
    });
}

const anchor = (n: number): Link => ({
  type: 'link',
  url: `#${discussionId(n)}`,
  children: [],
  data: { hProperties: { class: 'anchor linkable', 'aria-label': text.link.question(n) } },
});

import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { isJsx, setAttribute, stringAttribute } from './jsx.ts';

/** remark: hands each `<Choice>` the id of its `<Quiz>`, which ties the choices of one question together. */
export function remarkQuizChoices() {
  return (tree: Root) =>
    visit(tree, (quiz) => {
      if (!isJsx(quiz, 'Quiz')) return;
      const id = stringAttribute(quiz, 'id');
      if (id === undefined) return;
      visit(quiz, (node) => {
        if (isJsx(node, 'Choice')) setAttribute(node, 'of', id);
      });
    });
}

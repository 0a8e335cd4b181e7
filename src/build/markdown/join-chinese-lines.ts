import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';

const CHINESE = '\\p{Script=Han}\\u3000-\\u303f\\uff00-\\uffef\\u2018-\\u201d\\u2026\\u2014';
const BREAK = new RegExp(`(?<=[${CHINESE}])[ \\t]*\\n[ \\t]*(?=[${CHINESE}])`, 'gu');

/** remark: a line break of the source between two Chinese characters leaves no gap on the page. */
export function remarkJoinChineseLines() {
  return (tree: Root) =>
    visit(tree, 'text', (text) => {
      text.value = text.value.replace(BREAK, '');
    });
}

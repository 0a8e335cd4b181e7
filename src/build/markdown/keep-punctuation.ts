import type { PhrasingContent, Root, Text } from 'mdast';
import type { InlineMath } from 'mdast-util-math';
import { SKIP, visit } from 'unist-util-visit';

declare module 'mdast-util-math' {
  interface InlineMathData {
    /** Punctuation that stays with the formula's last part. */
    mark?: string;
  }
}

/** Punctuation that must not begin a line. */
const CLOSING = /^[，。；：、！？）」』”’…,.;:!?)]+/u;

/** Characters of TeX up to which a formula surely fits a phone's line together with its punctuation. */
const LONGEST = 16;

/**
 * remark: keeps the punctuation after an inline formula on the formula's line. A browser may break a line between the
 * two, because to it a formula is a box and not a word. A long formula may itself be broken: only its last part keeps
 * the punctuation, which the formula then sets.
 */
export function remarkKeepPunctuation() {
  return (tree: Root) =>
    visit(tree, 'inlineMath', (formula, index, parent) => {
      const next = parent?.children[(index ?? 0) + 1];
      const mark = next?.type === 'text' ? CLOSING.exec(next.value)?.[0] : undefined;
      if (!parent || index === undefined || !mark) return undefined;
      (next as Text).value = (next as Text).value.slice(mark.length);
      if (formula.value.length > LONGEST) return holdMark(formula, mark);
      parent.children[index] = kept([formula, { type: 'text', value: mark }]);
      return [SKIP, index + 1];
    });
}

function holdMark(formula: InlineMath, mark: string): void {
  formula.data = { ...formula.data, mark };
}

/** Phrasing that stays on one line; `emphasis` only lends its place in the tree, the element is a span. */
const kept = (children: PhrasingContent[]): PhrasingContent => ({
  type: 'emphasis',
  data: { hName: 'span', hProperties: { className: ['kept'] } },
  children,
});

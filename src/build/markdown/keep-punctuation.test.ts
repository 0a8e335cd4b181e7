import type { Root } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { expect, it } from 'vitest';
import { grammar } from './grammar.ts';
import { remarkKeepPunctuation } from './keep-punctuation.ts';

const parser = unified().use(remarkParse).use(grammar).use(remarkKeepPunctuation);
const shape = (markdown: string) => {
  const tree = parser.runSync(parser.parse(markdown)) as Root;
  const paragraph = tree.children[0];
  return paragraph?.type === 'paragraph'
    ? paragraph.children.map((c) =>
        'children' in c ? c.children.map((d) => ('value' in d ? d.value : '')).join('') : 'value' in c ? c.value : '',
      )
    : [];
};

it.each([
  ['令 $x$，则 $y$。', ['令 ', 'x，', '则 ', 'y。', '']],
  ['（$a$）。', ['（', 'a）。', '']],
  ['$a$ 与 $b$ 相等', ['a', ' 与 ', 'b', ' 相等']],
])('binds closing punctuation to the formula before it: %s', (markdown, expected) =>
  expect(shape(markdown)).toEqual(expected),
);

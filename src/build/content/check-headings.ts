import type { Heading, Root, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { problems } from '#corpus/problems.ts';
import { headingId } from '../markdown/heading-ids.ts';
import type { Say } from './surroundings.ts';

const nameOf = (heading: Heading) => toString(heading).replace(headingId(heading)?.mark ?? '', '');

/** Checks that headings have ids, go down one level at a time, hold no formulas, and have text after them. */
export function checkHeadings(tree: Root, say: Say): void {
  let level = 1;
  visit(tree, 'heading', (node) => {
    const name = nameOf(node);
    if (!headingId(node)) say(node, problems.headingId(name));
    if (node.depth === 1) say(node, problems.topHeading(name));
    else if (node.depth > level + 1) say(node, problems.headingSkip(name, level, node.depth));
    if (node.children.some((child) => child.type === 'inlineMath')) say(node, problems.headingMath(name));
    level = node.depth;
  });
  const blocks = tree.children.filter((node) => node.type !== 'mdxjsEsm');
  blocks.forEach((node, i) => {
    if (node.type === 'heading' && isEmptySection(node, blocks[i + 1])) say(node, problems.emptySection(nameOf(node)));
  });
}

const isEmptySection = (heading: Heading, next: RootContent | undefined) =>
  next === undefined || next.type === 'footnoteDefinition' || (next.type === 'heading' && next.depth <= heading.depth);

import type { Code, Root, Text } from 'mdast';
import type { InlineMath, Math } from 'mdast-util-math';
import { visit } from 'unist-util-visit';
import { problems } from '#corpus/problems.ts';
import { FENCE_LANGUAGES } from '../code/languages.ts';
import { isJsx } from '../markdown/jsx.ts';
import { equationId } from '../markdown/numbered.ts';
import { checkComponent } from './check-components.ts';
import { checkFootnotes } from './check-footnotes.ts';
import { checkFormula } from './check-formula.ts';
import { checkHeadings } from './check-headings.ts';
import { checkIds } from './check-ids.ts';
import { checkImports } from './check-imports.ts';
import { checkImage, checkLink } from './check-links.ts';
import { checkQuizzes } from './check-quizzes.ts';
import { pageIds } from './page-ids.ts';
import { parseBody } from './parse-body.ts';
import type { BodyReport, InternalLink, Say, Surroundings } from './surroundings.ts';

/**
 * Every mistake in one MDX body that can be seen without the other pages, and what those must know of it. Lines count
 * from the body's first. A week's body may be empty.
 */
export function checkBody(body: string, around: Surroundings, kind: 'paper' | 'week'): BodyReport {
  const { tree, error } = parseBody(body);
  if (error)
    return { problems: [{ ...problems.syntax(error.message), line: error.line }], ids: [], links: [], glyphs: [] };
  const ids = pageIds(tree);
  const report: BodyReport = { problems: [], ids: ids.map((p) => p.id), links: [], glyphs: [] };
  const say: Say = (node, problem) => report.problems.push({ ...problem, line: node.position?.start.line ?? 1 });
  if (kind === 'paper' && tree.children.every((node) => node.type === 'mdxjsEsm')) say(tree, problems.emptyText());
  const glyphs = new Set<string>();
  checkIds(ids, around, say);
  checkTree(tree, around, glyphs, report.links, say);
  return { ...report, glyphs: [...glyphs] };
}

function checkTree(tree: Root, around: Surroundings, glyphs: Set<string>, links: InternalLink[], say: Say): void {
  const imported = checkImports(tree, around, say);
  checkHeadings(tree, say);
  checkFootnotes(tree, say);
  checkQuizzes(tree, say);
  visit(tree, (node, _, parent) => {
    if (node.type === 'text') checkText(node, say);
    else if (node.type === 'math' || node.type === 'inlineMath') checkMath(node, parent, glyphs, say);
    else if (node.type === 'code') checkFence(node, say);
    else if (node.type === 'image') checkImage(node, node.url, node.alt, around, say);
    else if (node.type === 'link') checkLink(node, links, say);
    else if (isJsx(node)) checkComponent(node, imported, around, glyphs, say);
  });
}

const abbreviated = (text: string) => (text.length > 24 ? `${text.slice(0, 24)}…` : text);

function checkText(node: Text, say: Say): void {
  for (const mark of ['**', '$'])
    if (node.value.includes(mark)) say(node, problems.strayMark(mark, abbreviated(node.value.trim())));
}

function checkMath(
  node: Math | InlineMath,
  parent: { type: string; children: unknown[] } | undefined,
  glyphs: Set<string>,
  say: Say,
): void {
  checkFormula(node.value, node.type === 'math', glyphs).forEach((problem) => say(node, problem));
  if (node.type === 'math') {
    if (node.meta && equationId(node) === undefined) say(node, problems.idShape(node.meta));
    return;
  }
  const alone = parent?.type === 'paragraph' && parent.children.length === 1;
  const length = (node.position?.end.offset ?? 0) - (node.position?.start.offset ?? 0);
  if (alone && length - node.value.length >= '$$$$'.length) say(node, problems.oneLineDisplay(node.value));
}

function checkFence(node: Code, say: Say): void {
  if (node.lang && !FENCE_LANGUAGES.includes(node.lang))
    say(node, problems.unknownLanguage(node.lang, FENCE_LANGUAGES));
}

import fs from 'node:fs';
import path from 'node:path';
import type { Heading, Root, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { problems, type Problem } from '#corpus/problems.ts';
import { headingId } from '../markdown/heading-ids.ts';
import { childElement, hasAttribute, isJsx, stringAttribute, type JsxElement } from '../markdown/jsx.ts';
import { equationId, NUMBERED_COMPONENTS } from '../markdown/numbered.ts';
import { checkFormula } from './check-formula.ts';
import { PROSE_COMPONENTS } from './prose-components.ts';
import { pageIds } from './page-ids.ts';
import { regionsOf } from '../code/regions.ts';

/** What a body may refer to. */
export interface Surroundings {
  root: string;
  /** The file's path from the root. */
  file: string;
  papers: ReadonlySet<string>;
  terms: ReadonlySet<string>;
  labs: ReadonlySet<string>;
  /** Ids of a page by its address; undefined for an address that is no page. */
  idsOf(address: string): ReadonlySet<string> | undefined;
  addresses: readonly string[];
  /** Gathers every character that the formulas draw: the fonts are cut to these. */
  glyphs: Set<string>;
}

export interface BodyProblem extends Problem {
  line: number;
}

type Say = (node: { position?: { start: { line: number } } | undefined }, problem: Problem) => void;

const ID = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const ABBREVIATED = (text: string) => (text.length > 24 ? `${text.slice(0, 24)}…` : text);

/** Every mistake in one MDX body. Lines count from the body's first. */
export function checkBody(tree: Root, around: Surroundings): BodyProblem[] {
  const found: BodyProblem[] = [];
  const say: Say = (node, problem) => found.push({ ...problem, line: node.position?.start.line ?? 1 });
  checkHeadings(tree, say);
  checkIds(tree, found);
  checkFootnotes(tree, say);
  const imported = importedNames(tree);
  const ownIds = new Set(pageIds(tree).map((p) => p.id));
  visit(tree, (node, _, parent) => {
    if (node.type === 'text') checkText(node.value, (p) => say(node, p));
    else if (node.type === 'math' || node.type === 'inlineMath') {
      checkFormula(node.value, node.type === 'math', around.glyphs).forEach((p) => say(node, p));
      const lone = node.type === 'inlineMath' && parent?.type === 'paragraph' && parent.children.length === 1;
      if (lone && node.position && (node.position.end.offset ?? 0) - (node.position.start.offset ?? 0) - node.value.length >= 4) say(node, problems.oneLineDisplay(node.value));
      if (node.type === 'math' && node.meta && equationId(node) === undefined) say(node, problems.idShape(node.meta));
    } else if (node.type === 'image') checkImage(node.url, node.alt, around, (p) => say(node, p));
    else if (node.type === 'link') checkLink(node.url, ownIds, around, (p) => say(node, p));
    else if (isJsx(node)) checkComponent(node, imported, around, (p) => say(node, p));
  });
  return found;
}

function checkHeadings(tree: Root, say: Say): void {
  let level = 1;
  const blocks = tree.children.filter((n) => n.type !== 'mdxjsEsm');
  blocks.forEach((node, i) => {
    if (node.type !== 'heading') return;
    const text = toString(node).replace(headingId(node)?.mark ?? '', '');
    if (!headingId(node)) say(node, problems.headingId(text));
    if (node.depth > level + 1) say(node, problems.headingSkip(text, level, node.depth));
    if (node.children.some((c) => c.type === 'inlineMath')) say(node, problems.headingMath(text));
    if (isEmptySection(node, blocks[i + 1])) say(node, problems.emptySection(text));
    level = node.depth;
  });
}

const isEmptySection = (heading: Heading, next: RootContent | undefined) => next === undefined || (next.type === 'heading' && next.depth <= heading.depth);

function checkIds(tree: Root, found: BodyProblem[]): void {
  const first = new Map<string, number>();
  for (const { id, line } of pageIds(tree)) {
    if (!ID.test(id)) found.push({ ...problems.idShape(id), line });
    const earlier = first.get(id);
    if (earlier !== undefined) found.push({ ...problems.duplicateId(id, `line ${earlier} of the text`), line });
    else first.set(id, line);
  }
}

function checkFootnotes(tree: Root, say: Say): void {
  const defined = new Map<string, Parameters<Say>[0]>();
  const called = new Set<string>();
  visit(tree, 'footnoteDefinition', (node) => void defined.set(node.identifier, node));
  visit(tree, 'footnoteReference', (node) => void called.add(node.identifier));
  visit(tree, 'text', (node) => {
    // Without a definition, GFM leaves the call in the text.
    for (const [, label] of node.value.matchAll(/\[\^([^\]\s]+)\]/g)) say(node, problems.footnote(label!, defined.keys()));
  });
  for (const [label, node] of defined) if (!called.has(label)) say(node, problems.unusedFootnote(label));
}

function checkText(value: string, say: (p: Problem) => void): void {
  for (const mark of ['**', '$']) if (value.includes(mark)) say(problems.strayMark(mark, ABBREVIATED(value.trim())));
}

function checkImage(url: string, alt: string | null | undefined, around: Surroundings, say: (p: Problem) => void): void {
  if (!alt?.trim()) say(problems.imageAlt(url));
  const file = url.startsWith('/') ? path.join(around.root, 'public', url) : path.join(around.root, path.dirname(around.file), url);
  if (!/^https?:/.test(url) && !fs.existsSync(file)) say(problems.missingImage(url));
}

function checkLink(url: string, ownIds: ReadonlySet<string>, around: Surroundings, say: (p: Problem) => void): void {
  if (/^https?:/.test(url)) {
    if (/[\u3000-\u9fff\uff00-\uffef]/u.test(safeDecode(url))) say(problems.swallowedUrl(url));
    return;
  }
  if (/^[a-z]+:/.test(url)) return;
  const [address = '', fragment] = url.split('#');
  const ids = address === '' ? ownIds : around.idsOf(address);
  if (!ids) say(problems.deadLink(url, around.addresses));
  else if (fragment !== undefined && !ids.has(fragment)) say(problems.deadFragment(url, ids));
}

function safeDecode(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
}

function importedNames(tree: Root): Set<string> {
  const names = new Set<string>();
  for (const node of tree.children) {
    if (node.type !== 'mdxjsEsm') continue;
    for (const statement of node.data?.estree?.body ?? []) {
      if (statement.type === 'ImportDeclaration') statement.specifiers.forEach((s) => names.add(s.local.name));
      if (statement.type === 'ExportNamedDeclaration' && statement.declaration?.type === 'VariableDeclaration') {
        statement.declaration.declarations.forEach((d) => d.id.type === 'Identifier' && names.add(d.id.name));
      }
    }
  }
  return names;
}

function checkComponent(node: JsxElement, imported: ReadonlySet<string>, around: Surroundings, say: (p: Problem) => void): void {
  const name = node.name ?? 'Fragment';
  const known = /^[a-z]/.test(name) || name === 'Fragment' || name.includes('.') || imported.has(name) || PROSE_COMPONENTS.includes(name);
  if (!known) return say(problems.unknownComponent(name, PROSE_COMPONENTS));
  if (name in NUMBERED_COMPONENTS) checkNumbered(node, name, say);
  const value = (attribute: string) => stringAttribute(node, attribute) ?? '';
  if (name === 'Cite' && !around.papers.has(value('paper'))) say(problems.unknownPaper(value('paper'), around.papers));
  if (name === 'Term' && !around.terms.has(value('id'))) say(problems.unknownTerm(value('id'), around.terms));
  if (name === 'Lab' && hasAttribute(node, 'id') && !around.labs.has(value('id'))) say(problems.unknownLab(value('id'), around.labs));
  if (name === 'Source') checkSource(value('file'), value('region'), around.root, say);
  if (name === 'img') checkImage(value('src'), value('alt'), around, say);
}

function checkNumbered(node: JsxElement, name: string, say: (p: Problem) => void): void {
  const id = stringAttribute(node, 'id');
  if (id === undefined) return say(problems.figureId(name));
  if (name === 'Figure' && !stringAttribute(node, 'alt')?.trim()) say(problems.figureAlt(id));
  if (!childElement(node, 'Caption')) say(problems.figureCaption(name, id));
}

function checkSource(file: string, region: string, root: string, say: (p: Problem) => void): void {
  const full = path.join(root, 'src/mechanisms', file);
  if (!fs.existsSync(full)) return say(problems.sourceFile(file));
  const regions = regionsOf(fs.readFileSync(full, 'utf8'));
  if (!regions.has(region)) say(problems.sourceRegion(file, region, regions.keys()));
}

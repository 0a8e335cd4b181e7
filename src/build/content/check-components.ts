import fs from 'node:fs';
import path from 'node:path';
import { problems } from '#corpus/problems.ts';
import { regionsOf } from '../code/regions.ts';
import { childElement, hasAttribute, stringAttribute, type JsxElement } from '../markdown/jsx.ts';
import { NUMBERED_COMPONENTS } from '../markdown/numbered.ts';
import { formulasIn } from '../math/inline.ts';
import { checkFormula } from './check-formula.ts';
import { checkImage } from './check-links.ts';
import { ATTRIBUTES_WITH_MATH, PROSE_COMPONENTS, type ComponentUse } from './prose-components.ts';
import type { Say, Surroundings } from './surroundings.ts';

/** Elements that have no place in a text: the page's Content-Security-Policy forbids most of them. */
const FORBIDDEN_ELEMENTS = ['script', 'style', 'iframe', 'object', 'embed', 'form'];

/** Checks one component or element of a text: that it exists, has its attributes, and names things that exist. */
export function checkComponent(
  node: JsxElement,
  imported: ReadonlySet<string>,
  around: Surroundings,
  glyphs: Set<string>,
  say: Say,
): void {
  const name = node.name ?? 'Fragment';
  if (FORBIDDEN_ELEMENTS.includes(name)) return say(node, problems.forbiddenElement(name));
  if (name === 'img') checkImage(node, stringAttribute(node, 'src') ?? '', stringAttribute(node, 'alt'), around, say);
  if (/^[a-z]/.test(name) || name === 'Fragment' || name.includes('.') || imported.has(name)) return;
  const use = Object.hasOwn(PROSE_COMPONENTS, name) ? PROSE_COMPONENTS[name] : undefined;
  if (!use) return say(node, problems.unknownComponent(name, [...Object.keys(PROSE_COMPONENTS), ...imported]));
  checkAttributes(node, name, use, say);
  checkAttributeMath(node, glyphs, say);
  if (name in NUMBERED_COMPONENTS) checkNumbered(node, name, say);
  checkReference(node, name, around, say);
}

function checkAttributes(
  node: JsxElement,
  name: string,
  { required, optional = [], numeric = [] }: ComponentUse,
  say: Say,
): void {
  // An id or an alternative text that a figure lacks has a message of its own.
  const said = name in NUMBERED_COMPONENTS ? ['id', 'alt'] : [];
  for (const key of required)
    if (!said.includes(key) && !hasAttribute(node, key)) say(node, problems.missingAttribute(name, key));
  const known = [...required, ...optional];
  for (const attribute of node.attributes) {
    if (attribute.type !== 'mdxJsxAttribute') continue;
    if (!known.includes(attribute.name)) say(node, problems.unknownAttribute(name, attribute.name, known));
    else if (numeric.includes(attribute.name) && typeof attribute.value !== 'object')
      say(node, problems.numericAttribute(name, attribute.name, attribute.value ?? ''));
  }
}

function checkAttributeMath(node: JsxElement, glyphs: Set<string>, say: Say): void {
  for (const key of ATTRIBUTES_WITH_MATH) {
    for (const tex of formulasIn(stringAttribute(node, key) ?? ''))
      checkFormula(tex, false, glyphs).forEach((problem) => say(node, problem));
  }
}

function checkNumbered(node: JsxElement, name: string, say: Say): void {
  const id = stringAttribute(node, 'id');
  if (id === undefined) return say(node, problems.figureId(name));
  if (name === 'Figure' && !stringAttribute(node, 'alt')?.trim()) say(node, problems.figureAlt(id));
  if (!childElement(node, 'Caption')) say(node, problems.figureCaption(name, id));
}

function checkReference(node: JsxElement, name: string, around: Surroundings, say: Say): void {
  const value = (attribute: string) => stringAttribute(node, attribute) ?? '';
  const unknown = (attribute: string, known: ReadonlySet<string>) =>
    hasAttribute(node, attribute) && !known.has(value(attribute));
  if (name === 'Cite' && unknown('paper', around.papers))
    say(node, problems.unknownPaper(value('paper'), around.papers));
  if (name === 'Term' && unknown('id', around.terms)) say(node, problems.unknownTerm(value('id'), around.terms));
  if (name === 'Lab' && unknown('id', around.labs)) say(node, problems.unknownLab(value('id'), around.labs));
  if (name === 'Source' && hasAttribute(node, 'file') && hasAttribute(node, 'region'))
    checkSource(node, value('file'), value('region'), around.root, say);
}

function checkSource(node: JsxElement, file: string, region: string, root: string, say: Say): void {
  const full = path.join(root, 'src/mechanisms', file);
  if (!fs.existsSync(full)) return say(node, problems.sourceFile(file, mechanismFiles(root)));
  const regions = regionsOf(fs.readFileSync(full, 'utf8'));
  if (!regions.has(region)) say(node, problems.sourceRegion(file, region, [...regions.keys()]));
}

function mechanismFiles(root: string): string[] {
  const files = fs.readdirSync(path.join(root, 'src/mechanisms'), { recursive: true, encoding: 'utf8' });
  return files.filter((name) => /(?<!\.test)\.tsx?$/.test(name)).map((name) => name.split(path.sep).join('/'));
}

import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { readCorpus } from '../content/corpus-index.ts';
import { parseBody } from '../content/parse-body.ts';
import { renderMath } from '../math/render.ts';

/** Every character that KaTeX draws on any page, sorted. Formulas that do not parse are the content check's business. */
export function usedMathGlyphs(root: string): string {
  const { papers, weeks } = readCorpus(root);
  const used = new Set<string>();
  for (const { body } of [...papers, ...weeks]) {
    const { tree } = parseBody(body);
    if (tree) for (const html of formulas(tree)) for (const character of drawn(html)) used.add(character);
  }
  return [...used].sort().join('');
}

function formulas(tree: Root): string[] {
  const found: string[] = [];
  visit(tree, (node) => {
    if (node.type !== 'math' && node.type !== 'inlineMath') return;
    try {
      found.push(renderMath(node.value.trim(), node.type === 'math'));
    } catch {
      return;
    }
  });
  return found;
}

const NAMED: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&amp;': '&', '&quot;': '"', '&#x27;': "'" };

/** The text of a formula's visible half, entities resolved. */
export function drawn(html: string): string {
  const visible = html.slice(html.indexOf('class="katex-html"'));
  return visible.replace(/<[^>]*>/g, '').replace(/&(?:lt|gt|amp|quot|#x27);/g, (entity) => NAMED[entity]!);
}

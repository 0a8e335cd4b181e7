import type { Element, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { text } from '#language/dictionary.ts';
import { renderMath } from '../math/render.ts';
import { rawHtml } from './raw-html.ts';

/** rehype: sets formulas with KaTeX at build time; a display formula with an id becomes a numbered, linkable equation. */
export function rehypeMath() {
  return (tree: Root, file: VFile) =>
    visit(tree, 'element', (node, index, parent) => {
      const code = node.tagName === 'pre' ? (node.children[0] as Element | undefined) : node;
      const names = code?.properties?.['className'];
      if (!parent || index === undefined || !Array.isArray(names) || !names.includes('language-math')) return;
      const display = node.tagName === 'pre';
      const tex = toString(code!).trim();
      try {
        const html = renderMath(tex, display);
        parent.children[index] = rawHtml(display ? equation(html, code!.properties) : html, file, display) as never;
      } catch (error) {
        file.fail(`${(error as Error).message} «${tex}»`, { place: node.position, source: 'math' });
      }
      return [SKIP, index + 1];
    });
}

function equation(html: string, properties: Element['properties']): string {
  const id = properties['dataId'] ?? properties['data-id'];
  const number = properties['dataNumber'] ?? properties['data-number'];
  if (id === undefined) return `<div class="equation"><div class="equation-body" tabindex="0">${html}</div></div>`;
  const name = text.numbered.equation(Number(number));
  return `<div class="equation" id="${id}" data-numbered="equation"><div class="equation-body" tabindex="0" role="group" aria-label="${name}">${html}</div><a class="equation-number" href="#${id}" aria-label="${name}">(${number})</a></div>`;
}

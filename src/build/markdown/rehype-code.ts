import type { Element, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { text } from '#language/dictionary.ts';
import { listing } from '../code/highlight.ts';
import { rawHtml } from './raw-html.ts';

/** rehype: fenced code becomes a framed, highlighted listing. */
export function rehypeCode() {
  return async (tree: Root, file: VFile) => {
    const found: { code: Element; parent: Root | Element; index: number }[] = [];
    visit(tree, 'element', (node, index, parent) => {
      const code = node.tagName === 'pre' ? node.children[0] : undefined;
      if (code?.type === 'element' && code.tagName === 'code' && parent && index !== undefined) {
        found.push({ code, parent: parent as Element, index });
      }
    });
    for (const { code, parent, index } of found) {
      const names = (code.properties['className'] as string[] | undefined) ?? [];
      const language = names.find((name) => name.startsWith('language-'))?.slice('language-'.length) ?? 'text';
      const meta = (code.data as { meta?: string } | undefined)?.meta ?? '';
      const html = await listing({ code: toString(code).replace(/\n$/, ''), language, meta }, { copy: text.code.copy });
      parent.children[index] = rawHtml(html, file, true) as Element;
    }
  };
}

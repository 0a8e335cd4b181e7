import type { VFile } from 'vfile';

/**
 * Finished HTML as one node. In MDX it is a Fragment with set:html, which compiles to a quarter of the size of the
 * same HTML spelt out as elements.
 */
export function rawHtml(value: string, file: VFile, block: boolean): unknown {
  if (file.extname !== '.mdx') return { type: 'raw', value };
  return {
    type: block ? 'mdxJsxFlowElement' : 'mdxJsxTextElement',
    name: 'Fragment',
    attributes: [{ type: 'mdxJsxAttribute', name: 'set:html', value }],
    children: [],
  };
}

import type { Node, Parent, RootContent } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';

export type JsxElement = MdxJsxFlowElement | MdxJsxTextElement;

/** Whether a node is a component in MDX, of one of `names` if any are given. */
export function isJsx(node: { type: string }, ...names: string[]): node is JsxElement {
  if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return false;
  return names.length === 0 || names.includes((node as JsxElement).name ?? '');
}

/** An attribute's literal string; undefined if it is absent or an expression. */
export function stringAttribute(element: JsxElement, name: string): string | undefined {
  const found = element.attributes.find((a) => a.type === 'mdxJsxAttribute' && a.name === name);
  return typeof found?.value === 'string' ? found.value : undefined;
}

export function hasAttribute(element: JsxElement, name: string): boolean {
  return element.attributes.some((a) => a.type === 'mdxJsxAttribute' && a.name === name);
}

export function setAttribute(element: JsxElement, name: string, value: string): void {
  element.attributes.push({ type: 'mdxJsxAttribute', name, value });
}

/** A component with these attributes, those that are undefined left out. */
export function component(
  name: string,
  block: boolean,
  attributes: Record<string, string | undefined>,
  position: Node['position'],
): JsxElement {
  const given = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [{ type: 'mdxJsxAttribute' as const, name: key, value }],
  );
  return {
    type: block ? 'mdxJsxFlowElement' : 'mdxJsxTextElement',
    name,
    attributes: given,
    children: [],
    ...(position && { position }),
  };
}

/** The component's first direct or wrapped child component of that name. */
export function childElement(element: Parent | JsxElement, name: string): JsxElement | undefined {
  for (const child of element.children as RootContent[]) {
    if (isJsx(child, name)) return child;
    const deeper = child.type === 'paragraph' ? childElement(child, name) : undefined;
    if (deeper) return deeper;
  }
  return undefined;
}

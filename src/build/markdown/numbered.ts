import type { Root } from 'mdast';
import type { Math } from 'mdast-util-math';
import { visit } from 'unist-util-visit';
import { isJsx, stringAttribute, type JsxElement } from './jsx.ts';

declare module 'mdast-util-math' {
  interface MathData {
    /** The equation's number on its page, in digits. */
    number?: string;
  }
}

/** The kinds of things that carry a number and an id, each counted on its own in the order of the page. */
export const NUMBERED_COMPONENTS = { Figure: 'figure', Table: 'table', Lab: 'lab' } as const;
export type NumberedKind = 'equation' | (typeof NUMBERED_COMPONENTS)[keyof typeof NUMBERED_COMPONENTS];

export interface Numbered {
  kind: NumberedKind;
  id: string;
  number: number;
  node: Math | JsxElement;
}

const ID = /^\[#([^\]\s]+)\]$/;

/** The id of a display formula, written after its opening fence: `$$ [#softmax]`. */
export function equationId(node: Math): string | undefined {
  return ID.exec(node.meta?.trim() ?? '')?.[1];
}

function idOf(node: JsxElement, kind: NumberedKind): string | undefined {
  const id = stringAttribute(node, 'id');
  return id !== undefined && kind === 'lab' ? `lab-${id}` : id;
}

/** Everything on a page that has a number, in order. A lab's id on the page is `lab-<id>`. */
export function numberedThings(tree: Root): Numbered[] {
  const counts: Record<NumberedKind, number> = { equation: 0, figure: 0, table: 0, lab: 0 };
  const found: Numbered[] = [];
  const add = (kind: NumberedKind, id: string | undefined, node: Math | JsxElement) => {
    if (id !== undefined) found.push({ kind, id, number: ++counts[kind], node });
  };
  visit(tree, (node) => {
    if (node.type === 'math') add('equation', equationId(node), node);
    else if (isJsx(node, ...Object.keys(NUMBERED_COMPONENTS))) {
      const kind = NUMBERED_COMPONENTS[node.name as keyof typeof NUMBERED_COMPONENTS];
      add(kind, idOf(node, kind), node);
    }
  });
  return found;
}

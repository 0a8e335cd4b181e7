import type { Heading, Root } from 'mdast';
import { visit } from 'unist-util-visit';

const MARK = /\s*\[#([^\]\s]*)\]\s*$/;

/** A heading's author-written id (`## 分块 [#tiling]`) and where its mark stands; undefined without one. */
export function headingId(heading: Heading): { id: string; mark: string } | undefined {
  const last = heading.children.at(-1);
  const match = last?.type === 'text' ? MARK.exec(last.value) : null;
  return match ? { id: match[1]!, mark: match[0] } : undefined;
}

/** remark: takes `[#id]` off the end of each heading and makes it the heading's id. */
export function remarkHeadingIds() {
  return (tree: Root) =>
    visit(tree, 'heading', (heading) => {
      const found = headingId(heading);
      const last = heading.children.at(-1);
      if (!found || last?.type !== 'text') return;
      last.value = last.value.slice(0, -found.mark.length);
      heading.data = { ...heading.data, hProperties: { id: found.id } };
    });
}

import type { Link, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { text } from '#language/dictionary.ts';
import { headingId } from './heading-ids.ts';
import { childElement, isJsx, setAttribute } from './jsx.ts';
import { numberedThings, type Numbered } from './numbered.ts';

/**
 * remark: numbers equations, figures, tables and labs in the order of the page, hands each component and its caption
 * the number, and gives links without text, `[](#softmax)`, the name of what they point to: 式 (1), 图 2, 分块一节.
 * Must run before heading ids are taken off the headings.
 */
export function remarkNumberThings() {
  return (tree: Root) => {
    const things = numberedThings(tree);
    things.forEach(handNumber);
    const names = new Map(things.map((thing) => [thing.id, text.numbered[thing.kind](thing.number)]));
    visit(tree, 'heading', (heading) => {
      const found = headingId(heading);
      if (found) names.set(found.id, text.numbered.section(toString(heading).replace(found.mark, '')));
    });
    visit(tree, 'link', (link) => nameEmptyLink(link, names));
  };
}

function handNumber({ node, id, number, kind }: Numbered): void {
  if (!isJsx(node)) {
    node.data = { ...node.data, number: String(number) };
    return;
  }
  setAttribute(node, 'number', String(number));
  const caption = childElement(node, 'Caption');
  if (!caption) return;
  setAttribute(caption, 'number', String(number));
  setAttribute(caption, 'kind', kind);
  setAttribute(caption, 'of', id);
}

function nameEmptyLink(link: Link, names: ReadonlyMap<string, string>): void {
  if (link.children.length > 0 || !link.url.startsWith('#')) return;
  const name = names.get(link.url.slice(1));
  if (name) link.children = [{ type: 'text', value: name }];
}

import { parseHTML } from 'linkedom';
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';

/** A picture as elements that a test can query and measure. */
export interface Drawn {
  readonly html: string;
  all(selector: string): Element[];
  /** The only element that matches. Throws when there is none or more than one. */
  one(selector: string): Element;
  /** The text elements' contents, in order. */
  texts(): string[];
  /** The text element with exactly this content. */
  text(content: string): Element;
}

/** Renders a component as the build does. */
export function draw(picture: VNode): Drawn {
  const html = renderToString(picture);
  const { document } = parseHTML(`<main>${html}</main>`);
  const all = (selector: string): Element[] => [...document.querySelectorAll(selector)];
  const sole = (found: Element[], what: string): Element => {
    if (found.length !== 1) throw new Error(`${found.length} elements match ${what} in ${html}`);
    return found[0]!;
  };
  return {
    html,
    all,
    one: (selector) => sole(all(selector), selector),
    texts: () => all('text').map((element) => element.textContent ?? ''),
    text: (content) =>
      sole(
        all('text').filter((element) => element.textContent === content),
        `“${content}”`,
      ),
  };
}

/** A numeric attribute. Throws when it is missing or not a number. */
export function number(element: Element, name: string): number {
  const value = Number.parseFloat(element.getAttribute(name) ?? '');
  if (Number.isNaN(value)) throw new Error(`${name} of ${element.outerHTML} is not a number`);
  return value;
}

/** The rectangle of a <rect>. */
export const box = (element: Element) => ({
  x: number(element, 'x'),
  y: number(element, 'y'),
  width: number(element, 'width'),
  height: number(element, 'height'),
});

/** The coordinates in path data, in pairs, in order. */
export function points(element: Element): [number, number][] {
  const values = (element.getAttribute('d') ?? '').match(/-?\d+(?:\.\d+)?/g)?.map(Number) ?? [];
  return Array.from({ length: values.length / 2 }, (_, i) => [values[2 * i]!, values[2 * i + 1]!]);
}

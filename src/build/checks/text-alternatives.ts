import { pageCheck, startTag } from './check.ts';

const isHidden = (element: Element) => element.closest('[aria-hidden="true"], [hidden], template') !== null;
const says = (text: string | null | undefined) => (text ?? '').trim() !== '';

/** By what an element is announced: its label, the elements that label it, its <title> or its caption. */
function hasName(element: Element, inside: string): boolean {
  const labelled = (element.getAttribute('aria-labelledby') ?? '').split(/\s+/).filter(Boolean);
  return (
    says(element.getAttribute('aria-label')) ||
    labelled.some((id) => says(element.ownerDocument.getElementById(id)?.textContent)) ||
    says(element.querySelector(inside)?.textContent)
  );
}

/** Every picture is said in words, or openly decoration (alt="", aria-hidden). */
export const textAlternatives = pageCheck('Every image, figure and drawing has a text alternative', ({ document }) => {
  const without = (selector: string, isSaid: (element: Element) => boolean) =>
    [...document.querySelectorAll(selector)].filter((element) => !isHidden(element) && !isSaid(element));
  return [
    ...without('img', (img) => img.hasAttribute('alt')),
    ...without('figure', (figure) => hasName(figure, 'figcaption')),
    ...without('svg', (svg) => svg.parentElement?.closest('svg, [role="img"]') != null || hasName(svg, 'title')),
    ...without('iframe', (frame) => says(frame.getAttribute('title'))),
  ].map((element) => `${startTag(element)} has no text alternative`);
});

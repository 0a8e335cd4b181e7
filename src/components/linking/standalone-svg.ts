/** What stylesheets may say about a shape or its text; a file has no stylesheets, so it is written on each element. */
const PRESENTATION =
  'fill fill-opacity stroke stroke-width stroke-opacity stroke-dasharray stroke-linecap stroke-linejoin opacity font-family font-size font-style font-weight text-anchor dominant-baseline paint-order letter-spacing visibility'.split(
    ' ',
  );

/** A copy of an SVG of the page with its computed looks written on it, at its place in the picture. */
export function standaloneSvg(picture: SVGSVGElement, at: { x: number; y: number }): SVGElement {
  const copy = picture.cloneNode(true) as SVGSVGElement;
  const originals = [picture, ...picture.querySelectorAll<SVGElement>('*')];
  [copy, ...copy.querySelectorAll<SVGElement>('*')].forEach((node, i) => dress(node, originals[i]!));
  const { width, height } = picture.getBoundingClientRect();
  copy.setAttribute('overflow', 'visible');
  for (const [name, value] of Object.entries({ ...at, width, height })) copy.setAttribute(name, String(value));
  return copy;
}

/** Writes on an element what it does not inherit from the element around it. */
function dress(copy: SVGElement, original: SVGElement): void {
  const style = getComputedStyle(original);
  const around = original instanceof SVGSVGElement ? undefined : getComputedStyle(original.parentElement!);
  for (const name of ['class', 'style', 'role', 'tabindex']) copy.removeAttribute(name);
  for (const property of PRESENTATION) {
    const value = style.getPropertyValue(property);
    if (property === 'opacity' ? value !== '1' : value !== around?.getPropertyValue(property))
      copy.setAttribute(property, value.replaceAll('"', "'"));
    else copy.removeAttribute(property);
  }
}

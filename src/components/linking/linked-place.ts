/** What an anchor on the present page links to. */
export interface LinkedPlace {
  /** How a link names it, after the page's own name: `ZeRO，图 2`. */
  name: string;
  /** Absolute; a lab's carries the state that it is in. */
  url: string;
  element: HTMLElement;
  kind: 'text' | 'figure' | 'lab';
}

/** Longest name of a question in a link. */
const ENOUGH = 40;

/** Reads the place that an anchor `<a href="#…">` stands for from the page around it. */
export function placeOf(anchor: HTMLAnchorElement): LinkedPlace {
  const element = document.getElementById(decodeURIComponent(anchor.hash.slice(1)))!;
  const lab = element.matches('.lab');
  const url = new URL(location.pathname + (lab ? location.search : '') + anchor.hash, location.origin);
  return {
    name: `${document.body.dataset['pageName']}，${nameOf(anchor, element)}`,
    url: url.href,
    element,
    kind: lab ? 'lab' : element.matches('.figure') ? 'figure' : 'text',
  };
}

function nameOf(anchor: HTMLAnchorElement, element: HTMLElement): string {
  const question = element.matches('.quiz') ? element.querySelector('legend, p') : null;
  const name = question ? visibleText(question) : (anchor.ariaLabel ?? visibleText(anchor));
  return name.length > ENOUGH ? `${name.slice(0, ENOUGH)}…` : name;
}

/** An element's words, a formula in them once: as it is drawn. */
function visibleText(element: Element): string {
  const copy = element.cloneNode(true) as Element;
  for (const hidden of copy.querySelectorAll('.katex-mathml')) hidden.remove();
  return copy.textContent!.replace(/\s+/g, ' ').trim();
}

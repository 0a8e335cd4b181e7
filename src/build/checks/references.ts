const ATTRIBUTES = [
  ['a', 'href'],
  ['area', 'href'],
  ['link', 'href'],
  ['script', 'src'],
  ['img', 'src'],
  ['source', 'src'],
  ['video', 'src'],
  ['audio', 'src'],
  ['iframe', 'src'],
  ['embed', 'src'],
  ['object', 'data'],
  ['form', 'action'],
  ['use', 'href'],
  ['image', 'href'],
] as const;

/** Relations by which a <link> makes the browser open a connection; the others only name an address. */
const LOADING =
  /\b(stylesheet|preload|modulepreload|prefetch|preconnect|dns-prefetch|icon|apple-touch-icon|manifest)\b/;

/** What the browser follows only when the reader asks for it. */
const isFollowed = (element: Element) =>
  ['A', 'AREA'].includes(element.tagName.toUpperCase()) ||
  (element.tagName.toUpperCase() === 'LINK' && !LOADING.test(element.getAttribute('rel') ?? ''));

function* referring(document: Document): Generator<[Element, string]> {
  for (const [tag, attribute] of ATTRIBUTES) {
    for (const element of document.querySelectorAll(`${tag}[${attribute}]`))
      yield [element, element.getAttribute(attribute)!];
  }
  for (const element of document.querySelectorAll('[srcset]')) {
    for (const candidate of element.getAttribute('srcset')!.split(/,\s+/))
      yield [element, candidate.trim().split(/\s+/)[0]!];
  }
}

/** Every address that a page refers to, as written. Addresses of other schemes (mailto:, data:) are left out. */
export function references(document: Document): string[] {
  return [...referring(document)]
    .map(([, reference]) => reference)
    .filter((reference) => !/^(?!https?:)[a-z][a-z0-9+.-]*:/i.test(reference));
}

/** The addresses that a browser loads by itself when it shows the page, with the element that makes it. */
export function loadedReferences(document: Document): [Element, string][] {
  return [...referring(document)].filter(([element]) => !isFollowed(element));
}

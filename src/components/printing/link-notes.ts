/**
 * Puts a number after each link that leaves the page and lists the addresses at the end of `text`; links to one address
 * share a number. Returns what takes all of it away again.
 */
export function noteLinks(text: Element): () => void {
  const links = [...text.querySelectorAll<HTMLAnchorElement>('a[href]:not([href^="#"])')];
  const numbers = new Map<string, number>();
  const marks = links.filter(isPrinted).map((link) => {
    const address = published(link.href);
    const number = numbers.get(address) ?? numbers.size + 1;
    numbers.set(address, number);
    const mark = document.createElement('sup');
    mark.className = 'print-mark';
    mark.textContent = `[${number}]`;
    link.after(mark);
    return mark;
  });
  if (numbers.size === 0) return () => undefined;
  const list = listOf([...numbers.keys()]);
  text.append(list);
  return () => [...marks, list].forEach((element) => element.remove());
}

/** Listings name their file, terms are explained in the glossary, and what print styles hide has nothing to note. */
const isPrinted = (link: HTMLElement) => !link.closest('.source, .term') && link.checkVisibility();

/** An address as readers elsewhere know it, where the page was printed from a preview. */
function published(address: string): string {
  const home = document.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.href ?? location.href;
  return address.startsWith(`${location.origin}/`)
    ? new URL(address.slice(location.origin.length), home).href
    : address;
}

function listOf(addresses: readonly string[]): HTMLElement {
  const section = document.createElement('section');
  section.className = 'prose print-appendix print-links';
  const heading = document.createElement('h2');
  heading.textContent = document.body.dataset['links'] ?? '';
  const list = document.createElement('ol');
  list.append(
    ...addresses.map((address) => {
      const item = document.createElement('li');
      item.textContent = decodeURI(address);
      return item;
    }),
  );
  section.append(heading, list);
  return section;
}

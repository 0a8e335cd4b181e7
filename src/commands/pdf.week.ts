/**
 * Runs in a week's page: appends the text of each of its papers, as their pages print it, and turns links between them
 * into links inside the one document. Ids are prefixed with the paper's slug, so that they stay unique.
 */
export async function bindWeek(): Promise<void> {
  const addresses = [...document.querySelectorAll<HTMLAnchorElement>('.reading-table a')].map(
    ({ href }) => href.split('#')[0]!,
  );
  const papers = [...new Set(addresses)].filter((address) => /\/papers\/[^/]+\/$/.test(address));
  const slugOf = (address: string) => address.split('/').at(-2)!;
  const bound = new Set(papers.map(slugOf));
  const main = document.querySelector('main')!;

  const page = async (address: string): Promise<void> => {
    const source = new DOMParser().parseFromString(await (await fetch(address)).text(), 'text/html');
    const slug = slugOf(address);
    const section = document.createElement('article');
    section.className = 'sheet paper-grid bound';
    section.append(...source.querySelectorAll('.paper-head, .paper-body > .prose:first-child'));
    for (const element of section.querySelectorAll('[id]')) element.id = `${slug}-${element.id}`;
    for (const attribute of ['aria-labelledby', 'aria-describedby', 'fill']) prefix(section, attribute, slug);
    for (const link of section.querySelectorAll<HTMLAnchorElement>('a[href^="#"]'))
      link.setAttribute('href', `#${slug}-${link.hash.slice(1)}`);
    section.id = slug;
    main.append(section);
    for (const sheet of source.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]'))
      if (!document.querySelector(`link[href="${sheet.getAttribute('href')}"]`)) document.head.append(sheet);
  };

  /** References inside attributes: `title-a title-b`, `url(#pattern)`. */
  const prefix = (section: Element, attribute: string, slug: string): void => {
    for (const element of section.querySelectorAll(`[${attribute}]`)) {
      const value = element.getAttribute(attribute)!;
      const changed =
        attribute === 'fill'
          ? value.replace('url(#', `url(#${slug}-`)
          : value
              .split(' ')
              .map((id) => `${slug}-${id}`)
              .join(' ');
      element.setAttribute(attribute, changed);
    }
  };

  for (const address of papers) await page(address);
  for (const link of main.querySelectorAll<HTMLAnchorElement>('a[href*="/papers/"]')) {
    const [address, fragment] = link.href.split('#') as [string, string | undefined];
    if (bound.has(slugOf(address)) && address.endsWith('/'))
      link.setAttribute('href', `#${slugOf(address)}${fragment ? `-${fragment}` : ''}`);
  }
  await new Promise((resolve) => setTimeout(resolve, 500));
}

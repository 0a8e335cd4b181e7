import { addressOf, type BuiltSite, type Page } from './built-site.ts';
import { pageCheck, type Check } from './check.ts';

/** Pages that search engines are not to keep, and the error page, which stands at every address that is missing. */
const isListed = ({ path, document }: Page) =>
  path !== '404.html' && !/noindex/.test(document.querySelector('meta[name="robots"]')?.getAttribute('content') ?? '');

/** A page says what language it is in, how wide it is shown and which address is its own. */
export const identity = pageCheck('Every page names its language, viewport and canonical address', (page, site) => {
  const { document } = page;
  const canonical = document.querySelector('link[rel="canonical"]')?.getAttribute('href');
  return [
    ...(document.documentElement.getAttribute('lang') ? [] : ['has no lang']),
    ...(document.querySelector('meta[name="viewport"]') ? [] : ['has no viewport']),
    ...(!isListed(page) || canonical === addressOf(site, page)
      ? []
      : [`its canonical address is ${canonical ?? 'missing'}, not ${addressOf(site, page)}`]),
  ];
});

const titleOf = ({ document }: Page) => (document.querySelector('head > title')?.textContent ?? '').trim();

/** Titles tell open tabs, bookmarks and search results apart. */
export const titles: Check = {
  name: 'Every page has a title of its own',
  run: ({ pages }: BuiltSite) => {
    const first = new Map<string, Page>();
    return pages.flatMap((page) => {
      const title = titleOf(page);
      const other = first.get(title);
      first.set(title, other ?? page);
      if (title === '') return [{ where: `/${page.path}`, what: 'has no title' }];
      return other ? [{ where: `/${page.path}`, what: `has the title of /${other.path}: “${title}”` }] : [];
    });
  },
};

import { addressOf, fileAt, type BuiltSite, type Page } from './built-site.ts';
import { pageCheck } from './check.ts';
import { idSet } from './ids.ts';
import { references } from './references.ts';

/** Every reference to an address of this site leads to a file that exists and to a fragment that stands in it. */
export const links = pageCheck('Every internal link and fragment exists', (page, site) => {
  const found = references(page.document).map((reference) => broken(site, page, reference));
  return [...new Set(found.filter((what) => what !== undefined))];
});

function broken(site: BuiltSite, page: Page, reference: string): string | undefined {
  if (!URL.canParse(reference, addressOf(site, page))) return `“${reference}” is not an address`;
  const target = new URL(reference, addressOf(site, page));
  if (target.origin !== site.origin) return undefined;
  if (!target.pathname.startsWith(site.base)) return `“${reference}” leaves the site's base ${site.base}`;
  const file = fileAt(site, target);
  if (file === undefined) return `“${reference}” leads to no file`;
  const fragment = decodeURIComponent(target.hash.slice(1));
  if (fragment === '' || fragment === 'top') return undefined;
  const there = site.pageIn.get(file);
  return there && idSet(there.document).has(fragment)
    ? undefined
    : `“${reference}”: there is no id “${fragment}” on that page`;
}

import { addressOf, type BuiltSite, type Page } from './built-site.ts';
import { startTag, type Check, type Finding } from './check.ts';
import { loadedReferences } from './references.ts';

/** Nothing that a page loads comes from another origin: no tracker, no CDN, and the site works in a closed network. */
export const origins: Check = {
  name: 'Nothing is loaded from another origin',
  run: (site) => [...site.pages.flatMap((page) => foreignElements(site, page)), ...foreignInFiles(site)],
};

function foreignElements(site: BuiltSite, page: Page): Finding[] {
  return loadedReferences(page.document)
    .filter(([, reference]) => isForeign(site, reference, addressOf(site, page)))
    .map(([element]) => ({ where: `/${page.path}`, what: `${startTag(element)} loads from another origin` }));
}

const isForeign = ({ origin }: BuiltSite, reference: string, from: string) => {
  const address = new URL(reference, from);
  return /^(https?|wss?|ftp):$/.test(address.protocol) && address.origin !== origin;
};

/** How stylesheets and scripts load: url(…) and @import; fetch(…), import(…), workers and sockets. */
const LOADS: Record<string, RegExp> = {
  css: /(?:url\(\s*|@import\s+)["']?((?:https?:)?\/\/[^"')\s]+)/g,
  js: /\b(?:fetch|import|importScripts|Worker|WebSocket|EventSource|sendBeacon)\s*\(\s*["'`]((?:https?:|wss?:)?\/\/[^"'`]+)/g,
};

function foreignInFiles(site: BuiltSite): Finding[] {
  return [...site.files].flatMap(([name, contents]) => {
    const pattern = LOADS[name.slice(name.lastIndexOf('.') + 1)];
    if (!pattern) return [];
    const found = [...contents.toString('utf8').matchAll(pattern)].map((match) => match[1]!);
    return found
      .filter((reference) => isForeign(site, reference, `${site.origin}/`))
      .map((reference) => ({ where: name, what: `loads ${reference}` }));
  });
}

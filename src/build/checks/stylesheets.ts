import { addressOf, fileAt, type BuiltSite, type Page } from './built-site.ts';

/** The files of a page's stylesheets, in its order. */
export function stylesheetFiles(site: BuiltSite, page: Page): string[] {
  const links = [...page.document.querySelectorAll('link[rel="stylesheet"][href]')];
  return links.flatMap((link) => fileAt(site, new URL(link.getAttribute('href')!, addressOf(site, page))) ?? []);
}

/** A face that a stylesheet declares. */
export interface FontFace {
  family: string;
  isBold: boolean;
  isItalic: boolean;
  /** Its file on the site; undefined if the file is missing. */
  file: string | undefined;
}

/** The declarations of a CSS block, later ones winning. */
export function declarations(block: string): Map<string, string> {
  const pairs = block.split(';').map((declaration) => declaration.split(/:(.*)/s) as [string, string?]);
  return new Map(pairs.map(([name, value]) => [name.trim().toLowerCase(), (value ?? '').trim()]));
}

/** The faces declared in a stylesheet of the site. */
export function fontFaces(site: BuiltSite, stylesheet: string): FontFace[] {
  const css = site.files.get(stylesheet)!.toString('utf8');
  return [...css.matchAll(/@font-face\s*\{([^}]*)\}/g)].map((match) => {
    const rule = declarations(match[1]!);
    const source = /url\(["']?([^"')]+)/.exec(rule.get('src') ?? '')?.[1] ?? '';
    return {
      family: (rule.get('font-family') ?? '').replace(/["']/g, ''),
      isBold: /^(bold|[6-9]00)$/.test(rule.get('font-weight') ?? ''),
      isItalic: rule.get('font-style') === 'italic',
      file: fileAt(site, new URL(source, `${site.origin}${site.base}${stylesheet}`)),
    };
  });
}

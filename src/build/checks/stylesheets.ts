import { declarations, isBoldWeight, type FaceStyle } from '../math/face-rules.ts';
import { addressOf, fileAt, type BuiltSite, type Page } from './built-site.ts';

/** The files of a page's stylesheets, in its order. */
export function stylesheetFiles(site: BuiltSite, page: Page): string[] {
  const links = [...page.document.querySelectorAll('link[rel="stylesheet"][href]')];
  return links.flatMap((link) => fileAt(site, new URL(link.getAttribute('href')!, addressOf(site, page))) ?? []);
}

/** A face that a stylesheet declares. */
export interface FontFace extends FaceStyle {
  /** Its file on the site; undefined if the file is missing. */
  file: string | undefined;
}

/** The faces declared in a stylesheet of the site. */
export function fontFaces(site: BuiltSite, stylesheet: string): FontFace[] {
  const css = site.files.get(stylesheet)!.toString('utf8');
  return [...css.matchAll(/@font-face\s*\{([^}]*)\}/g)].map((match) => {
    const rule = declarations(match[1]!);
    const source = /url\(["']?([^"')]+)/.exec(rule.get('src') ?? '')?.[1] ?? '';
    return {
      family: (rule.get('font-family') ?? '').replace(/["']/g, ''),
      isBold: isBoldWeight(rule.get('font-weight') ?? ''),
      isItalic: rule.get('font-style') === 'italic',
      file: fileAt(site, new URL(source, `${site.origin}${site.base}${stylesheet}`)),
    };
  });
}

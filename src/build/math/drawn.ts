import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { BASE_STYLE, closestFace, faceRules, styleWith, type FaceStyle } from './face-rules.ts';

/** A character that a formula draws, behind the name of the face that draws it and a space: `Math-Italic x`. */
export type Glyph = string;

const stylesheet = createRequire(import.meta.url).resolve('katex/dist/katex.min.css');
const NAMED: Record<string, string> = {
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
  '&quot;': '"',
  '&#x27;': "'",
  '&nbsp;': '\u00a0',
};
/** A tag with its slashes and classes, or the text between two. */
const PIECE = /<(\/?)[a-z][^>]*?(?:class="([^"]*)"[^>]*?)?(\/?)>|([^<]+)/gi;

interface NamedFace extends FaceStyle {
  /** As in its file's name, KaTeX_Math-Italic.woff2. */
  name: string;
}

/** Every character that a formula shows, with its face: its visible half, walked with what each element inherits. */
export function drawn(html: string): Set<Glyph> {
  const glyphs = new Set<Glyph>();
  const open = [BASE_STYLE];
  for (const [, closing, classes, selfClosing, text] of html
    .slice(html.lastIndexOf('<', html.indexOf('katex-html')))
    .matchAll(PIECE)) {
    const style = open.at(-1)!;
    if (text !== undefined) for (const character of resolved(text)) glyphs.add(`${faceNamed(style)} ${character}`);
    else if (closing) open.pop();
    else if (!selfClosing) open.push(classes === undefined ? style : styled(classes, style));
  }
  return glyphs;
}

const resolved = (text: string) => text.replace(/&(?:lt|gt|amp|quot|nbsp|#x27);/g, (entity) => NAMED[entity]!);

let rules: ReturnType<typeof faceRules> | undefined;
let faces: NamedFace[] | undefined;
const styles = new Map<string, FaceStyle>();
const names = new Map<FaceStyle, string>();

/** Few combinations of classes and inherited styles occur, again and again: each is worked out once. */
function styled(classes: string, inherited: FaceStyle): FaceStyle {
  const key = `${inherited.family} ${inherited.isBold} ${inherited.isItalic} ${classes}`;
  const known =
    styles.get(key) ??
    styleWith(classes.split(' '), (rules ??= faceRules(fs.readFileSync(stylesheet, 'utf8'))), inherited);
  styles.set(key, known);
  return known;
}

function faceNamed(style: FaceStyle): string {
  const known = names.get(style) ?? closestFace((faces ??= allFaces()), style)!.name;
  names.set(style, known);
  return known;
}

/** KaTeX's faces by its files: KaTeX_Main-BoldItalic.woff2. */
function allFaces(): NamedFace[] {
  const files = fs.readdirSync(path.join(path.dirname(stylesheet), 'fonts')).filter((file) => file.endsWith('.woff2'));
  return files.map((file) => {
    const name = file.slice('KaTeX_'.length, -'.woff2'.length);
    return {
      name,
      family: `KaTeX_${name.split('-')[0]}`,
      isBold: name.includes('Bold'),
      isItalic: name.includes('Italic'),
    };
  });
}

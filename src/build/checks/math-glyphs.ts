import { woff2Characters } from '../fonts/woff2-characters.ts';
import { pageCheck } from './check.ts';
import { mathCharacters } from './math-faces.ts';

const kept = new WeakMap<Buffer, ReadonlySet<number>>();

function charactersOf(font: Buffer): ReadonlySet<number> {
  const characters = kept.get(font) ?? woff2Characters(font);
  kept.set(font, characters);
  return characters;
}

/** The faces are cut to the site's formulas; a character cut too many would silently come from another font. */
export const mathGlyphs = pageCheck('Every character of a formula is in the cut math fonts', (page, site) => {
  const characters = mathCharacters(site, page);
  if (characters.size === 0 && page.document.querySelector('.katex') !== null)
    return ["there are formulas, but KaTeX's stylesheet is not loaded: import 'katex/dist/katex.css' in its route"];
  return [...characters].flatMap(([face, characters]) => {
    const name = `${face.family}${face.isBold ? ' bold' : ''}${face.isItalic ? ' italic' : ''}`;
    if (face.file === undefined) return [`the font file of ${name} is missing`];
    const known = charactersOf(site.files.get(face.file)!);
    const missing = [...characters].filter((character) => !known.has(character.codePointAt(0)!));
    return missing.length === 0
      ? []
      : [
          `${name} (${face.file}) lacks ${missing.map((c) => `“${c}” U+${c.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`).join(', ')}`,
        ];
  });
});

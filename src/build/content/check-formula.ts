import { problems, type Problem } from '#corpus/problems.ts';
import { macros } from '../math/macros.ts';
import { drawn } from '../math/drawn.ts';
import { renderMath } from '../math/render.ts';

/**
 * What is wrong with a formula, if anything. Renders it into the cache, so that the build need not do it again, and
 * adds the characters that it draws to `glyphs`.
 */
export function checkFormula(tex: string, display: boolean, glyphs: Set<string>): Problem[] {
  const source = tex.trim();
  try {
    for (const glyph of drawn(renderMath(source, display))) glyphs.add(glyph);
    return [];
  } catch (error) {
    const message = (error as Error).message.replace(/^KaTeX parse error: /, '');
    const macro = /Undefined control sequence: (\\[a-zA-Z]+)/.exec(message)?.[1];
    return [macro ? problems.undefinedMacro(source, macro, Object.keys(macros)) : problems.formula(source, message)];
  }
}

import { BASE_STYLE, closestFace, faceRules, styleWith, type FaceRule, type FaceStyle } from '../math/face-rules.ts';
import type { BuiltSite, Page } from './built-site.ts';
import { fontFaces, stylesheetFiles, type FontFace } from './stylesheets.ts';

/** The characters that each of KaTeX's faces draws on a page, by the page's own stylesheets. */
export function mathCharacters(site: BuiltSite, page: Page): Map<FontFace, Set<string>> {
  const drawn = new Map<FontFace, Set<string>>();
  const formulas = [...page.document.querySelectorAll('.katex-html')];
  if (formulas.length === 0) return drawn;
  const sheets = stylesheetFiles(site, page);
  const faces = sheets.flatMap((sheet) => fontFaces(site, sheet)).filter(({ family }) => family.startsWith('KaTeX_'));
  const rules = sheets.flatMap((sheet) => faceRules(site.files.get(sheet)!.toString('utf8')));
  const note = (style: FaceStyle, text: string) => {
    const face = closestFace(faces, style);
    if (face)
      for (const character of text)
        if (isDrawnByMathFaces(character)) drawn.set(face, (drawn.get(face) ?? new Set()).add(character));
  };
  for (const formula of formulas) walk(formula, BASE_STYLE, rules, note);
  return drawn;
}

/** Not the marks that hold lines open (zero width, breaks), and not Chinese inside \\text, which system fonts draw. */
const isDrawnByMathFaces = (character: string) =>
  !/[\s\u200b-\u200d\u2060-\u2064\ufeff\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u.test(character);

/** Tells every text of an element with the style that it has there. */
function walk(
  element: Element,
  inherited: FaceStyle,
  rules: readonly FaceRule[],
  tell: (style: FaceStyle, text: string) => void,
): void {
  const style = element.classList.length === 0 ? inherited : styleWith([...element.classList], rules, inherited);
  for (const child of element.childNodes) {
    if (child.nodeType === 1) walk(child as Element, style, rules, tell);
    else if (child.nodeType === 3) tell(style, child.textContent ?? '');
  }
}

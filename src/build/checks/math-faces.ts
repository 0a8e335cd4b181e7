import type { BuiltSite, Page } from './built-site.ts';
import { declarations, fontFaces, stylesheetFiles, type FontFace } from './stylesheets.ts';

/** A rule by which KaTeX's stylesheet chooses a face: what it sets on elements that have all these classes. */
interface FaceRule {
  classes: string[];
  family?: string;
  isBold?: boolean;
  isItalic?: boolean;
}

type Style = Required<Pick<FaceRule, 'family' | 'isBold' | 'isItalic'>>;

/**
 * The characters that each of KaTeX's faces draws on a page, as its stylesheet has it: each element takes the family,
 * weight and slant of the last rule that fits it, and what no rule sets from its parent.
 */
export function mathCharacters(site: BuiltSite, page: Page): Map<FontFace, Set<string>> {
  const drawn = new Map<FontFace, Set<string>>();
  const formulas = [...page.document.querySelectorAll('.katex-html')];
  if (formulas.length === 0) return drawn;
  const sheets = stylesheetFiles(site, page);
  const faces = sheets.flatMap((sheet) => fontFaces(site, sheet)).filter(({ family }) => family.startsWith('KaTeX_'));
  const rules = sheets.flatMap((sheet) => faceRules(site.files.get(sheet)!.toString('utf8')));
  const visit = (element: Element, inherited: Style) => {
    const style = styleOf(element, rules, inherited);
    for (const child of element.childNodes) {
      if (child.nodeType === 1) visit(child as Element, style);
      else if (child.nodeType === 3) for (const character of child.textContent ?? '') note(drawn, faceFor(faces, style), character);
    }
  };
  for (const formula of formulas) visit(formula, { family: 'KaTeX_Main', isBold: false, isItalic: false });
  return drawn;
}

function note(drawn: Map<FontFace, Set<string>>, face: FontFace | undefined, character: string): void {
  if (!face || !isDrawnByMathFaces(character)) return;
  drawn.set(face, (drawn.get(face) ?? new Set()).add(character));
}

/** Not the marks that hold lines open (zero width, breaks), and not Chinese inside \text, which system fonts draw. */
const isDrawnByMathFaces = (character: string) => !/[\s\u200b-\u200d\u2060-\u2064\ufeff\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u.test(character);

function styleOf(element: Element, rules: readonly FaceRule[], inherited: Style): Style {
  const classes = element.classList;
  if (classes.length === 0) return inherited;
  return rules.filter((rule) => rule.classes.every((name) => classes.contains(name))).reduce<Style>((style, { classes: _, ...set }) => ({ ...style, ...set }), inherited);
}

/** As browsers choose: of the family, the face whose slant and weight fit best, slant first. */
function faceFor(faces: readonly FontFace[], { family, isBold, isItalic }: Style): FontFace | undefined {
  const misfit = (face: FontFace) => (face.isItalic === isItalic ? 0 : 2) + (face.isBold === isBold ? 0 : 1);
  return faces.filter((face) => face.family === family).sort((a, b) => misfit(a) - misfit(b))[0];
}

/** The rules under `.katex` that set a face. Of a selector counts the last part that has classes (`.mult .delim-size1>span`). */
function faceRules(css: string): FaceRule[] {
  return [...css.matchAll(/([^{}]+)\{([^{}]*)\}/g)].flatMap(([, selectors = '', block = '']) => {
    if (!selectors.includes('.katex ')) return [];
    const set = declarations(block);
    const [family, weight, slant] = ['font-family', 'font-weight', 'font-style'].map((name) => set.get(name));
    if (family === undefined && weight === undefined && slant === undefined) return [];
    const face = {
      ...(family?.startsWith('KaTeX_') && { family: family.split(',')[0]!.trim() }),
      ...(weight !== undefined && { isBold: /^(bold|[6-9]00)$/.test(weight) }),
      ...(slant !== undefined && { isItalic: slant === 'italic' }),
    };
    return selectors.split(',').map((selector) => ({ classes: (/((?:\.[\w-]+)+)[^.]*$/.exec(selector)?.[1] ?? '').split('.').filter(Boolean), ...face }));
  });
}

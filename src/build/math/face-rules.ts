/** How a passage of a formula is set: a family of KaTeX's, its weight and slant. */
export interface FaceStyle {
  family: string;
  isBold: boolean;
  isItalic: boolean;
}

/** A rule by which KaTeX's stylesheet chooses a face: what it sets on elements that have all these classes. */
export interface FaceRule {
  classes: readonly string[];
  sets: Partial<FaceStyle>;
}

/** How formulas begin: `.katex { font: normal 1.21em KaTeX_Main }`. */
export const BASE_STYLE: FaceStyle = { family: 'KaTeX_Main', isBold: false, isItalic: false };

/** The rules under `.katex` that choose a face, in their order. Of a selector counts the last part that has classes (`.mult .delim-size1>span`). */
export function faceRules(css: string): FaceRule[] {
  return [...css.matchAll(/([^{}]+)\{([^{}]*)\}/g)].flatMap(([, selectors = '', block = '']) => {
    const sets = selectors.includes('.katex ') ? chosenBy(declarations(block)) : {};
    if (Object.keys(sets).length === 0) return [];
    return selectors.split(',').map((selector) => ({
      classes: (/((?:\.[\w-]+)+)[^.]*$/.exec(selector)?.[1] ?? '').split('.').filter(Boolean),
      sets,
    }));
  });
}

/** The declarations of a CSS block, later ones winning. */
export function declarations(block: string): ReadonlyMap<string, string> {
  const pairs = block.split(';').map((declaration) => declaration.split(/:(.*)/s) as [string, string?]);
  return new Map(pairs.map(([name, value]) => [name.trim().toLowerCase(), (value ?? '').trim()]));
}

export const isBoldWeight = (weight: string) => /^(bold|[6-9]00)$/.test(weight);

function chosenBy(set: ReadonlyMap<string, string>): Partial<FaceStyle> {
  const [family, weight, slant] = ['font-family', 'font-weight', 'font-style'].map((name) => set.get(name));
  return {
    ...(family?.startsWith('KaTeX_') && { family: family.split(',')[0]!.trim() }),
    ...(weight !== undefined && { isBold: isBoldWeight(weight) }),
    ...(slant !== undefined && { isItalic: slant === 'italic' }),
  };
}

/** The style of an element with these classes: what no rule sets, it takes from its parent. */
export function styleWith(classes: readonly string[], rules: readonly FaceRule[], inherited: FaceStyle): FaceStyle {
  const fitting = rules.filter((rule) => rule.classes.every((name) => classes.includes(name)));
  return fitting.reduce((style, { sets }) => ({ ...style, ...sets }), inherited);
}

/** As browsers choose: of the style's family, the face that fits best, slant before weight. */
export function closestFace<F extends FaceStyle>(
  faces: readonly F[],
  { family, isBold, isItalic }: FaceStyle,
): F | undefined {
  const misfit = (face: F) => (face.isItalic === isItalic ? 0 : 2) + (face.isBold === isBold ? 0 : 1);
  return faces.filter((face) => face.family === family).sort((a, b) => misfit(a) - misfit(b))[0];
}

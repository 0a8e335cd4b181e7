const DRAWN_FORMULA = '<span class="katex-html"';
const MARK = /<span class="formula-mark">[^<]*<\/span>/;
const TAG = /<(\/?)span\b/g;

/**
 * A page's HTML without what only the eye needs, nine tenths of it: SVGs, and of each formula what KaTeX draws. Its
 * MathML with the TeX stays, and so does the punctuation that a formula holds on to.
 */
export function withoutDrawings(html: string): string {
  const page = html.replace(/<svg[\s\S]*?<\/svg>/g, '');
  let out = '';
  let at = 0;
  for (let start = page.indexOf(DRAWN_FORMULA); start >= 0; start = page.indexOf(DRAWN_FORMULA, at)) {
    const end = endOfSpan(page, start);
    out += page.slice(at, start) + (MARK.exec(page.slice(start, end))?.[0] ?? '');
    at = end;
  }
  return out + page.slice(at);
}

/** Where the span that begins at `start` ends, spans inside it counted. */
function endOfSpan(html: string, start: number): number {
  TAG.lastIndex = start;
  let depth = 0;
  for (let tag = TAG.exec(html); tag; tag = TAG.exec(html)) {
    depth += tag[1] ? -1 : 1;
    if (depth === 0) return html.indexOf('>', tag.index) + 1;
  }
  return html.length;
}

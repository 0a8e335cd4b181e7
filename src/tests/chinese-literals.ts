import ts from 'typescript';

/** A text in the code that holds 汉字, with its line. */
export interface ChineseLiteral {
  line: number;
  text: string;
}

const HAN = /\p{Script=Han}/u;

/** Strings, templates, regular expressions and JSX text with 汉字 in a TypeScript source; comments may hold them. */
export function chineseLiterals(file: string, source: string): ChineseLiteral[] {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: ChineseLiteral[] = [];
  const visit = (node: ts.Node): void => {
    const isText =
      ts.isStringLiteralLike(node) ||
      ts.isTemplateHead(node) ||
      ts.isTemplateMiddle(node) ||
      ts.isTemplateTail(node) ||
      ts.isJsxText(node);
    if (isText && HAN.test(node.text))
      found.push({ line: tree.getLineAndCharacterOfPosition(node.getStart()).line + 1, text: node.text.trim() });
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

/** The same in an Astro component: in its code as above, in its markup anywhere but in comments. */
export function chineseInAstro(file: string, source: string): ChineseLiteral[] {
  const [, frontMatter = '', markup = source] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(source) ?? [];
  const inCode = chineseLiterals(file, frontMatter).map(({ line, text }) => ({ line: line + 1, text }));
  const blank = (comment: string) => comment.replace(/[^\n]/g, ' ');
  const visible = markup.replace(/<!--[\s\S]*?-->|\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, blank);
  const offset = source.split('\n').length - markup.split('\n').length;
  const inMarkup = visible
    .split('\n')
    .flatMap((text, i) => (HAN.test(text) ? [{ line: i + 1 + offset, text: text.trim() }] : []));
  return [...inCode, ...inMarkup];
}

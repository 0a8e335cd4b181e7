import fs from 'node:fs';
import path from 'node:path';
import {
  isMap,
  isScalar,
  LineCounter,
  parseDocument,
  visit,
  type Document,
  type Node,
  type YAMLParseError,
} from 'yaml';

/** A YAML text that remembers the line of each of its values. */
export interface Yaml {
  data: unknown;
  /** The line in the file (from 1) of the value at `path`; of the nearest enclosing value if there is none. */
  lineOf(path: readonly PropertyKey[]): number;
  errors: { message: string; line: number }[];
}

/** An MDX file, parted in front matter and body. */
export interface ContentFile {
  /** The path from the project's root, with slashes. */
  file: string;
  /** The file's name without `.mdx`. */
  name: string;
  /** The folder's own name: `week-03`. */
  folder: string;
  frontMatter: Yaml | undefined;
  body: string;
  /** Lines of the file before the body's first. */
  bodyOffset: number;
}

/** Parses YAML that begins on line `firstLine` of its file. */
export function readYaml(source: string, firstLine = 1): Yaml {
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines, prettyErrors: false });
  const line = (offset: number) => lines.linePos(offset).line + firstLine - 1;
  return {
    data: document.errors.length > 0 ? undefined : document.toJS(),
    lineOf: (keys) => line(offsetOf(document, keys)),
    errors: document.errors.map((e) => ({ message: e.message, line: line(openedAt(document, e)) })),
  };
}

/** Where a mistake began: a quote or bracket that is never closed is noticed only at the end of the text. */
function openedAt(document: Document.Parsed, { message, pos }: YAMLParseError): number {
  let start = pos[0];
  if (!message.includes('closing')) return start;
  visit(document, {
    Node(_, { range }) {
      if (range && range[0] < pos[0] && pos[0] <= range[1]) start = range[0];
    },
  });
  return start;
}

function offsetOf(document: Document.Parsed, keys: readonly PropertyKey[]): number {
  for (let depth = keys.length; depth > 0; depth--) {
    const parent =
      depth === 1 ? document.contents : (document.getIn(keys.slice(0, depth - 1), true) as Node | undefined);
    const last = keys[depth - 1];
    const pair = isMap(parent) ? parent.items.find((item) => isScalar(item.key) && item.key.value === last) : undefined;
    const node = (pair?.key ?? document.getIn(keys.slice(0, depth), true)) as Node | undefined;
    if (node?.range) return node.range[0];
  }
  return 0;
}

/** Reads and parts one MDX file; `file` is relative to `root`. */
export function readMdx(root: string, file: string): ContentFile {
  const source = fs
    .readFileSync(path.join(root, file), 'utf8')
    .replace(/^\uFEFF/, '')
    .replaceAll('\r\n', '\n');
  const match = /^---\n([\s\S]*?)\n---\n?/.exec(source);
  return {
    file,
    name: path.basename(file, '.mdx'),
    folder: path.basename(path.dirname(file)),
    frontMatter: match ? readYaml(match[1]!, 2) : undefined,
    body: match ? source.slice(match[0].length) : source,
    bodyOffset: match ? match[0].split('\n').length - 1 : 0,
  };
}

/** All MDX files under `folder`, sorted by path. */
export function listMdx(root: string, folder: string): string[] {
  const base = path.join(root, folder);
  if (!fs.existsSync(base)) return [];
  return fs
    .readdirSync(base, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.mdx'))
    .map((name) => path.posix.join(folder, name.split(path.sep).join('/')))
    .sort();
}

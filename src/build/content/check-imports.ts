import fs from 'node:fs';
import path from 'node:path';
import type { Root } from 'mdast';
import type { MdxjsEsm } from 'mdast-util-mdxjs-esm';
import { problems } from '#corpus/problems.ts';
import type { Say, Surroundings } from './surroundings.ts';

type Statement = NonNullable<NonNullable<MdxjsEsm['data']>['estree']>['body'][number];
type Import = Extract<Statement, { type: 'ImportDeclaration' }>;

/** Checks that imported files exist and export what is asked of them. The names that the text may use. */
export function checkImports(tree: Root, around: Surroundings, say: Say): Set<string> {
  const names = new Set<string>();
  for (const node of tree.children) {
    if (node.type !== 'mdxjsEsm') continue;
    for (const statement of node.data?.estree?.body ?? []) {
      for (const name of declaredNames(statement)) names.add(name);
      if (statement.type === 'ImportDeclaration') checkImport(statement, node, around, say);
    }
  }
  return names;
}

function declaredNames(statement: Statement): string[] {
  if (statement.type === 'ImportDeclaration') return statement.specifiers.map((s) => s.local.name);
  const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : undefined;
  if (declaration?.type === 'FunctionDeclaration') return [declaration.id.name];
  if (declaration?.type !== 'VariableDeclaration') return [];
  return declaration.declarations.flatMap(({ id }) => (id.type === 'Identifier' ? [id.name] : []));
}

function checkImport(statement: Import, block: MdxjsEsm, around: Surroundings, say: Say): void {
  const source = String(statement.source.value);
  const file = fileOf(source, around);
  if (file === undefined) return;
  const node = {
    position: {
      start: { line: (block.position?.start.line ?? 1) + (statement.loc?.start.line ?? 1) - firstLine(block) },
    },
  };
  if (!fs.existsSync(file) || fs.statSync(file).isDirectory())
    return say(node, problems.missingImport(source, neighboursOf(file, source)));
  const code = fs.readFileSync(file, 'utf8');
  for (const specifier of statement.specifiers) {
    if (specifier.type !== 'ImportSpecifier' || specifier.imported.type !== 'Identifier') continue;
    const { name } = specifier.imported;
    if (!mayExport(code, name)) say(node, problems.missingExport(name, source, declaredExports(code)));
  }
}

/** The line, as the parsed statements count, of a block's own first line. */
const firstLine = (block: MdxjsEsm) => block.data?.estree?.loc?.start.line ?? 1;

/** The file that an import names; undefined for a package. */
function fileOf(source: string, { root, file }: Surroundings): string | undefined {
  if (source.startsWith('#')) return path.join(root, 'src', source.slice(1));
  return source.startsWith('.') ? path.join(root, path.dirname(file), source) : undefined;
}

/** What stands where the missing file was looked for, spelt as an import. */
function neighboursOf(file: string, source: string): string[] {
  const folder = path.dirname(file);
  if (!fs.existsSync(folder)) return [];
  return fs.readdirSync(folder).map((name) => `${path.posix.dirname(source)}/${name}`);
}

/** Whether a source may export `name`: surely not if the word does not occur in it, nor does it pass on another file's. */
const mayExport = (code: string, name: string) => /^export\s*\*/m.test(code) || code.split(/[^\w$]+/).includes(name);

/** The names that a source plainly exports: what a misspelt one is compared with. */
const declaredExports = (code: string) =>
  [...code.matchAll(/^export\s+(?:async\s+)?(?:function\*?|const|let|class)\s+([\w$]+)/gm)].map((match) => match[1]!);

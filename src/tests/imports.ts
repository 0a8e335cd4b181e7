import fs from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/** One import: the file that imports and what it imports, both as paths from the project's root; packages by their name. */
export interface Import {
  from: string;
  line: number;
  to: string;
}

/** Imports in an Astro component, whose markup TypeScript cannot read, and in a stylesheet. */
const IN_MARKUP = /(?:\bfrom|^[ \t]*@?import|\bimport\()\s*['"]([^'"]+)['"]/gm;
const GLOB = /\bimport\.meta\.glob(?:<[^()]*(?:\([^)]*\))?[^()]*>)?\(\s*['"]([^'"]+)['"]/g;

/** All source files under `folder`, as paths from the project's root. */
export function sourceFiles(folder = 'src'): string[] {
  return fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|tsx|astro|mjs|css)$/.test(name))
    .map((name) => path.posix.join(folder, name.split(path.sep).join('/')))
    .sort();
}

/** What a source file imports: statically, dynamically, by glob, in an Astro page's front matter or scripts. */
export function importsOf(file: string, source: string): Import[] {
  const found = /\.(astro|css)$/.test(file)
    ? matches(source, IN_MARKUP)
    : ts
        .preProcessFile(source, true, true)
        .importedFiles.map(({ fileName, pos }) => ({ specifier: fileName, at: pos }));
  return [...found, ...matches(source, GLOB)].map(({ specifier, at }) => ({
    from: file,
    line: source.slice(0, at).split('\n').length,
    to: resolve(file, specifier),
  }));
}

const matches = (source: string, pattern: RegExp) =>
  [...source.matchAll(pattern)].map((match) => ({ specifier: match[1]!, at: match.index + match[0].length }));

function resolve(file: string, specifier: string): string {
  if (specifier.startsWith('#')) return `src/${specifier.slice(1)}`;
  return specifier.startsWith('.') ? path.posix.join(path.posix.dirname(file), specifier) : specifier;
}

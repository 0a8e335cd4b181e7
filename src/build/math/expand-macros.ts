import { macros } from './macros.ts';

/** TeX with the site's own macros written out, for readers who do not have them. Arguments must stand in braces. */
export function expandMacros(tex: string): string {
  const name = /\\[A-Za-z]+/g;
  let out = '';
  let at = 0;
  for (let found = name.exec(tex); found; found = name.exec(tex)) {
    const meaning = macros[found[0]];
    if (meaning === undefined) continue;
    const argument = meaning.includes('#1') ? bracedGroup(tex, name.lastIndex) : { content: '', end: name.lastIndex };
    if (!argument) continue;
    out += tex.slice(at, found.index) + meaning.replace('#1', () => expandMacros(argument.content));
    at = name.lastIndex = argument.end;
    // \\T before a letter must not become \\topx; what ends in a letter keeps its distance.
    if (/\\[A-Za-z]+$/.test(out) && /^[A-Za-z]/.test(tex.slice(at))) out += ' ';
  }
  return out + tex.slice(at);
}

/** The group in braces that begins at `start`, spaces before it allowed: what it holds, and where it ends. */
function bracedGroup(tex: string, start: number): { content: string; end: number } | undefined {
  const open = start + /^\s*/.exec(tex.slice(start))![0].length;
  if (tex[open] !== '{') return undefined;
  let depth = 0;
  for (let i = open; i < tex.length; i++) {
    if (tex[i] === '\\') i++;
    else if (tex[i] === '{') depth++;
    else if (tex[i] === '}' && --depth === 0) return { content: tex.slice(open + 1, i), end: i + 1 };
  }
  return undefined;
}

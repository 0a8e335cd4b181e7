/** A passage of a source file, marked by `// #region name` and `// #endregion name`. */
export interface Region {
  code: string;
  /** Line of the passage's first code line in its file, from 1. */
  firstLine: number;
}

const OPEN = /^\s*\/\/\s*#region\s+([\w-]+)\s*$/;
const CLOSE = /^\s*\/\/\s*#endregion\b/;

/** The named regions of a source text, without the marks and common indentation. Regions do not nest. */
export function regionsOf(source: string): Map<string, Region> {
  const found = new Map<string, Region>();
  let open: { name: string; lines: string[]; firstLine: number } | undefined;
  source.split('\n').forEach((line, i) => {
    const name = OPEN.exec(line)?.[1];
    if (name !== undefined) open = { name, lines: [], firstLine: i + 2 };
    else if (CLOSE.test(line) && open) {
      found.set(open.name, { code: dedent(open.lines), firstLine: open.firstLine });
      open = undefined;
    } else open?.lines.push(line);
  });
  return found;
}

function dedent(lines: string[]): string {
  const indents = lines.filter((l) => l.trim() !== '').map((l) => l.length - l.trimStart().length);
  const common = Math.min(...indents, Infinity);
  return lines
    .map((l) => l.slice(Number.isFinite(common) ? common : 0))
    .join('\n')
    .trim();
}

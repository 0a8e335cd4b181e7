import { isMap, isSeq, parseDocument, type YAMLSeq } from 'yaml';

/** What the author has yet to say about the paper's place in the week. */
const WHY = '待写：为什么现在读它。';

/**
 * A week's file with the paper as the last entry of its list, or of one of its tracks (the last by default). A week that
 * waited for its list is ready then. Everything else stays as its author wrote it: the entry is put in as text. Throws
 * if the file has no front matter.
 */
export function addToWeek(week: string, slug: string, track?: string): string {
  const source = week.replace(/^status: todo$/m, 'status: ready');
  const [whole = '', frontMatter = ''] = /^---\n([\s\S]*?\n)---\n/.exec(source) ?? [];
  if (whole === '') throw new Error('the week has no front matter');
  const entries = findEntries(frontMatter, track);
  const entry = (indent: string) => `${indent}- paper: ${slug}\n${indent}  why: ${WHY}\n`;
  const start = '---\n'.length;
  if (!entries)
    return `${source.slice(0, start + frontMatter.length)}entries:\n${entry('  ')}${source.slice(start + frontMatter.length)}`;
  const last = (entries.items.at(-1) as { range: [number, number, number] }).range[1];
  const end = start + endOfLine(frontMatter, last);
  return source.slice(0, end) + entry(indentAt(frontMatter, entries.range![0])) + source.slice(end);
}

/** The list that the entry joins; undefined if the week has none yet. */
function findEntries(frontMatter: string, track: string | undefined): YAMLSeq | undefined {
  const document = parseDocument(frontMatter);
  const tracks = document.get('tracks');
  const maps = isSeq(tracks) ? tracks.items.filter(isMap) : [];
  const owner = maps.find((map) => map.get('id') === track) ?? maps.at(-1);
  const entries = owner ? owner.get('entries') : document.get('entries');
  return isSeq(entries) && entries.items.length > 0 ? (entries as YAMLSeq) : undefined;
}

/** The offset behind the line that ends at or after `offset`; a value's range may end behind its line break. */
function endOfLine(text: string, offset: number): number {
  return text[offset - 1] === '\n' ? offset : text.indexOf('\n', offset) + 1;
}

const indentAt = (text: string, offset: number) => text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);

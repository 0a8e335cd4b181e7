import type { Lexicon } from './lexicon.ts';
import { fold, isHan, squeeze } from './normalise.ts';
import { isStopWord } from './stop-words.ts';

/** A piece of a query that stands for one thing: a known name, or a word. */
export interface Unit {
  /** Squeezed. */
  text: string;
  /** Whether it is the name of something on this site. */
  known: boolean;
  /** The words it consists of, where it is a name of several. */
  parts: string[];
}

const ATOM = /\p{Script=Han}|[^\p{Script=Han}\s\p{P}\p{S}]+(?:[.'’][\p{L}\p{N}]+)*/gu;
/** Longest name, in words and Chinese characters. */
const LONGEST = 16;

/** Takes a query apart: the longest known names first, what is left between them into words. */
export function parseQuery(query: string, { names, pairs }: Pick<Lexicon, 'names' | 'pairs'>): Unit[] {
  const atoms = (fold(query).match(ATOM) ?? []).map(squeeze).filter((atom) => atom !== '');
  const units: Unit[] = [];
  let rest: string[] = [];
  const flush = () => {
    units.push(...wordsOf(rest, pairs).map((text) => ({ text, known: false, parts: [] })));
    rest = [];
  };
  for (let at = 0; at < atoms.length;) {
    const length = longestName(atoms, at, names);
    if (length === 0) rest.push(atoms[at++]!);
    else {
      flush();
      const own = atoms.slice(at, at + length);
      units.push({ text: own.join(''), known: true, parts: wordsOf(own, pairs) });
      at += length;
    }
  }
  flush();
  const telling = units.filter((unit) => unit.known || !isStopWord(unit.text));
  return telling.length > 0 ? telling : units;
}

/** How many atoms from `at` on make up a name; 0 if none. A single Chinese character is no name. */
function longestName(atoms: readonly string[], at: number, names: ReadonlySet<string>): number {
  for (let length = Math.min(LONGEST, atoms.length - at); length > 0; length--) {
    const name = atoms.slice(at, at + length).join('');
    if (names.has(name) && !isStopWord(name)) return length;
  }
  return 0;
}

/** Words of a run of atoms: Latin ones as they are, Chinese characters joined and segmented. */
function wordsOf(atoms: readonly string[], pairs: ReadonlySet<string>): string[] {
  const words: string[] = [];
  let run = '';
  for (const atom of [...atoms, '']) {
    if (isHan(atom[0])) run += atom;
    else {
      if (run) words.push(...joinPairs(segment(run), pairs));
      run = '';
      if (atom) words.push(atom);
    }
  }
  return words;
}

/** The browser's dictionary does not know the field's words (缓存 falls apart): characters that often stand together are joined. */
function joinPairs(words: readonly string[], pairs: ReadonlySet<string>): string[] {
  return words.reduce<string[]>((joined, word) => {
    const last = joined.at(-1);
    const joins = last?.length === 1 && word.length === 1 && pairs.has(last + word);
    return joins ? [...joined.slice(0, -1), last + word] : [...joined, word];
  }, []);
}

const segmenter = typeof Intl.Segmenter === 'function' ? new Intl.Segmenter('zh', { granularity: 'word' }) : undefined;

/** Chinese words of a run of Chinese characters; pairs of neighbours where the browser cannot segment. */
export function segment(run: string): string[] {
  if (segmenter) return [...segmenter.segment(run)].map((s) => s.segment);
  return run.length < 3 ? [run] : Array.from({ length: run.length - 1 }, (_, i) => run.slice(i, i + 2));
}

import { fontSize } from './frame.ts';

/** A stretch of a label set in one way. */
export interface Run {
  readonly text: string;
  readonly italic: boolean;
  readonly shift: 'base' | 'sub' | 'super';
}

/** Subscripts and superscripts are set at this share of the label's size. */
export const scriptSize = 0.8;

const wide =
  /[\u1100-\u115f\u2014\u2018-\u201d\u2026\u2460-\u24ff\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|[\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;

/** The width of one character in ems: 1 if CJK, 0.56 for a small letter or digit, 0.67 for a capital, 0.3 if narrow. */
function characterWidth(character: string): number {
  if (wide.test(character)) return 1;
  if (/[\s.,:;|'!ilIjt()[\]]/u.test(character)) return 0.33;
  if (/[mwMW@%]/u.test(character)) return 0.88;
  return /\p{Lu}/u.test(character) ? 0.67 : 0.56;
}

/** The estimated width of a label in figure units; the widest of its lines. Fonts differ: leave a unit or two. */
export function textWidth(text: string, size: number = fontSize.base): number {
  const lineWidth = (line: string) =>
    runsOf(line).reduce(
      (sum, run) =>
        sum +
        [...run.text].reduce((ems, character) => ems + characterWidth(character), 0) *
          (run.shift === 'base' ? size : size * scriptSize),
      0,
    );
  return Math.max(0, ...text.split('\n').map(lineWidth));
}

/**
 * The runs of one line. Between dollar signs a label is mathematics, as in `Scores $QK^T$`: single Latin letters stand
 * in italics, `_` lowers and `^` raises the next character or `{group}`. A lone dollar sign is a dollar sign.
 */
export function runsOf(line: string): Run[] {
  const parts = line.split('$');
  if (parts.length % 2 === 0) return [{ text: line, italic: false, shift: 'base' }];
  return parts
    .flatMap((part, i): Run[] => (i % 2 === 1 ? mathRuns(part) : [{ text: part, italic: false, shift: 'base' }]))
    .filter((run) => run.text !== '');
}

function mathRuns(source: string): Run[] {
  const pieces = source.matchAll(/([_^])(?:\{([^}]*)\}|(.))|([^_^]+)/gu);
  return [...pieces].flatMap(([, mark, group, single, plain]) => {
    const shift = mark === '_' ? 'sub' : mark === '^' ? 'super' : 'base';
    return splitItalics(group ?? single ?? plain ?? '').map(([text, italic]): Run => ({ text, italic, shift }));
  });
}

/** Letters that stand alone or in a product of capitals are variables; a word such as softmax is upright. */
function splitItalics(text: string): [string, boolean][] {
  const pieces = text.match(/\p{L}+|[^\p{L}]+/gu) ?? [];
  return pieces.map((piece) => [
    piece.replaceAll('-', '−'),
    /^(?:\p{Script=Latin}|\p{Script=Greek}|\p{Lu}{1,3})$/u.test(piece),
  ]);
}

/** Closing punctuation may not begin a line, opening brackets may not end one. */
const noStart = /^[，。、；：？！）》」』”’…—,.;:?!)\]%]/u;
const noEnd = /[（《「『“‘([]$/u;

/**
 * Breaks a label into lines of at most `width`: between any two CJK characters, between Latin words, never inside a word
 * or a formula, with the Chinese rules for punctuation at line ends. Line feeds are kept.
 */
export function wrap(text: string, width: number, size: number = fontSize.base): string[] {
  return text.split('\n').flatMap((paragraph) => wrapParagraph(paragraph, width, size));
}

function wrapParagraph(paragraph: string, width: number, size: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of unbreakable(paragraph)) {
    if (line.trim() !== '' && textWidth((line + piece).trim(), size) > width) {
      lines.push(line.trim());
      line = '';
    }
    line += piece;
  }
  return [...lines, line.trim()];
}

/** Formulas, words and single CJK characters, each joined with the punctuation that must not leave it. */
function unbreakable(text: string): string[] {
  const pieces = text.match(/\$[^$]*\$|\s+|[^\s$\u2e80-\uffef]+|[\u2e80-\uffef]|\$/gu) ?? [];
  const joined: string[] = [];
  for (const piece of pieces) {
    const previous = joined.at(-1);
    if (previous !== undefined && (noStart.test(piece) || noEnd.test(previous))) joined[joined.length - 1] += piece;
    else joined.push(piece);
  }
  return joined;
}

/** Whether every character is a CJK character, so that a label can be set vertically. */
export const isCjk = (text: string): boolean => text !== '' && [...text].every((character) => wide.test(character));

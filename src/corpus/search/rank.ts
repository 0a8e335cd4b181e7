import { quality, type Field } from './field.ts';
import type { Index } from './index.ts';
import { isHan, squeeze } from './normalise.ts';
import { mendChinese, readingsOf, type Reading } from './meanings.ts';
import { readPinyin } from './pinyin.ts';
import type { Prepared } from './prepare.ts';
import { parseQuery, type Unit } from './query.ts';

/** A query understood: its pieces, what each may mean, and how telling it is. */
export interface Plan {
  /** As typed, without surrounding spaces. */
  typed: string;
  /** In this site's characters, mended where nothing had matched. */
  query: string;
  /** Whether it was read otherwise than typed (characters of another script aside). */
  mended: boolean;
  /** The query without spaces and signs. */
  phrase: string;
  pieces: Piece[];
}

export interface Piece {
  unit: Unit;
  readings: Reading[];
  /** How telling a match is: the rarer among the papers, the more. */
  rarity: number;
}

export interface Match {
  paper: Prepared;
  score: number;
  /** Whether the paper's names hold all of the query as it was typed. */
  exact: boolean;
}

/** A single Chinese character is mostly grammar. */
const SINGLE = 0.3;

/** Understands a query against the papers at hand. */
export function planQuery(index: Index, typed: string): Plan {
  const found = new Map<string, boolean>();
  const matches = (text: string): boolean => {
    const known = found.get(text) ?? index.papers.some((paper) => bestField(text, paper.fields) > 0);
    found.set(text, known);
    return known;
  };
  const simple = index.simplify(typed.trim());
  const query = mendChinese(readPinyin(simple, index.lexicon, matches), index.lexicon, matches);
  const pieces = parseQuery(query, index.lexicon).map((unit) => {
    const readings = readingsOf(unit, index.lexicon, matches);
    return {
      unit,
      readings,
      rarity: rarity(index, readings) * (unit.text.length === 1 && isHan(unit.text) ? SINGLE : 1),
    };
  });
  return {
    typed: typed.trim(),
    query,
    mended: query !== simple || pieces.some(({ readings }) => readings.length > 1),
    phrase: squeeze(query),
    pieces,
  };
}

/** How telling a word is that no record holds: the text of pages may, but most such words are plain language. */
const UNKNOWN = 0.8;

/** ln(1 + N / n), n the number of papers that match by the first reading that any does. */
function rarity({ papers }: Index, readings: readonly Reading[]): number {
  const counts = readings.map(({ text }) => papers.filter(({ fields }) => bestField(text, fields) > 0).length);
  const matching = counts.find((n) => n > 0);
  return matching === undefined ? UNKNOWN : Math.log(1 + papers.length / matching);
}

/** All papers that match any piece, best first. */
export function rankPapers(index: Index, plan: Plan): Match[] {
  const total = plan.pieces.reduce((sum, piece) => sum + piece.rarity, 0) || 1;
  return index.papers
    .map((paper) => scorePaper(paper, plan, total))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
}

/** What the whole query standing in one field adds, in units of that field's weight. */
const PHRASE = 1.5;
/** A piece that only its parts match counts this much. */
const PARTS = 0.7;

function scorePaper(paper: Prepared, plan: Plan, total: number): Match {
  let sum = 0;
  let covered = 0;
  let exact = plan.pieces.length > 0;
  for (const piece of plan.pieces) {
    const { score, literal } = scorePiece(paper, piece);
    sum += piece.rarity * score;
    covered += score > 0 ? piece.rarity * Math.min(1, score / 3) : 0;
    exact &&= literal;
  }
  const phrase = plan.pieces.length > 1 ? bestField(plan.phrase, paper.fields) : 0;
  return { paper, score: (sum / total) * (covered / total) ** 1.3 + PHRASE * phrase, exact };
}

function scorePiece({ fields, naming }: Prepared, { unit, readings }: Piece): { score: number; literal: boolean } {
  const literal = bestField(unit.text, fields.slice(0, naming)) > 0;
  const whole = Math.max(...readings.map(({ text, weight }) => weight * spread(text, fields)));
  const parts = unit.parts.length < 2 ? [0] : unit.parts.map((text) => spread(text, fields));
  const together = parts.every((part) => part > 0) || whole === 0 ? parts.reduce((a, b) => a + b, 0) / parts.length : 0;
  return { score: Math.max(whole, PARTS * together), literal };
}

/** The best field's match, and a little for the next two. */
function spread(text: string, fields: readonly Field[]): number {
  const [first = 0, second = 0, third = 0] = fields
    .map((field) => field.weight * quality(text, field))
    .sort((a, b) => b - a);
  return first + 0.15 * second + 0.1 * third;
}

const bestField = (text: string, fields: readonly Field[]): number =>
  Math.max(0, ...fields.map((field) => field.weight * quality(text, field)));

/** How much of a query a squeezed text holds, 0 to 1, its telling pieces counting more. */
export function coverage({ pieces }: Plan, squeezed: string): number {
  const total = pieces.reduce((sum, piece) => sum + piece.rarity, 0) || 1;
  const held = pieces.filter(({ readings }) => readings.some(({ text }) => squeezed.includes(text)));
  return held.reduce((sum, piece) => sum + piece.rarity, 0) / total;
}

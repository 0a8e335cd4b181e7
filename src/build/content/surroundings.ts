import type { Problem } from '#corpus/problems.ts';
import type { Glyph } from '../math/drawn.ts';

/** What a body may refer to on its own page and by name; where its links lead is checked once all pages are read. */
export interface Surroundings {
  root: string;
  /** The file's path from the root. */
  file: string;
  papers: ReadonlySet<string>;
  terms: ReadonlySet<string>;
  labs: ReadonlySet<string>;
  /** Ids that the page's own frame uses, besides those of its text. */
  framed: ReadonlySet<string>;
}

/** A link inside the site, as an author wrote it. */
export interface InternalLink {
  url: string;
  line: number;
}

/** What one body holds for the whole site to know. */
export interface BodyReport {
  problems: (Problem & { line: number })[];
  /** Every id of the text. */
  ids: string[];
  links: InternalLink[];
  /** Every character that the formulas draw, with its face: the fonts are cut to these. */
  glyphs: Glyph[];
}

/** Reports a problem at a node of the text. */
export type Say = (node: { position?: { start: { line: number } } | undefined }, problem: Problem) => void;

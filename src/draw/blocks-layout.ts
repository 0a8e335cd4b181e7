import { columnWidth, fontSize, type Frame, type Rect } from './frame.ts';
import type { Tone } from './Mark.tsx';
import type { Kind } from './palette.ts';
import { textWidth } from './text.ts';

/** One place in a block that holds several things, such as a token slot of a page of KV cache. */
export interface Slot {
  label?: string;
  kind?: Kind;
  tone?: Tone;
}

export interface Block {
  label?: string;
  /** Under the block: a shape such as `4×8`, a size, a count of references. */
  note?: string;
  kind?: Kind;
  tone?: Tone;
  /** In units; default 1. */
  width?: number;
  /** In units of the row's height; default 1. Lower blocks stand in the middle of the row. */
  height?: number;
  /** Nothing but its label: an operator between tensors. */
  bare?: boolean;
  /** Divides the block into equal places. */
  slots?: readonly Slot[];
}

export interface BlockRow {
  label?: string;
  blocks: readonly Block[];
}

/** An arrow from block to block, each given by its row and its place in the row. */
export interface BlockArrow {
  from: readonly [row: number, block: number];
  to: readonly [row: number, block: number];
  label?: string;
  kind?: Kind;
  dashed?: boolean;
}

export interface BlocksProps extends Frame {
  rows: readonly BlockRow[];
  arrows?: readonly BlockArrow[] | undefined;
  /** Figure units of a block of width 1; by default the widest row fills the frame, to at most 64. */
  unit?: number | undefined;
  /** Height of a block in figure units. */
  rowHeight?: number | undefined;
  /** Between blocks of a row. */
  gap?: number | undefined;
  /** Between rows; wider where arrows run. */
  rowGap?: number | undefined;
}

export interface BlocksLayout {
  /** The left edge of the blocks; labels end before it. */
  readonly left: number;
  readonly rows: readonly (readonly Rect[])[];
  readonly height: number;
}

const labelGap = 12;
const noteHeight = 18;
const largestUnit = 64;

/** Rows from the top, blocks from the left, row labels before them. */
export function blocksLayout(props: BlocksProps): BlocksLayout {
  const {
    rows,
    arrows = [],
    x = 0,
    y = 0,
    width = columnWidth,
    rowHeight = 34,
    gap = 4,
    rowGap = arrows.length > 0 ? 40 : 14,
  } = props;
  const names = Math.max(0, ...rows.map((row) => (row.label === undefined ? 0 : textWidth(row.label) + labelGap)));
  const left = x + names;
  const unit = props.unit ?? Math.min(largestUnit, ...rows.map((row) => unitOf(row, x + width - left, gap)));
  let top = y;
  const placed = rows.map((row) => {
    const tallest = Math.max(1, ...row.blocks.map((block) => block.height ?? 1)) * rowHeight;
    const rects = placeRow(row, left, top, tallest, { unit, rowHeight, gap });
    top += tallest + rowGap + (row.blocks.some((block) => block.note !== undefined) ? noteHeight : 0);
    return rects;
  });
  return { left, rows: placed, height: top - y - rowGap };
}

/** The height of rows of blocks, notes included. */
export const blocksHeight = (props: BlocksProps): number => blocksLayout(props).height;

/** The width of a unit at which a row fills `room`. */
function unitOf({ blocks }: BlockRow, room: number, gap: number): number {
  const fixed = blocks.filter((block) => block.bare).reduce((sum, block) => sum + bareWidth(block), 0);
  const units = blocks.filter((block) => !block.bare).reduce((sum, block) => sum + (block.width ?? 1), 0);
  return units === 0 ? largestUnit : (room - fixed - gap * (blocks.length - 1)) / units;
}

const bareWidth = (block: Block): number => textWidth(block.label ?? '', fontSize.large) + 10;

interface Measures {
  unit: number;
  rowHeight: number;
  gap: number;
}

function placeRow(
  row: BlockRow,
  left: number,
  top: number,
  tallest: number,
  { unit, rowHeight, gap }: Measures,
): Rect[] {
  let x = left;
  return row.blocks.map((block) => {
    const width = block.bare ? bareWidth(block) : (block.width ?? 1) * unit;
    const height = (block.height ?? 1) * rowHeight;
    const rect = { x, y: top + (tallest - height) / 2, width, height };
    x += width + gap;
    return rect;
  });
}

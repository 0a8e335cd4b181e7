import { columnWidth, fontSize, type Frame } from './frame.ts';
import { isCjk, textWidth } from './text.ts';

/** What of a grid decides where its cells stand. */
export interface GridShape extends Frame {
  values: readonly (readonly (number | null)[])[];
  rowLabels?: readonly string[] | undefined;
  columnLabels?: readonly string[] | undefined;
  rowTitle?: string | undefined;
  columnTitle?: string | undefined;
  /** The largest side of a cell. */
  cell?: number | undefined;
}

export interface GridLayout {
  readonly rows: number;
  readonly columns: number;
  /** The top left corner of cell (0, 0). */
  readonly left: number;
  readonly top: number;
  readonly cellWidth: number;
  readonly cellHeight: number;
  /** How column labels stand: level, one character under another, or slanted. */
  readonly columnLabels: 'level' | 'stacked' | 'slanted';
  /** Of the whole instrument, labels included. */
  readonly width: number;
  readonly height: number;
}

const labelGap = 8;
const titleHeight = 20;
const characterFeed = 14;
const slant = Math.sin((50 * Math.PI) / 180);

/**
 * Fits a matrix of cells into the frame: cells are square unless both sides are given and differ. Column labels that
 * are wider than a cell are stacked if Chinese and slanted if not.
 */
export function gridLayout(shape: GridShape): GridLayout {
  const { values, x = 0, y = 0, width = columnWidth, height, rowLabels = [], columnLabels = [], cell = 40 } = shape;
  const rows = values.length;
  const columns = Math.max(0, ...values.map((row) => row.length));
  const widest = (labels: readonly string[]) => Math.max(0, ...labels.map((label) => textWidth(label)));
  const rowRoom = Math.max(rowLabels.length > 0 ? widest(rowLabels) + labelGap : 0, rowTitleRoom(shape));
  const fitting = Math.min(cell, (width - rowRoom) / Math.max(1, columns));
  const stance = stanceOf(columnLabels, fitting);
  const columnRoom =
    columnLabels.length === 0
      ? 0
      : { level: 18, stacked: stackHeight(columnLabels), slanted: widest(columnLabels) * slant + 12 }[stance] + 4;
  const top = columnRoom + (shape.columnTitle === undefined ? 0 : titleHeight);
  const cellHeight = height === undefined ? fitting : Math.min(fitting, (height - top) / Math.max(1, rows));
  const cellWidth = height === undefined ? fitting : Math.min(fitting, Math.max(cellHeight, Math.min(fitting, cell)));
  const overhang = stance === 'slanted' ? widest(columnLabels) * Math.cos((50 * Math.PI) / 180) : 0;
  return {
    rows,
    columns,
    left: x + rowRoom,
    top: y + top,
    cellWidth,
    cellHeight,
    columnLabels: stance,
    width: rowRoom + columns * cellWidth + Math.max(0, overhang - cellWidth / 2),
    height: top + rows * cellHeight,
  };
}

/** A row title stands level above the row labels, and may need more room than they. */
const rowTitleRoom = ({ rowTitle }: GridShape): number =>
  rowTitle === undefined ? 0 : textWidth(rowTitle, fontSize.small) + labelGap;

const stackHeight = (labels: readonly string[]): number =>
  Math.max(...labels.map((label) => [...label].length)) * characterFeed + 4;

function stanceOf(labels: readonly string[], cellWidth: number): GridLayout['columnLabels'] {
  if (labels.every((label) => textWidth(label) <= cellWidth + 2)) return 'level';
  return labels.every((label) => isCjk(label) || textWidth(label) <= cellWidth) ? 'stacked' : 'slanted';
}

/** The size of a grid with its labels, so that a canvas can be made to measure. */
export const gridSize = (shape: GridShape): { width: number; height: number } => {
  const { width, height } = gridLayout(shape);
  return { width, height };
};

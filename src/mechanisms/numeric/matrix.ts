/**
 * A dense real matrix, row-major. Small on purpose: mechanisms are read as much as they are run, so operations are
 * the few that the papers' formulas use, and a wrong index throws instead of yielding `undefined`.
 */
export class Matrix {
  readonly rows: number;
  readonly cols: number;
  private readonly cells: Float64Array;

  constructor(rows: number, cols: number, cells: Float64Array = new Float64Array(rows * cols)) {
    if (cells.length !== rows * cols)
      throw new RangeError(`${cells.length} cells do not fill a ${rows}×${cols} matrix`);
    this.rows = rows;
    this.cols = cols;
    this.cells = cells;
  }

  /** A matrix whose cell (i, j) is `cell(i, j)`. */
  static from(rows: number, cols: number, cell: (i: number, j: number) => number): Matrix {
    const m = new Matrix(rows, cols);
    for (let i = 0; i < rows; i++) for (let j = 0; j < cols; j++) m.set(i, j, cell(i, j));
    return m;
  }

  /** A matrix of the given rows, which must be of one length. */
  static of(rows: readonly (readonly number[])[]): Matrix {
    const cols = rows[0]?.length ?? 0;
    if (rows.some((row) => row.length !== cols)) throw new RangeError('rows differ in length');
    return new Matrix(rows.length, cols, Float64Array.from(rows.flat()));
  }

  at(i: number, j: number): number {
    return this.cells[this.offset(i, j)]!;
  }

  set(i: number, j: number, value: number): void {
    this.cells[this.offset(i, j)] = value;
  }

  /** Row i as a fresh array. */
  row(i: number): number[] {
    this.offset(i, 0);
    return Array.from(this.cells.subarray(i * this.cols, (i + 1) * this.cols));
  }

  /** Column j as a fresh array. */
  col(j: number): number[] {
    return Array.from({ length: this.rows }, (_, i) => this.at(i, j));
  }

  toRows(): number[][] {
    return Array.from({ length: this.rows }, (_, i) => this.row(i));
  }

  map(f: (value: number, i: number, j: number) => number): Matrix {
    return Matrix.from(this.rows, this.cols, (i, j) => f(this.at(i, j), i, j));
  }

  transpose(): Matrix {
    return Matrix.from(this.cols, this.rows, (i, j) => this.at(j, i));
  }

  /** Rows [start, end) as a new matrix; `end` is cut at the last row, so that ragged last blocks need no care. */
  sliceRows(start: number, end: number): Matrix {
    const stop = Math.min(end, this.rows);
    return Matrix.from(Math.max(0, stop - start), this.cols, (i, j) => this.at(start + i, j));
  }

  /** Columns [start, end) as a new matrix; `end` is cut at the last column. */
  sliceCols(start: number, end: number): Matrix {
    const stop = Math.min(end, this.cols);
    return Matrix.from(this.rows, Math.max(0, stop - start), (i, j) => this.at(i, start + j));
  }

  /** This · other. Throws a RangeError where the inner dimensions differ. */
  times(other: Matrix): Matrix {
    if (this.cols !== other.rows) throw new RangeError(`${this.rows}×${this.cols} · ${other.rows}×${other.cols}`);
    return Matrix.from(this.rows, other.cols, (i, j) => {
      let sum = 0;
      for (let k = 0; k < this.cols; k++) sum += this.at(i, k) * other.at(k, j);
      return sum;
    });
  }

  plus(other: Matrix): Matrix {
    if (this.rows !== other.rows || this.cols !== other.cols) throw new RangeError('shapes differ');
    return this.map((value, i, j) => value + other.at(i, j));
  }

  scale(factor: number): Matrix {
    return this.map((value) => value * factor);
  }

  /** The largest absolute difference of two matrices of one shape. */
  distance(other: Matrix): number {
    if (this.rows !== other.rows || this.cols !== other.cols) throw new RangeError('shapes differ');
    let most = 0;
    for (let c = 0; c < this.cells.length; c++) most = Math.max(most, Math.abs(this.cells[c]! - other.cells[c]!));
    return most;
  }

  private offset(i: number, j: number): number {
    if (i < 0 || j < 0 || i >= this.rows || j >= this.cols)
      throw new RangeError(`(${i}, ${j}) is outside ${this.rows}×${this.cols}`);
    return i * this.cols + j;
  }
}

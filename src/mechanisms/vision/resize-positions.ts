/** Position embeddings for another resolution (ViT, Sec. 3.2): a bilinear interpolation by where patches stand in the image. */
import { Matrix } from '#mechanisms/numeric/matrix.ts';

// #region resize
/** Embeddings of a from×from grid, one a row, in reading order, as those of a to×to grid; corners keep theirs. */
export function resizePositions(positions: Matrix, from: number, to: number): Matrix {
  if (positions.rows !== from * from) throw new RangeError(`${positions.rows} positions are no ${from}×${from} grid`);
  const step = to === 1 ? 0 : (from - 1) / (to - 1);
  const place = (i: number) => {
    const low = Math.min(Math.floor(i * step), Math.max(0, from - 2));
    return { low, high: Math.min(low + 1, from - 1), share: i * step - low };
  };
  return Matrix.from(to * to, positions.cols, (n, d) => {
    const [y, x] = [place(Math.floor(n / to)), place(n % to)];
    const at = (row: number, column: number) => positions.at(row * from + column, d);
    const along = (row: number) => at(row, x.low) * (1 - x.share) + at(row, x.high) * x.share;
    return along(y.low) * (1 - y.share) + along(y.high) * y.share;
  });
}
// #endregion resize

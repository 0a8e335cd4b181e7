/** An image as a sequence of patches (ViT, Sec. 3.1), and the convolution that does the same. */
import { Matrix } from '#mechanisms/numeric/matrix.ts';

/** Pixels by row, column and channel. */
export interface Image {
  readonly height: number;
  readonly width: number;
  readonly channels: number;
  readonly at: (row: number, column: number, channel: number) => number;
}

// #region cut
/** x_p: one row of P²·C numbers for each of the HW/P² patches, in reading order. Throws a RangeError unless P divides both sides. */
export function cutPatches({ height, width, channels, at }: Image, P: number): Matrix {
  if (height % P !== 0 || width % P !== 0)
    throw new RangeError(`patches of ${P}×${P} do not fill ${height}×${width} pixels`);
  const across = width / P;
  return Matrix.from((height / P) * across, P * P * channels, (n, c) => {
    const [top, left] = [Math.floor(n / across) * P, (n % across) * P];
    const pixel = Math.floor(c / channels);
    return at(top + Math.floor(pixel / P), left + (pixel % P), c % channels);
  });
}

/** The patches' vectors x_p·E (Eq. 1), N×D, for E of P²·C×D. */
export const embedPatches = (image: Image, E: Matrix, P: number): Matrix => cutPatches(image, P).times(E);
// #endregion cut

// #region convolve
/** A convolution with D kernels of P×P×C: row dy·P·C + dx·C + c of `kernels` is the weight at (dy, dx, c). N×D, in reading order. */
export function convolve({ height, width, channels, at }: Image, kernels: Matrix, P: number, stride: number): Matrix {
  const [down, across] = [height, width].map((side) => Math.floor((side - P) / stride) + 1) as [number, number];
  return Matrix.from(down * across, kernels.cols, (n, d) => {
    const [top, left] = [Math.floor(n / across) * stride, (n % across) * stride];
    let sum = 0;
    for (let dy = 0; dy < P; dy++)
      for (let dx = 0; dx < P; dx++)
        for (let c = 0; c < channels; c++)
          sum += at(top + dy, left + dx, c) * kernels.at((dy * P + dx) * channels + c, d);
    return sum;
  });
}
// #endregion convolve

/** The law that the report fits to the loss by position: L(x) = αx^β + γ (Sec. 5.2.1.1). */

export interface PowerLaw {
  readonly alpha: number;
  readonly beta: number;
  readonly gamma: number;
}

export const powerLaw = ({ alpha, beta, gamma }: PowerLaw, x: number): number => alpha * x ** beta + gamma;

// #region fit
/** The least-squares fit: for each β the best α and γ are those of a straight line in x^β; β by golden section. */
export function fitPowerLaw(points: readonly (readonly [number, number])[]): PowerLaw {
  const at = (beta: number) => {
    const { slope: alpha, intercept: gamma } = line(points.map(([x, y]) => [x ** beta, y]));
    const error = points.reduce((sum, [x, y]) => sum + (powerLaw({ alpha, beta, gamma }, x) - y) ** 2, 0);
    return { alpha, beta, gamma, error };
  };
  const golden = (Math.sqrt(5) - 1) / 2;
  let [low, high] = [-2, -0.01];
  while (high - low > 1e-9) {
    const [a, b] = [high - golden * (high - low), low + golden * (high - low)];
    if (at(a).error < at(b).error) high = b;
    else low = a;
  }
  const { alpha, beta, gamma } = at((low + high) / 2);
  return { alpha, beta, gamma };
}
// #endregion fit

function line(points: readonly (readonly [number, number])[]): { slope: number; intercept: number } {
  const n = points.length;
  const [mx, my] = [0, 1].map((i) => points.reduce((sum, point) => sum + point[i]!, 0) / n) as [number, number];
  const slope =
    points.reduce((sum, [x, y]) => sum + (x - mx) * (y - my), 0) / points.reduce((sum, [x]) => sum + (x - mx) ** 2, 0);
  return { slope, intercept: my - slope * mx };
}

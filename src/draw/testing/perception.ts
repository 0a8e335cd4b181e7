/** How readers see an sRGB colour: WCAG 2.2 contrast, CIE L*a*b*, and the two red-green dichromacies. */

type Triple = readonly [number, number, number];

/** Linear-light red, green and blue in [0, 1] of `#rrggbb`. Throws on any other notation. */
export function linearOf(hex: string): Triple {
  const digits = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(hex);
  if (!digits) throw new Error(`${hex} is not #rrggbb`);
  const channel = (part: string | undefined) => {
    const c = Number.parseInt(part!, 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  };
  return [channel(digits[1]), channel(digits[2]), channel(digits[3])];
}

const luminance = ([r, g, b]: Triple) => 0.2126 * r + 0.7152 * g + 0.0722 * b;

/** WCAG contrast ratio of two colours, from 1 to 21. */
export function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(linearOf(a)), luminance(linearOf(b))].sort((p, q) => p - q) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

const times = (m: readonly Triple[], [x, y, z]: Triple): Triple =>
  m.map(([a, b, c]) => a * x + b * y + c * z) as unknown as Triple;

/** Simulation matrices at full severity in linear RGB: Machado, Oliveira and Fernandes 2009, table 1. */
const dichromacy = {
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
} as const satisfies Record<string, readonly Triple[]>;

export type Vision = 'normal' | keyof typeof dichromacy;

/** CIE L*a*b* (D65) of a colour as an eye with this vision sees it. */
export function labOf(hex: string, vision: Vision = 'normal'): Triple {
  const linear = vision === 'normal' ? linearOf(hex) : times(dichromacy[vision], linearOf(hex));
  const xyz = times(
    [
      [0.4124564, 0.3575761, 0.1804375],
      [0.2126729, 0.7151522, 0.072175],
      [0.0193339, 0.119192, 0.9503041],
    ],
    linear,
  );
  const f = (t: number) => (t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116);
  const [x, y, z] = [f(xyz[0] / 0.95047), f(xyz[1]), f(xyz[2] / 1.08883)];
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

/** CIE76 distance between two colours as seen with this vision; about 2 is just noticeable side by side. */
export function distance(a: string, b: string, vision: Vision): number {
  const [p, q] = [labOf(a, vision), labOf(b, vision)];
  return Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
}

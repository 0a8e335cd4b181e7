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

/** `#rrggbb` mixed as CSS color-mix(in oklab, a share, b) does (CSS Color 4, § 12; Ottosson 2020). */
export function mixInOklab(a: string, b: string, share: number): string {
  const [p, q] = [oklabOf(a), oklabOf(b)];
  const [l, m, s] = times(
    [
      [1, 0.3963377774, 0.2158037573],
      [1, -0.1055613458, -0.0638541728],
      [1, -0.0894841775, -1.291485548],
    ],
    [0, 1, 2].map((i) => p[i]! * share + q[i]! * (1 - share)) as unknown as Triple,
  );
  const linear = times(
    [
      [4.0767416621, -3.3077115913, 0.2309699292],
      [-1.2684380046, 2.6097574011, -0.3413193965],
      [-0.0041960863, -0.7034186147, 1.707614701],
    ],
    [l ** 3, m ** 3, s ** 3],
  );
  const encode = (c: number) => (c <= 0.0031308 ? 12.92 * c : 1.055 * c ** (1 / 2.4) - 0.055);
  const digits = (c: number) =>
    Math.round(255 * Math.min(1, Math.max(0, encode(c))))
      .toString(16)
      .padStart(2, '0');
  return `#${linear.map(digits).join('')}`;
}

function oklabOf(hex: string): Triple {
  const cone = times(
    [
      [0.4122214708, 0.5363325363, 0.0514459929],
      [0.2119034982, 0.6806995451, 0.1073969566],
      [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    linearOf(hex),
  );
  return times(
    [
      [0.2104542553, 0.793617785, -0.0040720468],
      [1.9779984951, -2.428592205, 0.4505937099],
      [0.0259040371, 0.7827717662, -0.808675766],
    ],
    cone.map(Math.cbrt) as unknown as Triple,
  );
}

/** CIE76 distance between two colours as seen with this vision; about 2 is just noticeable side by side. */
export function distance(a: string, b: string, vision: Vision): number {
  const [p, q] = [labOf(a, vision), labOf(b, vision)];
  return Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
}

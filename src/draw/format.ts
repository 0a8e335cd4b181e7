/** How a number is written beside a mark. */
export type Format = (value: number) => string;

const noBreakSpace = '\u00a0';

/** Writes the true minus sign, and no minus before a zero that rounding made. */
const signed = (digits: string): string => (Number(digits) === 0 ? digits.replace('-', '') : digits.replace('-', '−'));

/** A fixed number of decimals: `fixed(2)(-0.5)` is −0.50. */
export const fixed =
  (decimals: number): Format =>
  (value) =>
    signed(value.toFixed(decimals));

/** To `significant` digits, but never coarser than a whole number. */
const rounded = (value: number, significant: number): number =>
  Math.abs(value) >= 10 ** significant ? Math.round(value) : Number(value.toPrecision(significant));

/** At most `significant` digits and no trailing zeros; whole numbers in full, with thousands in groups from 10,000 on. */
export function formatNumber(value: number, significant = 4): string {
  if (!Number.isFinite(value)) return value > 0 ? '∞' : value < 0 ? '−∞' : '–';
  const shown = rounded(value, significant);
  return (Math.abs(shown) >= 10_000 ? shown.toLocaleString('en-US') : String(shown)).replace('-', '−');
}

/** `value` in the largest of `units` (each `base` times the one before) that leaves at least 1; rounding may step up. */
function inUnits(value: number, base: number, units: readonly string[], significant: number): [string, string] {
  let scaled = value;
  let unit = 0;
  while (unit < units.length - 1 && Math.abs(rounded(scaled, significant)) >= base) {
    scaled /= base;
    unit += 1;
  }
  return [formatNumber(scaled, significant), units[unit]!];
}

/** SI prefixes for thousands and up, without a unit: 175000000000 is 175G; `significant` digits. */
export function formatSI(value: number, significant = 3): string {
  return inUnits(value, 1000, ['', 'k', 'M', 'G', 'T', 'P', 'E', 'Z', 'Y'], significant).join('');
}

/** Counts as papers write them: 7B parameters, 1.5T tokens. */
export function formatCount(value: number, significant = 3): string {
  return inUnits(value, 1000, ['', 'K', 'M', 'B', 'T'], significant).join('');
}

/** Bytes in decimal units, as papers and drives count: 31406250000 is 31.4 GB. */
export function formatBytes(value: number, significant = 3): string {
  return inUnits(value, 1000, ['B', 'kB', 'MB', 'GB', 'TB', 'PB', 'EB'], significant).join(noBreakSpace);
}

/** Bytes in binary units, as memory chips count: 1073741824 is 1 GiB. */
export function formatBinaryBytes(value: number, significant = 3): string {
  return inUnits(value, 1024, ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB', 'EiB'], significant).join(noBreakSpace);
}

/** A share of 1 as a percentage: 0.702 is 70.2%. */
export const formatPercent = (value: number, significant = 3): string => `${formatNumber(value * 100, significant)}%`;

/** Seconds in the unit that reads best: 0.0031 is 3.1 ms. */
export function formatSeconds(value: number, significant = 3): string {
  if (Math.abs(value) >= 1 || value === 0) return `${formatNumber(value, significant)}${noBreakSpace}s`;
  return inUnits(value * 1e9, 1000, ['ns', 'µs', 'ms', 's'], significant).join(noBreakSpace);
}

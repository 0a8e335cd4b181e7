/**
 * An arithmetic coder with a fixed table of frequencies, after Witten, Neal and Cleary (1987): integers of 32 bits, bits
 * put out as soon as they are certain. The message becomes one number in an interval that shrinks by each symbol's share.
 */

/** How often each symbol occurs: symbol s owns the stretch from cumulative[s] to cumulative[s + 1] of total. */
export interface FrequencyTable {
  /** Symbols in ascending order. */
  symbols: readonly number[];
  cumulative: readonly number[];
  total: number;
}

const TOP = 2 ** 32;
const HALF = TOP / 2;
const QUARTER = TOP / 4;

/** The table of what occurs in `message`. */
export function countSymbols(message: readonly number[]): FrequencyTable {
  const counts = new Map<number, number>();
  for (const symbol of message) counts.set(symbol, (counts.get(symbol) ?? 0) + 1);
  const symbols = [...counts.keys()].sort((a, b) => a - b);
  const cumulative = [0];
  for (const symbol of symbols) cumulative.push(cumulative.at(-1)! + counts.get(symbol)!);
  return { symbols, cumulative, total: message.length };
}

/** Σ −log₂ P(symbol), in bits: no code with these probabilities can be shorter on average. */
export function idealBits(message: readonly number[], { symbols, cumulative, total }: FrequencyTable): number {
  const bits = new Map(symbols.map((symbol, i) => [symbol, Math.log2(total / (cumulative[i + 1]! - cumulative[i]!))]));
  return message.reduce((sum, symbol) => sum + bits.get(symbol)!, 0);
}

// #region narrow
/** The part of [low, high] that belongs to the i-th symbol, its width in proportion to how often the symbol occurs. */
function narrow({ low, high }: Interval, { cumulative, total }: FrequencyTable, i: number): Interval {
  const range = high - low + 1;
  return {
    low: low + Math.floor((range * cumulative[i]!) / total),
    high: low + Math.floor((range * cumulative[i + 1]!) / total) - 1,
  };
}

/** Doubles the interval for each bit that is certain: 0 in the lower half, 1 in the upper, put off around the middle. */
function settle({ low, high }: Interval, put: (bit: 0 | 1 | 'later') => void): Interval {
  for (;;) {
    let shift: number;
    if (high < HALF) [shift] = [0, put(0)];
    else if (low >= HALF) [shift] = [HALF, put(1)];
    else if (low >= QUARTER && high < HALF + QUARTER) [shift] = [QUARTER, put('later')];
    else return { low, high };
    [low, high] = [2 * (low - shift), 2 * (high - shift) + 1];
  }
}
// #endregion narrow

/** Both ends belong to it. */
interface Interval {
  low: number;
  high: number;
}

/** The message as bits. Throws a RangeError for a symbol that the table does not know. */
export function encode(message: readonly number[], table: FrequencyTable): number[] {
  const place = new Map(table.symbols.map((symbol, i) => [symbol, i]));
  const bits: number[] = [];
  let waiting = 0;
  const put = (bit: 0 | 1 | 'later') => {
    if (bit === 'later') return void waiting++;
    bits.push(bit);
    for (; waiting > 0; waiting--) bits.push(1 - bit);
  };
  let interval: Interval = { low: 0, high: TOP - 1 };
  for (const symbol of message) {
    const i = place.get(symbol);
    if (i === undefined) throw new RangeError(`the table has no ${symbol}`);
    interval = settle(narrow(interval, table, i), put);
  }
  waiting++;
  put(interval.low < QUARTER ? 0 : 1);
  return bits;
}

/** The `length` symbols that these bits were made from. */
export function decode(bits: readonly number[], length: number, table: FrequencyTable): number[] {
  let at = 32;
  let code = 0;
  for (let i = 0; i < at; i++) code = 2 * code + (bits[i] ?? 0);
  const take = (shift: number) => void (code = 2 * (code - shift) + (bits[at++] ?? 0));
  let interval: Interval = { low: 0, high: TOP - 1 };
  return Array.from({ length }, () => {
    const range = interval.high - interval.low + 1;
    const share = Math.floor(((code - interval.low + 1) * table.total - 1) / range);
    const i = table.cumulative.findIndex((from, j) => from <= share && share < table.cumulative[j + 1]!);
    interval = settle(narrow(interval, table, i), (bit) => take(bit === 'later' ? QUARTER : bit * HALF));
    return table.symbols[i]!;
  });
}

/**
 * A backlog: requests that all wait from the start, with exponential lengths.
 *
 * Modelled: the mean lengths of a data set. Left out: its true distribution, and any tie between prompt and output.
 */
import type { Trace } from '#mechanisms/serving/request.ts';

/** Mean tokens of prompt and output. */
export interface MeanLengths {
  readonly prompt: number;
  readonly output: number;
}

/** PagedAttention, Fig. 11: chats that users shared, and short instructions. */
export const shareGpt: MeanLengths = { prompt: 161.31, output: 337.99 };
export const alpaca: MeanLengths = { prompt: 19.31, output: 58.45 };

/** The root of x³ = x + 1: steps of 1/g and 1/g² spread points evenly over the unit square (the R₂ sequence). */
const g = 1.324717957244746;

/**
 * `count` waiting requests, none longer than `longest` tokens in all. Their lengths are quantiles that fill the
 * distribution evenly, so that averages settle after few requests.
 */
export function backlog(means: MeanLengths, count: number, longest: number): Trace {
  return Array.from({ length: count }, (_, id) => {
    const prompt = Math.min(longest - 1, exponential(means.prompt, (id + 1) / g));
    const output = Math.min(longest - prompt, exponential(means.output, (id + 1) / g ** 2));
    return { id, arrival: 0, prompt, output };
  });
}

/** The whole length, at least 1, below which the fraction of `x` of an exponential distribution lies. */
const exponential = (mean: number, x: number): number => Math.ceil(-mean * Math.log(1 - (x % 1))) || 1;

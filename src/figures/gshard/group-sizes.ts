import { drawGates, tallyGroups } from '#mechanisms/moe/gating-sample.ts';
import { createRandom } from '#mechanisms/numeric/random.ts';

const N = 2048;
const E = 8;

/** Tokens per group; C = 2S/E goes from 2 to 512. */
export const sizes = [8, 16, 32, 64, 256, 2048];

const gates = drawGates(N, E, createRandom(7));

/** The same 2,048 tokens cut into groups of each size. */
export const tallies = sizes.map((S) => tallyGroups(gates, N / S, createRandom(8).next));

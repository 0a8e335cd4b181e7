/** Texts for the tiny decoder: random words, and a few names that occur in several texts and in the question. */
import type { Random } from '#mechanisms/numeric/random.ts';
import type { Vector } from './tiny-decoder.ts';

export interface Retrieved {
  readonly chunks: readonly (readonly Vector[])[];
  readonly question: readonly Vector[];
  /** Where in the chunks, read one after another, names stand; in ascending order. */
  readonly names: readonly number[];
}

export interface TextShape {
  readonly chunks: number;
  /** Tokens of each chunk. */
  readonly size: number;
  /** Width of an embedding. */
  readonly d: number;
}

/** Each chunk has two of three names at places of their own, never at its start; the question has two names and two other words. */
export function textsWithNames({ chunks, size, d }: TextShape, random: Random): Retrieved {
  const word = () => Array.from({ length: d }, () => random.normal());
  const pool = [word(), word(), word()];
  const names: number[] = [];
  const texts = Array.from({ length: chunks }, (_, c) => {
    const text = Array.from({ length: size }, word);
    const first = random.integer(1, size - 1);
    const second = 1 + ((first - 1 + random.integer(1, size - 2)) % (size - 1));
    for (const place of [first, second].sort((a, b) => a - b)) {
      text[place] = pool[random.integer(0, pool.length - 1)]!;
      names.push(c * size + place);
    }
    return text;
  });
  return { chunks: texts, question: [pool[0]!, word(), pool[1]!, word()], names };
}

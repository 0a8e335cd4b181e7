/**
 * A synthetic hour of chat, in the format of Mooncake's public traces: for each request when it arrives, how long its
 * prompt is, and the keys of its blocks of 512 tokens (Appendix A).
 *
 * Modelled: a system prompt that everybody shares, conversations whose next prompt is the whole of the last one and
 * something new, the time people take to read and reply. Left out: two people who upload the same document, questions
 * edited and asked again, the daily tide. The numbers are ours, chosen so that the hour resembles the public
 * conversation trace; no record of a real user is in it.
 */
import { createRandom, type Random } from '#mechanisms/numeric/random.ts';

export const blockTokens = 512;

export interface Prompt {
  /** Seconds. */
  readonly arrival: number;
  readonly tokens: number;
  /** Keys of its blocks; an unfilled last block has a key that never comes again. */
  readonly blocks: readonly number[];
}

/** A quantity whose logarithm is normal. */
interface LogNormal {
  readonly median: number;
  /** Standard deviation of the logarithm. */
  readonly spread: number;
}

/** What a trace is drawn from. */
export interface Chatter {
  /** Conversations that begin. */
  readonly conversations: number;
  /** Seconds over which they begin, evenly; what would come later is cut off. */
  readonly seconds: number;
  /** The chance that a reply gets another question. */
  readonly next: number;
  readonly first: LogNormal;
  /** Tokens that a turn adds: the last reply and the new question. */
  readonly added: LogNormal;
  /** Seconds between two questions of a conversation. */
  readonly pause: LogNormal;
  /** Longer prompts are cut. */
  readonly longest: number;
}

/** Resembles the public conversation trace: 12,031 requests in an hour, 12,035 tokens each on average. */
export const chatHour: Chatter = {
  conversations: 7700,
  seconds: 3540,
  next: 0.39,
  first: { median: 4900, spread: 1.2 },
  added: { median: 1000, spread: 1.5 },
  pause: { median: 160, spread: 1.1 },
  longest: 128 * 1024,
};

/** Requests in order of arrival; same seed, same trace. */
export function conversationTrace(chatter: Chatter, seed: number): Prompt[] {
  const random = createRandom(seed);
  const prompts: Prompt[] = [];
  const system = 0;
  let fresh = 1;
  for (let c = 0; c < chatter.conversations; c++) {
    const filled = [system]; // full blocks so far
    let arrival = random.next() * chatter.seconds;
    let tokens = blockTokens + draw(chatter.first, random);
    while (arrival < chatter.seconds) {
      tokens = Math.min(Math.ceil(tokens), chatter.longest);
      while ((filled.length + 1) * blockTokens <= tokens) filled.push(fresh++);
      const tail = tokens % blockTokens === 0 ? [] : [fresh++];
      prompts.push({ arrival, tokens, blocks: [...filled, ...tail] });
      if (random.next() >= chatter.next) break;
      arrival += draw(chatter.pause, random);
      tokens += draw(chatter.added, random);
    }
  }
  return prompts.sort((a, b) => a.arrival - b.arrival);
}

const draw = ({ median, spread }: LogNormal, random: Random): number => median * Math.exp(spread * random.normal());

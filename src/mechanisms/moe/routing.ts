/**
 * What a gate decides, whatever its algorithm: which token goes to which place of which expert's buffer, and how much
 * that expert's answer will count. GShard (top two) and Switch Transformer (top one) both end in such a list.
 */

/** One token at one place of one expert's buffer. Tokens, experts and places are counted from 0. */
export interface Assignment {
  readonly token: number;
  readonly expert: number;
  /** Place c in the expert's buffer, 0 ≤ slot < C. */
  readonly slot: number;
  /** How much the expert's output counts in the token's result. */
  readonly weight: number;
}

/** The decisions of one gate over one group of tokens that share buffers of C places an expert. */
export interface Routing {
  readonly tokens: number;
  readonly experts: number;
  /** Places per expert, C. */
  readonly C: number;
  readonly assignments: readonly Assignment[];
}

/** The tokens that no expert took: the layer adds nothing to them, and the residual connection carries them on. */
export function overflowed({ tokens, assignments }: Routing): number[] {
  const taken = new Set(assignments.map(({ token }) => token));
  return Array.from({ length: tokens }, (_, token) => token).filter((token) => !taken.has(token));
}

/** Who sits where: occupants[expert][slot], undefined for an empty place, which is computed all the same. */
export function occupants({ experts, C, assignments }: Routing): (Assignment | undefined)[][] {
  const places: (Assignment | undefined)[][] = Array.from({ length: experts }, () => Array.from({ length: C }));
  for (const assignment of assignments) places[assignment.expert]![assignment.slot] = assignment;
  return places;
}

/** The laws of every routing: places exist, hold one token each, and no token comes to an expert twice. Throws otherwise. */
export function validateRouting({ tokens, experts, C, assignments }: Routing): void {
  const [places, visits] = [new Set<string>(), new Set<string>()];
  for (const { token, expert, slot, weight } of assignments) {
    if (token < 0 || token >= tokens || expert < 0 || expert >= experts)
      throw new RangeError('no such token or expert');
    if (slot < 0 || slot >= C) throw new RangeError(`place ${slot} of a buffer of ${C}`);
    if (!(weight > 0 && weight <= 1)) throw new RangeError(`weight ${weight}`);
    if (places.has(`${expert}:${slot}`)) throw new RangeError(`two tokens at place ${slot} of expert ${expert}`);
    if (visits.has(`${expert}:${token}`)) throw new RangeError(`token ${token} twice at expert ${expert}`);
    places.add(`${expert}:${slot}`);
    visits.add(`${expert}:${token}`);
  }
}

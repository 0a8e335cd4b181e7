/** The colours with a fixed meaning on every page, by group. Values live in src/styles/palette.css. */
export const groups = {
  attention: ['q', 'k', 'v'],
  phases: ['prefill', 'decode'],
  activity: ['compute', 'communication', 'idle', 'fault'],
  pipeline: ['forward', 'backward', 'weight-gradient'],
  memory: ['parameters', 'gradients', 'optimizer', 'activations', 'kv'],
  /** Individuals without a fixed meaning (requests, experts, devices): label them too. */
  items: ['item-1', 'item-2', 'item-3', 'item-4', 'item-5', 'item-6'],
} as const;

/** Quiet kinds for lines, boxes and comparisons: `accent` is the paper's own method, `ink` and `muted` its baselines. */
const quiet = { accent: 'figure-accent', ink: 'figure-ink', muted: 'figure-muted', neutral: 'figure-shade' } as const;

export type Meaning = (typeof groups)[keyof typeof groups][number];

/** What a mark stands for; it decides colour and pattern. */
export type Kind = Meaning | keyof typeof quiet;

const isQuiet = (kind: Kind): kind is keyof typeof quiet => Object.hasOwn(quiet, kind);

/** The colour of a kind, as a CSS value for `fill` and `stroke`. */
export const colourOf = (kind: Kind): string => `var(--${isQuiet(kind) ? quiet[kind] : kind})`;

/** The colour of text that stands on a fill of this kind, at least 4.5 : 1. */
export function textOn(kind: Kind): string {
  if (!isQuiet(kind)) return `var(--on-${kind})`;
  return kind === 'neutral' ? ink : surface;
}

/** How much of its colour a name keeps: marks need a contrast of 3 against paper, text 4.5. */
export const textShare = 0.62;

/** The colour of text that names a kind on the bare page: the kind's, drawn towards ink until it reads. */
export function textOf(kind: Kind): string {
  if (kind === 'neutral' || kind === 'idle') return muted;
  return isQuiet(kind) ? colourOf(kind) : `color-mix(in oklab, ${colourOf(kind)} ${textShare * 100}%, ${ink})`;
}

/** The kind for the i-th individual, from 0; they repeat after six. */
export const itemKind = (index: number): Kind => groups.items[index % groups.items.length]!;

export const surface = 'var(--figure-surface)';
export const ink = 'var(--figure-ink)';
export const muted = 'var(--figure-muted)';
export const line = 'var(--figure-line)';
export const shade = 'var(--figure-shade)';

/** A pale wash of a kind over paper, for large areas; text on it is ink. */
export const tintOf = (kind: Kind): string =>
  kind === 'neutral' ? shade : `color-mix(in oklab, ${colourOf(kind)} 18%, ${surface})`;

export type RampName = 'sequential' | 'diverging';

/** A heat cell's fill and the colour of the text on it. */
export interface Heat {
  readonly fill: string;
  readonly text: string;
}

const steps = 9;

/**
 * The heat of `value` within `domain`, in nine steps; values outside are held at the ends.
 * A diverging ramp puts the middle of the domain on its neutral step.
 */
export function heatOf(value: number, domain: readonly [number, number], ramp: RampName = 'sequential'): Heat {
  const [low, high] = domain;
  const share = high > low ? (value - low) / (high - low) : 0;
  const step = Math.round(Math.min(1, Math.max(0, share)) * (steps - 1));
  const name = `${ramp === 'sequential' ? 'ramp' : 'diverging'}-${step}`;
  return { fill: `var(--${name})`, text: `var(--on-${name})` };
}

/** The nine steps of a ramp from low to high. */
export const rampOf = (ramp: RampName): Heat[] =>
  Array.from({ length: steps }, (_, step) => heatOf(step, [0, steps - 1], ramp));

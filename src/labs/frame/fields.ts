/**
 * The state of a lab, described as data: from this one description follow the controls, their keyboard operation, the
 * address (`?lab=…`), reset, and the browser test that moves every control.
 */
interface Described {
  /** What the control changes, in the reader's language. */
  label: string;
  /** The letter that the page's formulas use for it, shown beside the label in the same colour as in the figure. */
  symbol?: string;
  /** A colour name of styles/palette.css, without dashes: `prefill`. */
  colour?: string;
}

/** A number on a slider. With `values` the slider steps through that list instead of min … max. */
export interface RangeField extends Described {
  kind: 'range';
  min: number;
  max: number;
  step: number;
  initial: number;
  values?: readonly number[];
  format?: (value: number) => string;
}

/** One of a few named options. */
export interface ChoiceField<V extends string = string> extends Described {
  kind: 'choice';
  options: Readonly<Record<V, string>>;
  initial: NoInfer<V>;
}

export interface SwitchField extends Described {
  kind: 'switch';
  initial: boolean;
}

/** A playhead over the steps of a run: back, forward, play, and a slider. `last` is the last step of the present run. */
export interface StepsField extends Described {
  kind: 'steps';
  initial: number;
  /** Milliseconds a step while playing. */
  pace?: number;
  format?: (value: number) => string;
}

/** A set of named things, each a toggle (and usually a place in the figure that can be clicked). */
export interface SetField<V extends string = string> extends Described {
  kind: 'set';
  options: Readonly<Record<V, string>>;
  initial: readonly NoInfer<V>[];
}

export type Field = RangeField | ChoiceField | SwitchField | StepsField | SetField;
export type Fields = Readonly<Record<string, Field>>;

export type ValueOf<F> = F extends { kind: 'range' | 'steps' }
  ? number
  : F extends { kind: 'switch' }
    ? boolean
    : F extends { kind: 'set'; options: Readonly<Record<infer V extends string, string>> }
      ? readonly V[]
      : F extends { kind: 'choice'; options: Readonly<Record<infer V extends string, string>> }
        ? V
        : never;

export type StateOf<F extends Fields> = { readonly [K in keyof F]: ValueOf<F[K]> };

/** The state in which a lab opens, and to which reset returns. */
export function initialState<F extends Fields>(fields: F): StateOf<F> {
  return Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, field.initial])) as StateOf<F>;
}

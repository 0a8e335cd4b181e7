import type { ComponentChild } from 'preact';
import type { Fields, StateOf } from './fields.ts';

export interface ViewProps<S, R> {
  state: S;
  result: R;
  /** Changes part of the state; the address and every number follow. */
  set(change: Partial<S>): void;
}

/** The numbers behind a figure, as a table that can be read and copied. */
export interface NumbersTable {
  columns: readonly string[];
  rows: readonly (readonly (string | number)[])[];
}

/** An interactive figure: its state as data, its arithmetic by a mechanism, its picture by draw/. */
export interface Lab<F extends Fields = Fields, R = unknown> {
  /** The folder's name; stands in addresses. */
  id: string;
  /** The slug of the paper that it explains. */
  paper: string;
  title: string;
  /** The one sentence to take away; true of the first frame. */
  takeaway: string;
  /** What is simplified, openly. */
  simplified: string;
  fields: F;
  /** All that the view shows, computed by mechanisms from the state: no arithmetic of the paper stands in the view. */
  compute(state: StateOf<F>): R;
  /** The last step of a run, for labs with a `steps` field. */
  last?(state: StateOf<F>, result: R): number;
  View(props: ViewProps<StateOf<F>, R>): ComponentChild;
  /** The state and its consequence in one or two sentences: read aloud by screen readers, shown under the figure. */
  summary(state: StateOf<F>, result: R): string;
  numbers(state: StateOf<F>, result: R): NumbersTable;
  /** States worth a look, named; shown as buttons. */
  presets?: readonly { label: string; state: Partial<StateOf<F>> }[];
}

/** A lab with its types inferred; erased to the general type, so that the frame can hold any. */
export function defineLab<F extends Fields, R>(lab: Lab<F, R>): Lab {
  return lab as unknown as Lab;
}

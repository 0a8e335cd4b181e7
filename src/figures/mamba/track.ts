import { columnWidth } from '#draw/frame.ts';
import { itemKind, type Kind } from '#draw/palette.ts';
import { task } from './setting.ts';

/** Left of the tokens stand the names of the rows. */
export const gutter = 78;
export const cell = (columnWidth - gutter) / task.L;

/** Where token t begins. */
export const left = (t: number): number => gutter + t * cell;

/** The kind of a data token's colour, 1 … colours. */
export const kindOf = (colour: number): Kind => itemKind(colour - 1);

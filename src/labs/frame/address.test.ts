import { describe, expect, it } from 'vitest';
import { decodeState, encodeState } from './address.ts';
import { initialState, type Fields } from './fields.ts';

const fields = {
  M: { kind: 'range', label: '', min: 1, max: 9, step: 1, initial: 4 },
  size: { kind: 'range', label: '', min: 8, max: 64, step: 1, values: [8, 16, 64], initial: 16 },
  mask: { kind: 'choice', label: '', options: { none: '', causal: '' }, initial: 'none' },
  scale: { kind: 'switch', label: '', initial: true },
  step: { kind: 'steps', label: '', initial: 0 },
  dead: { kind: 'set', label: '', options: { 'W0.1': '', 'W1.2': '' }, initial: ['W1.2'] },
} as const satisfies Fields;

const initial = initialState(fields);

describe('the address of a lab', () => {
  it('is empty for the initial state', () => expect(encodeState(fields, initial)).toBe(''));

  it('names only what differs, in the order of the fields', () => {
    expect(encodeState(fields, { ...initial, scale: false, M: 7 })).toBe('M.7_scale.off');
  });

  it.each([
    ['a slider', { M: 9 }],
    ['a slider over a list', { size: 64 }],
    ['a choice', { mask: 'causal' as const }],
    ['a switch', { scale: false }],
    ['a playhead', { step: 12 }],
    ['an empty set', { dead: [] }],
    ['a full set, whose names hold the separator of keys and values', { dead: ['W0.1', 'W1.2'] as const }],
  ])('brings back %s', (_, change) => {
    const state = { ...initial, ...change };
    expect(decodeState(fields, encodeState(fields, state))).toEqual(state);
  });

  it.each(['M.abc', 'size.9', 'mask.sideways', 'scale.maybe', 'step.-1', 'nothing', '', '__proto__.1'])(
    'reads %j as the initial state',
    (text) => {
      expect(decodeState(fields, text)).toEqual(initial);
    },
  );

  it('holds numbers within the slider', () => expect(decodeState(fields, 'M.900').M).toBe(9));
});

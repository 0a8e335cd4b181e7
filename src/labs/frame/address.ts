import { initialState, type Field, type Fields, type StateOf } from './fields.ts';

/**
 * A lab's state as one value of the address, `M.96_causal.on`: only what differs from the initial state, in the order of
 * the fields, so that equal states have equal addresses.
 */
export function encodeState<F extends Fields>(fields: F, state: StateOf<F>): string {
  return Object.entries(fields)
    .map(([key, field]): [string, string, string] => [
      key,
      encode(field, state[key as keyof F]),
      encode(field, field.initial),
    ])
    .filter(([, value, initial]) => value !== initial)
    .map(([key, value]) => `${key}.${value}`)
    .join('_');
}

/** The state that `text` describes; whatever it does not name, or names wrongly, is as in the initial state. */
export function decodeState<F extends Fields>(fields: F, text: string): StateOf<F> {
  const given = new Map(
    text.split('_').map((part) => [part.slice(0, part.indexOf('.')), part.slice(part.indexOf('.') + 1)]),
  );
  const entries = Object.entries(fields).map(([key, field]) => [key, decode(field, given.get(key)) ?? field.initial]);
  return { ...initialState(fields), ...Object.fromEntries(entries) } as StateOf<F>;
}

function encode(field: Field, value: unknown): string {
  if (field.kind === 'switch') return value ? 'on' : 'off';
  if (field.kind === 'set') return (value as string[]).join('~') || '-';
  return String(value);
}

function decode(field: Field, text: string | undefined): unknown {
  if (text === undefined) return undefined;
  switch (field.kind) {
    case 'switch':
      return text === 'on' ? true : text === 'off' ? false : undefined;
    case 'choice':
      return text in field.options ? text : undefined;
    case 'set':
      return text === '-' ? [] : text.split('~').filter((name) => name in field.options);
    case 'steps':
      return /^\d+$/.test(text) ? Number(text) : undefined;
    case 'range':
      return allowed(field, Number(text));
  }
}

function allowed(field: Extract<Field, { kind: 'range' }>, value: number): number | undefined {
  if (!Number.isFinite(value)) return undefined;
  if (field.values) return field.values.includes(value) ? value : undefined;
  return Math.min(field.max, Math.max(field.min, value));
}

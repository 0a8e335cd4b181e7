import type { Field, RangeField, StepsField } from './fields.ts';
import { Playhead } from './Playhead.tsx';

export interface ControlProps {
  /** Unique on the page: `<lab-id>-<key>`. */
  id: string;
  field: Field;
  value: unknown;
  last: number;
  disabled: boolean;
  onChange(value: unknown): void;
}

/** One field's control: native inputs, so that keyboard, touch and screen readers work as readers know them. */
export function Control({ id, field, value, last, disabled, onChange }: ControlProps) {
  switch (field.kind) {
    case 'range':
      return <Range id={id} field={field} value={value as number} disabled={disabled} onChange={onChange} />;
    case 'steps':
      return (
        <Playhead
          id={id}
          field={field as StepsField}
          value={value as number}
          last={last}
          disabled={disabled}
          onChange={onChange}
        />
      );
    case 'switch':
      return (
        <label class="control control-switch">
          <input
            id={id}
            type="checkbox"
            role="switch"
            checked={value as boolean}
            disabled={disabled}
            onChange={(e) => onChange(e.currentTarget.checked)}
          />
          <Name field={field} />
        </label>
      );
    case 'choice':
      return (
        <fieldset class="control control-choice" disabled={disabled}>
          <legend>
            <Name field={field} />
          </legend>
          {Object.entries(field.options).map(([option, label]) => (
            <label key={option}>
              <input
                type="radio"
                name={id}
                value={option}
                checked={value === option}
                onChange={() => onChange(option)}
              />
              <span>{label}</span>
            </label>
          ))}
        </fieldset>
      );
    case 'set':
      return (
        <Toggles id={id} field={field} value={value as readonly string[]} disabled={disabled} onChange={onChange} />
      );
  }
}

function Name({ field }: { field: Field }) {
  const style = field.colour ? { color: `var(--${field.colour}-ink, var(--${field.colour}))` } : undefined;
  return (
    <span class="control-name">
      {field.label}
      {field.symbol && (
        <i class="control-symbol" style={style}>
          {field.symbol}
        </i>
      )}
    </span>
  );
}

interface RangeProps {
  id: string;
  field: RangeField;
  value: number;
  disabled: boolean;
  onChange(value: number): void;
}

function Range({ id, field, value, disabled, onChange }: RangeProps) {
  const { values, format = String } = field;
  const slider = values
    ? { min: 0, max: values.length - 1, step: 1, value: Math.max(0, values.indexOf(value)) }
    : { min: field.min, max: field.max, step: field.step, value };
  return (
    <label class="control control-range">
      <span class="control-head">
        <Name field={field} />
        <output for={id}>{format(value)}</output>
      </span>
      <input
        id={id}
        type="range"
        {...slider}
        aria-valuetext={format(value)}
        disabled={disabled}
        onInput={(e) => onChange(values ? values[e.currentTarget.valueAsNumber]! : e.currentTarget.valueAsNumber)}
      />
    </label>
  );
}

interface TogglesProps {
  id: string;
  field: Extract<Field, { kind: 'set' }>;
  value: readonly string[];
  disabled: boolean;
  onChange(value: readonly string[]): void;
}

function Toggles({ id, field, value, disabled, onChange }: TogglesProps) {
  const names = Object.keys(field.options);
  const toggle = (name: string, on: boolean) => onChange(names.filter((n) => (n === name ? on : value.includes(n))));
  return (
    <fieldset class="control control-set" disabled={disabled}>
      <legend>
        <Name field={field} />
      </legend>
      {names.map((name) => (
        <label key={name}>
          <input
            type="checkbox"
            name={id}
            value={name}
            checked={value.includes(name)}
            onChange={(e) => toggle(name, e.currentTarget.checked)}
          />
          <span>{field.options[name]}</span>
        </label>
      ))}
    </fieldset>
  );
}

import { useEffect, useMemo, useState } from 'preact/hooks';
import { text } from '#language/dictionary.ts';
import { decodeState, encodeState } from './address.ts';
import { Control } from './Control.tsx';
import { initialState, type StateOf, type Fields } from './fields.ts';
import type { Lab } from './lab.ts';
import { LabTools } from './LabTools.tsx';
import { Numbers } from './Numbers.tsx';

export interface LabFrameProps {
  lab: Lab;
  /** Where the lab stands alone, absolute. */
  embed: string;
}

type State = StateOf<Fields>;

/** Milliseconds after the last move: browsers refuse an address that changes a hundred times in half a minute. */
const SETTLED = 250;

/** What all labs share: controls from the fields, the figure, its words and numbers, reset and links to a state. */
export function LabFrame({ lab, embed }: LabFrameProps) {
  const [state, setState] = useState<State>(() => initialState(lab.fields));
  const [awake, setAwake] = useState(false);
  useEffect(() => {
    setState(decodeState(lab.fields, new URLSearchParams(location.search).get(lab.id) ?? ''));
    setAwake(true);
  }, []);
  useEffect(() => {
    if (!awake) return undefined;
    const timer = setTimeout(() => keepInAddress(lab, state), SETTLED);
    return () => clearTimeout(timer);
  }, [state, awake]);

  const result = useMemo(() => lab.compute(state), [state]);
  const last = lab.last?.(state, result) ?? 0;
  const set = (change: Partial<State>) => setState((old) => ({ ...old, ...change }) as State);
  const { View } = lab;
  return (
    <div class="lab-frame">
      <div class="lab-controls" role="group" aria-label={text.labs.controls}>
        {Object.entries(lab.fields).map(([key, field]) => (
          <Control
            key={key}
            id={`${lab.id}-${key}`}
            field={field}
            value={state[key]}
            last={last}
            disabled={!awake}
            onChange={(value) => set({ [key]: value } as Partial<State>)}
          />
        ))}
        {lab.presets && (
          <div class="lab-presets">
            {lab.presets.map((preset) => (
              <button
                key={preset.label}
                type="button"
                class="button"
                disabled={!awake}
                onClick={() => setState({ ...initialState(lab.fields), ...preset.state } as State)}
              >
                {preset.label}
              </button>
            ))}
          </div>
        )}
      </div>
      <div class="lab-view">
        <View state={state} result={result} set={set} />
      </div>
      <p class="lab-summary" aria-live="polite">
        {lab.summary(state, result)}
      </p>
      <LabTools
        lab={lab}
        state={state}
        embed={embed}
        disabled={!awake}
        onReset={() => setState(initialState(lab.fields))}
      />
      <Numbers read={() => lab.numbers(state, result)} />
      <p class="lab-simplified">{lab.simplified}</p>
    </div>
  );
}

function keepInAddress(lab: Lab, state: State): void {
  const address = new URL(location.href);
  const value = encodeState(lab.fields, state);
  if ((address.searchParams.get(lab.id) ?? '') === value) return;
  if (value) address.searchParams.set(lab.id, value);
  else address.searchParams.delete(lab.id);
  history.replaceState(history.state, '', address);
}

import { useEffect, useRef, useState } from 'preact/hooks';
import { text } from '#language/dictionary.ts';
import type { StepsField } from './fields.ts';

interface PlayheadProps {
  id: string;
  field: StepsField;
  value: number;
  last: number;
  disabled: boolean;
  onChange(value: number): void;
}

/** Steps through a run: back, forward, play and a slider. Stops by itself at the end and when off screen. */
export function Playhead({ id, field, value, last, disabled, onChange }: PlayheadProps) {
  const { playing, toggle, box } = usePlaying(value, last, field.pace ?? 700, onChange);
  const at = Math.min(value, last);
  const { format = (step: number) => `${step} / ${last}` } = field;
  return (
    <div class="control control-steps" ref={box}>
      <label class="control-head" for={id}>
        <span class="control-name">{field.label}</span>
        <output for={id}>{format(at)}</output>
      </label>
      <div class="playhead">
        <button
          type="button"
          disabled={disabled || at === 0}
          aria-label={text.labs.back}
          onClick={() => onChange(at - 1)}
        >
          ‹
        </button>
        <button
          type="button"
          disabled={disabled}
          aria-label={playing ? text.labs.pause : text.labs.play}
          onClick={toggle}
        >
          {playing ? '❚❚' : '▶'}
        </button>
        <button
          type="button"
          disabled={disabled || at === last}
          aria-label={text.labs.forward}
          onClick={() => onChange(at + 1)}
        >
          ›
        </button>
        <input
          id={id}
          type="range"
          min={0}
          max={last}
          step={1}
          value={at}
          aria-valuetext={format(at)}
          disabled={disabled}
          onInput={(e) => onChange(e.currentTarget.valueAsNumber)}
        />
      </div>
    </div>
  );
}

function usePlaying(value: number, last: number, pace: number, onChange: (value: number) => void) {
  const [playing, setPlaying] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!playing) return undefined;
    if (value >= last) return setPlaying(false);
    const timer = setTimeout(() => onChange(value + 1), pace);
    return () => clearTimeout(timer);
  }, [playing, value, last]);
  useEffect(() => {
    const seen = new IntersectionObserver(([entry]) => entry?.isIntersecting === false && setPlaying(false));
    if (box.current) seen.observe(box.current);
    return () => seen.disconnect();
  }, []);
  const toggle = () => {
    if (!playing && value >= last) onChange(0);
    setPlaying(!playing);
  };
  return { playing, toggle, box };
}

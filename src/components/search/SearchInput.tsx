import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import { text } from '#language/dictionary.ts';
import { belongsToInputMethod } from './composition.ts';
import type { Option } from './options.ts';

const t = text.search;

interface Props {
  field: RefObject<HTMLInputElement>;
  initial: string;
  /** The id of the list. */
  list: string;
  options: readonly Option[];
  active: string | undefined;
  prefix: string;
  onQuery: (query: string) => void;
  onActive: (id: string | undefined) => void;
  onOpen: () => void;
  onClose?: (() => void) | undefined;
}

/** The box: a combobox whose list stands below. While an input method composes, no key and no letter of it counts. */
export function SearchInput({
  field,
  initial,
  list,
  options,
  active,
  prefix,
  onQuery,
  onActive,
  onOpen,
  onClose,
}: Props) {
  useEffect(() => {
    const input = field.current!;
    input.value = initial;
    input.focus();
    const composed = () => onQuery(input.value);
    input.addEventListener('compositionend', composed);
    return () => input.removeEventListener('compositionend', composed);
  }, []);
  useEffect(() => {
    if (active) document.getElementById(`${prefix}-${active}`)?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  const move = (event: KeyboardEvent, by: number) => {
    if (options.length === 0) return;
    event.preventDefault();
    const at = options.findIndex(({ id }) => id === active);
    onActive(options[at < 0 ? (by > 0 ? 0 : options.length - 1) : (at + by + options.length) % options.length]!.id);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (belongsToInputMethod(event)) return;
    if (event.key === 'ArrowDown') move(event, 1);
    else if (event.key === 'ArrowUp') move(event, -1);
    else if (event.key === 'Enter' && active) {
      event.preventDefault();
      onOpen();
      document.getElementById(`${prefix}-${active}`)?.click();
    } else if (event.key === 'Escape' && !onClose) {
      field.current!.value = '';
      onQuery('');
    }
  };
  return (
    <div class="search-bar">
      <input
        ref={field}
        type="text"
        inputMode="search"
        enterKeyHint="search"
        role="combobox"
        aria-label={t.label}
        aria-autocomplete="list"
        aria-expanded={options.length > 0}
        aria-controls={options.length > 0 ? list : undefined}
        aria-activedescendant={active && `${prefix}-${active}`}
        autocomplete="off"
        autocorrect="off"
        autocapitalize="off"
        spellcheck={false}
        maxLength={200}
        placeholder={t.placeholder}
        onInput={(event) => !event.isComposing && onQuery(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      {onClose && (
        <button type="button" class="search-plain" onClick={onClose}>
          {t.close}
        </button>
      )}
    </div>
  );
}

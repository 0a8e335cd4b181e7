import { useState } from 'preact/hooks';
import { text } from '#language/dictionary.ts';
import { encodeState } from './address.ts';
import type { Fields, StateOf } from './fields.ts';
import type { Lab } from './lab.ts';

interface LabToolsProps {
  lab: Lab;
  state: StateOf<Fields>;
  embed: string;
  disabled: boolean;
  onReset(): void;
}

/** Reset, a link to the present state, and the code that embeds it elsewhere. */
export function LabTools({ lab, state, embed, disabled, onReset }: LabToolsProps) {
  const query = () => {
    const value = encodeState(lab.fields, state);
    return value ? `?${lab.id}=${encodeURIComponent(value)}` : '';
  };
  const link = () =>
    `${location.origin}${location.pathname}${query()}${location.pathname.includes('/embed/') ? '' : `#lab-${lab.id}`}`;
  const code = () =>
    `<iframe src="${embed}${query()}" title="${lab.title}" width="100%" height="720" style="border:0" loading="lazy"></iframe>`;
  return (
    <div class="lab-tools">
      <button type="button" class="button" disabled={disabled} onClick={onReset}>
        {text.labs.reset}
      </button>
      <CopyButton label={text.labs.copyState} value={link} disabled={disabled} />
      <CopyButton label={text.labs.copyEmbed} value={code} disabled={disabled} />
    </div>
  );
}

function CopyButton({ label, value, disabled }: { label: string; value: () => string; disabled: boolean }) {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(value());
    setCopied(true);
    setTimeout(() => setCopied(false), 1600);
  };
  return (
    <button type="button" class="button" disabled={disabled} onClick={copy}>
      {copied ? text.labs.copied : label}
    </button>
  );
}

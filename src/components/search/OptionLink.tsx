import type { ComponentChildren } from 'preact';
import type { Option } from './options.ts';

export interface Choosing {
  /** Before the options' own ids, so that two lists may stand on a page. */
  prefix: string;
  /** The id of the option that Enter opens. */
  active: string | undefined;
  onPoint: (id: string) => void;
  onOpen: () => void;
}

/** A link that is also an option of the list that the search box controls. */
export function OptionLink({
  option,
  choosing,
  class: name,
  children,
}: {
  option: Option;
  choosing: Choosing;
  class: string;
  children: ComponentChildren;
}) {
  const { prefix, active, onPoint, onOpen } = choosing;
  return (
    <a
      id={`${prefix}-${option.id}`}
      class={name}
      href={option.href}
      role="option"
      tabIndex={-1}
      aria-selected={option.id === active}
      onPointerMove={() => onPoint(option.id)}
      onClick={onOpen}
    >
      {children}
    </a>
  );
}

import { render } from 'preact';
import { text } from '#language/dictionary.ts';
import { isComposing } from './composition.ts';
import { SearchView } from './SearchView.tsx';

let dialog: HTMLDialogElement | undefined;

/** Opens search above the page; a second time with what was typed before, selected. */
export function openDialog(): void {
  dialog ??= createDialog();
  if (!dialog.open) dialog.showModal();
  dialog.querySelector('input')?.select();
}

function createDialog(): HTMLDialogElement {
  const element = document.createElement('dialog');
  element.className = 'search-dialog';
  element.setAttribute('aria-label', text.search.title);
  // Escape first ends the input method's composition; only the next one closes.
  element.addEventListener('cancel', (event) => isComposing() && event.preventDefault());
  element.addEventListener('click', (event) => event.target === element && element.close());
  document.body.append(element);
  render(<SearchView mode="dialog" onClose={() => element.close()} />, element);
  return element;
}

/** Opens search by `/`, Ctrl-K or ⌘-K, and from the masthead. What it needs is loaded only then. */
const box = () => document.querySelector<HTMLInputElement>('[data-search-page] input');

async function open(): Promise<void> {
  const onPage = box();
  if (onPage) return onPage.focus();
  const { openDialog } = await import('./dialog.tsx');
  openDialog();
}

const writes = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

addEventListener('keydown', (event) => {
  const slash = event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && !writes(event.target);
  const command =
    event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
  if (event.isComposing || (!slash && !command)) return;
  event.preventDefault();
  void open();
});

for (const link of document.querySelectorAll<HTMLElement>('[data-search-open]')) {
  link.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    void open();
  });
}

import { linkFormats } from '#corpus/exports/link.ts';
import { text } from '#language/dictionary.ts';
import { placeOf, type LinkedPlace } from './linked-place.ts';

interface Item {
  label: string;
  /** Does the work; resolves to what the item says when it is done, if it says anything. */
  run(): Promise<string | void>;
}

/** Milliseconds that 已复制 stands before the menu closes. */
const SAID = 700;

const t = text.link;

/** Opens the menu of an anchor under it: its link in every format, and for figures their picture. */
export function openLinkMenu(anchor: HTMLAnchorElement): void {
  const place = placeOf(anchor);
  const menu = document.createElement('div');
  menu.className = 'link-menu';
  menu.setAttribute('role', 'menu');
  menu.ariaLabel = t.menu(place.name);
  menu.popover = 'auto';
  menu.append(...itemsFor(place).map((item) => menuItem(item, menu)));
  menu.addEventListener('keydown', (event) => move(event, menu));
  menu.addEventListener('toggle', (event) => {
    if ((event as ToggleEvent).newState === 'closed') menu.remove();
  });
  anchor.after(menu);
  menu.showPopover();
  placeUnder(menu, anchor);
  menu.querySelector('button')!.focus();
}

function itemsFor(place: LinkedPlace): Item[] {
  const { name, url, kind } = place;
  const copy = (label: string, value: () => string): Item => ({ label, run: () => copied(value()) });
  const links = [
    copy(t.plain, () => url),
    ...Object.values(linkFormats).map((format) => copy(t.format(format.name), () => format.write(name, url))),
  ];
  if (kind === 'text') return links;
  return [
    ...links,
    { label: t.download('SVG'), run: async () => (await import('./figure-files.ts')).downloadSvg(place) },
    { label: t.download('PNG'), run: async () => (await import('./figure-files.ts')).downloadPng(place) },
  ];
}

async function copied(value: string): Promise<string> {
  await navigator.clipboard.writeText(value);
  return text.code.copied;
}

function menuItem({ label, run }: Item, menu: HTMLElement): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.role = 'menuitem';
  button.tabIndex = -1;
  button.textContent = label;
  button.addEventListener('click', async () => {
    const said = await run();
    if (said) {
      button.textContent = said;
      await new Promise((resolve) => setTimeout(resolve, SAID));
    }
    if (menu.isConnected) menu.hidePopover();
  });
  return button;
}

/** The arrow keys go round, Home and End to either end; Tab leaves the menu, as Escape does by itself. */
function move(event: KeyboardEvent, menu: HTMLElement): void {
  const items = [...menu.querySelectorAll('button')];
  const at = items.indexOf(document.activeElement as HTMLButtonElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
  if (event.key === 'Tab') menu.hidePopover();
  if (to === undefined) return;
  event.preventDefault();
  items.at(to % items.length)!.focus();
}

/** Sets the menu under its anchor, inside the window. */
function placeUnder(menu: HTMLElement, anchor: HTMLElement): void {
  const { left, bottom, top } = anchor.getClientRects()[0]!;
  const { width, height } = menu.getBoundingClientRect();
  const fits = bottom + height + 8 <= innerHeight;
  menu.style.left = `${Math.max(8, Math.min(left, document.documentElement.clientWidth - width - 8))}px`;
  menu.style.top = `${Math.max(8, fits ? bottom + 4 : top - height - 4)}px`;
}

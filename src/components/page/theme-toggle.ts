const MODES = ['system', 'light', 'dark'] as const;
type Mode = (typeof MODES)[number];

const root = document.documentElement;
const current = (): Mode => (root.dataset['theme'] as Mode | undefined) ?? 'system';

/** `<theme-toggle>`: a button that steps through system, light and dark, and remembers the choice on this device. */
class ThemeToggle extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector('button')!;
    button.hidden = false;
    this.describe(button);
    button.addEventListener('click', () => {
      this.choose(MODES[(MODES.indexOf(current()) + 1) % MODES.length]!);
      this.describe(button);
    });
  }

  private choose(mode: Mode): void {
    if (mode === 'system') delete root.dataset['theme'];
    else root.dataset['theme'] = mode;
    try {
      if (mode === 'system') localStorage.removeItem('theme');
      else localStorage.setItem('theme', mode);
    } catch {
      // Storage may be forbidden: the choice then holds for this page.
    }
  }

  private describe(button: HTMLButtonElement): void {
    const words = `${this.dataset['label']}：${this.dataset[current()]}`;
    button.setAttribute('aria-label', words);
    button.title = words;
  }
}

customElements.define('theme-toggle', ThemeToggle);

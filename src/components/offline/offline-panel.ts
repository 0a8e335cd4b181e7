import { forgetWeek, readPackage, savedState, saveWeek, type Saved } from './save-week.ts';
import type { WeekPackage } from '#build/offline/week-package.ts';

/** The panel on a week's page that keeps the week on this device; it asks for the week's size when it is opened. */
const panel = document.querySelector<HTMLDetailsElement>('.offline-week');
if (panel && 'serviceWorker' in navigator && 'caches' in window) offer(panel);

function offer(panel: HTMLDetailsElement): void {
  const words = JSON.parse(panel.dataset['words']!) as Record<Saved | 'saving' | 'failed' | 'size', string>;
  const [save, forget] = [...panel.querySelectorAll('button')] as [HTMLButtonElement, HTMLButtonElement];
  const output = panel.querySelector('output')!;
  const week = Number(panel.dataset['week']);
  const base = new URL(panel.dataset['base']!, location.href).href;
  let pack: WeekPackage | undefined;
  panel.hidden = false;

  const show = async () => {
    pack = await readPackage(base, week);
    const state = await savedState(pack);
    const size = words.size.replace('{mb}', (pack.bytes / 1e6).toFixed(1));
    output.textContent = `${words[state]}${state === 'nothing' || state === 'old' ? size : ''}`;
    save.hidden = state === 'current';
    forget.hidden = state === 'nothing';
  };
  const attempt = (work: () => Promise<void>) => async () => {
    save.disabled = forget.disabled = true;
    await work().catch(() => (output.textContent = words.failed));
    save.disabled = forget.disabled = false;
  };
  panel.addEventListener('toggle', attempt(show));
  save.addEventListener(
    'click',
    attempt(async () => {
      // A deployment since the panel was opened is no error: the newest package counts.
      pack = await readPackage(base, week);
      await saveWeek(base, pack, (share) => {
        output.textContent = words.saving.replace('{percent}', String(Math.round(100 * share)));
      });
      // Not before: a worker without a copy would only stand in the way.
      await navigator.serviceWorker.register(new URL('sw.js', base), { scope: new URL(base).pathname });
      await show();
    }),
  );
  forget.addEventListener(
    'click',
    attempt(async () => {
      await forgetWeek(week);
      await show();
    }),
  );
}

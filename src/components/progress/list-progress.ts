import { loadRecord } from './device.ts';
import type { PaperProgress } from './record.ts';

/** On lists of papers: which ones are read, and how many of each list. */
const { papers } = loadRecord();

for (const list of document.querySelectorAll<HTMLElement>('[data-progress]')) {
  const links = [...list.querySelectorAll<HTMLAnchorElement>('a[href*="/papers/"]')];
  const read = links.filter((link) => mark(link, papers[slugOf(link)])).length;
  const count = document.querySelector<HTMLElement>(`[data-progress-of="${list.dataset['progress']}"]`);
  if (count && read > 0) count.textContent = (count.dataset['words'] ?? '').replace('{n}', String(read));
}

function slugOf({ pathname }: HTMLAnchorElement): string {
  return pathname.split('/').filter(Boolean).at(-1) ?? '';
}

/** Marks a link to a paper that is read; returns whether it is. */
function mark(link: HTMLAnchorElement, progress: PaperProgress | undefined): boolean {
  if (progress?.read === undefined) return false;
  const words = document.body.dataset['read'] ?? '';
  const sign = document.createElement('span');
  sign.className = 'read-mark';
  sign.textContent = '✓';
  sign.role = 'img';
  sign.ariaLabel = words;
  sign.title = `${words} ${progress.read}`;
  link.after(sign);
  return true;
}

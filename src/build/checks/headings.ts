import { pageCheck } from './check.ts';

/** One title, and sections that nest: readers of screens move by them. */
export const headings = pageCheck('One h1, and no heading level is skipped', ({ document }) => {
  const all = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map((heading) => ({
    level: Number(heading.tagName[1]),
    text: (heading.textContent ?? '').trim().slice(0, 40),
  }));
  const titles = all.filter(({ level }) => level === 1).length;
  const skips = all.flatMap(({ level, text }, i) => {
    const before = all[i - 1]?.level ?? 0;
    return level > before + 1 ? [`“${text}” jumps from h${before} to h${level}`] : [];
  });
  const empty = all.filter(({ text }) => text === '').map(({ level }) => `has an empty h${level}`);
  return [...(titles === 1 ? [] : [`has ${titles} h1 elements`]), ...skips, ...empty];
});

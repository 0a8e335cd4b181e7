import type { CalendarWeek } from '#corpus/exports/calendar.ts';
import { saveFile } from '../page/save-file.ts';

/** Where the term's first day is kept between visits, on this device only. */
const KEY = 'term-start';

for (const form of document.querySelectorAll<HTMLFormElement>('.week-calendar')) {
  const start = form.querySelector('input')!;
  start.value = remembered();
  form.hidden = false;
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    remember(start.value);
    const week = JSON.parse(form.dataset['week']!) as CalendarWeek;
    const { weekCalendar } = await import('#corpus/exports/calendar.ts');
    const calendar = new Blob([weekCalendar(week, start.value)], { type: 'text/calendar;charset=utf-8' });
    saveFile(calendar, `week-${week.number}.ics`);
  });
}

/** A browser may forbid storage; then the date is asked for each time. */
function remembered(): string {
  try {
    return localStorage.getItem(KEY) ?? '';
  } catch {
    return '';
  }
}

function remember(start: string): void {
  try {
    localStorage.setItem(KEY, start);
  } catch {
    // Asked again next time.
  }
}

import type { CalendarWeek } from '#corpus/exports/calendar.ts';

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
    save(weekCalendar(week, start.value), `week-${week.number}.ics`);
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

function save(content: string, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content], { type: 'text/calendar;charset=utf-8' }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href));
}

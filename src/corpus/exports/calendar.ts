import { createEvent } from 'ics';

/** What a calendar needs to know of a week. */
export interface CalendarWeek {
  number: number;
  title: string;
  /** The week's page, absolute. */
  url: string;
  readings: readonly { title: string; url: string }[];
}

/** The first day of week `number` of a term whose week 1 begins on `start` (YYYY-MM-DD), as year, month and day. */
export function firstDayOf(number: number, start: string): [number, number, number] {
  const [year, month, day] = start.split('-').map(Number) as [number, number, number];
  // Days are counted in UTC, where each has 24 hours: a term that crosses a change of clocks must not lose one.
  const date = new Date(Date.UTC(year, month - 1, day + 7 * (number - 1)));
  return [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
}

/**
 * A week as an iCalendar file (RFC 5545): one event of seven whole days with the readings and their links. Whole days
 * belong to no time zone, so the week is the same for a reader anywhere. Throws if `start` is no date.
 */
export function weekCalendar(week: CalendarWeek, start: string): string {
  const { error, value } = createEvent({
    uid: `week-${week.number}-${start}@${new URL(week.url).hostname}`,
    productId: 'llm-reading-list',
    title: week.title,
    url: week.url,
    description: week.readings.map(({ title, url }) => `${title}\n${url}`).join('\n\n'),
    start: firstDayOf(week.number, start),
    duration: { days: 7 },
  });
  if (error || !value) throw error ?? new Error('no calendar was made');
  return value;
}

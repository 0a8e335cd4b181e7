import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { firstDayOf, weekCalendar } from './calendar.ts';

const week = {
  number: 3,
  title: '第 3 周 · 模型架构; A, B',
  url: 'https://site.org/weeks/3/',
  readings: [
    { title: 'Attention Is All You Need', url: 'https://site.org/papers/attention-is-all-you-need/' },
    { title: 'LLaMA: “Open”, and\\or efficient', url: 'https://site.org/papers/llama/' },
  ],
};

/** The event as an independent reader of calendars understands it. */
function eventOf(file: string): ICAL.Event {
  const calendar = new ICAL.Component(ICAL.parse(file));
  return new ICAL.Event(calendar.getFirstSubcomponent('vevent')!);
}

describe('a week in a calendar', () => {
  it.each([
    [1, '2026-09-07', '2026-09-07'],
    [3, '2026-09-07', '2026-09-21'],
    [10, '2026-09-07', '2026-11-09'],
    [8, '2028-01-10', '2028-02-28'],
    [9, '2028-02-28', '2028-04-24'],
  ])('begins week %i of a term that begins on %s on %s', (number, start, first) => {
    expect(
      firstDayOf(number, start)
        .map((part) => String(part).padStart(2, '0'))
        .join('-'),
    ).toBe(first);
  });

  it('is seven whole days, in no time zone', () => {
    const { startDate, endDate } = eventOf(weekCalendar(week, '2026-09-07'));
    expect([startDate.toString(), endDate.toString()]).toEqual(['2026-09-21', '2026-09-28']);
    expect(startDate.isDate).toBe(true);
  });

  it('keeps titles and links through commas, semicolons, backslashes and long lines', () => {
    const event = eventOf(weekCalendar(week, '2026-09-07'));
    expect(event.summary).toBe(week.title);
    expect(event.description).toBe(week.readings.map(({ title, url }) => `${title}\n${url}`).join('\n\n'));
  });

  it('refuses what is no date', () => {
    expect(() => weekCalendar(week, 'soon')).toThrow();
  });
});

import { Temporal } from 'temporal-polyfill';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/**
 * The day (`YYYY-MM-DD`) that somebody typed, day first as in England: "3 6 25", "3/6/2025", "3 June 2025",
 * "Tue 3 Jun", "030625", "2025-06-03", "today", "tomorrow", "yesterday", "Friday" (the next one, today included).
 * A year left out is the one that brings the day nearest to `today`. Undefined when it is no day of the calendar.
 */
export function parseTypedDate(text: string, today: string): string | undefined {
  const now = Temporal.PlainDate.from(today);
  const typed = text.trim().toLowerCase();
  if (typed === 'today') return today;
  if (typed === 'tomorrow') return now.add({ days: 1 }).toString();
  if (typed === 'yesterday') return now.subtract({ days: 1 }).toString();

  const weekday = weekdayNamed(typed);
  if (weekday) return now.add({ days: (weekday - now.dayOfWeek + 7) % 7 }).toString();

  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed);
  if (iso) return dayAt(iso[3], iso[2], iso[1]);

  const digits = /^(\d{2})(\d{2})(\d{2}|\d{4})$/.exec(typed);
  if (digits) return dayAt(digits[1], digits[2], digits[3]);

  const parts = typed
    .replace(/(\d)(st|nd|rd|th)\b/, '$1')
    .split(/[\s/.,-]+/)
    .filter((part) => part !== '' && part !== 'of');
  const [first] = parts;
  const dayParts = first !== undefined && weekdayNamed(first) ? parts.slice(1) : parts;
  const [day, month, year, ...rest] = dayParts;
  if (day === undefined || month === undefined || rest.length > 0) return undefined;
  return year === undefined ? nearest(day, month, now) : dayAt(day, month, year);
}

function weekdayNamed(word: string): number | undefined {
  if (!/^(mon|tues?|wed(nes)?|thu(rs?)?|fri|sat(ur)?|sun)(day)?$/.test(word)) return undefined;
  const index = WEEKDAYS.indexOf(word.slice(0, 3));
  return index < 0 ? undefined : index + 1;
}

function dayAt(
  day: string | undefined,
  month: string | undefined,
  year: string | undefined,
): string | undefined {
  if (!day || !month || !year || !/^\d{1,2}$/.test(day) || !/^(\d{2}|\d{4})$/.test(year)) return undefined;
  const monthNumber = /^\d{1,2}$/.test(month) ? Number(month) : monthNamed(month);
  if (!monthNumber) return undefined;
  const fullYear = year.length === 2 ? 2000 + Number(year) : Number(year);
  try {
    return Temporal.PlainDate.from(
      { day: Number(day), month: monthNumber, year: fullYear },
      { overflow: 'reject' },
    ).toString();
  } catch {
    return undefined;
  }
}

function monthNamed(word: string): number | undefined {
  if (!/^[a-z]{3,9}$/.test(word)) return undefined;
  const index = MONTHS.indexOf(word.slice(0, 3));
  return index < 0 ? undefined : index + 1;
}

function nearest(day: string, month: string, now: Temporal.PlainDate): string | undefined {
  return [now.year - 1, now.year, now.year + 1]
    .map((year) => dayAt(day, month, String(year)))
    .filter((date) => date !== undefined)
    .toSorted((a, b) => distance(a, now) - distance(b, now))
    .at(0);
}

function distance(date: string, now: Temporal.PlainDate): number {
  return Math.abs(now.until(Temporal.PlainDate.from(date)).days);
}

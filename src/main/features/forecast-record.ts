import { Temporal } from 'temporal-polyfill';
import { toDayNumber } from '#shared/kernel/day-number.ts';
import type { CalendarIndex } from '#shared/domain/calendar/index-calendar.ts';
import { keyStageOf } from '#shared/domain/forecast/key-stage.ts';
import type { ForecastDay, ForecastRecord, RecordedCase } from '#shared/domain/forecast/types.ts';
import { sessionsToCover } from '#shared/domain/placements/sessions-to-cover.ts';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import type { PastExclusion } from '../storage/repositories/forecast-history.ts';

/**
 * A school's exclusions as a forecast reads them, over the calendar as it is now: `horizon` are the school days to be
 * forecast. The history begins on the first day of the first exclusion, as nothing says since when all were recorded.
 */
export function forecastRecord(
  exclusions: readonly PastExclusion[],
  calendar: CalendarIndex,
  today: IsoDate,
  horizon: readonly IsoDate[],
): ForecastRecord {
  const cases = exclusions.flatMap((exclusion) => recordedCase(exclusion, calendar));
  const starts = cases.flatMap(({ sessions }) => sessions[0]?.date ?? []);
  const from = starts.reduce((first, date) => (date < first ? date : first), today);
  const days = [...calendar.schoolDaysBetween(from, today), ...horizon];
  return { days: days.map((date) => forecastDay(date, calendar)), cases, today };
}

function forecastDay(date: IsoDate, calendar: CalendarIndex): ForecastDay {
  const from = calendar.termOf(date)?.from ?? date;
  const termWeek = weekOf(date) - weekOf(from) + 1;
  return { date, slots: calendar.slotsOn(date), termWeek };
}

/** Weeks since a Monday before 1970; a week begins on Monday. */
const weekOf = (date: IsoDate): number => Math.floor((toDayNumber(date) + 3) / 7);

/** Nothing for one without a session to cover: a draft of no dates, or days outside the terms that are entered. */
function recordedCase(exclusion: PastExclusion, calendar: CalendarIndex): readonly RecordedCase[] {
  const sessions = sessionsToCover({ ...exclusion, stoppedOn: null, stoppedSlot: null }, calendar);
  const [first, last] = [sessions.at(0), sessions.at(-1)];
  if (first === undefined || last === undefined) return [];
  const kept = sessionsToCover(exclusion, calendar).length;
  const { stoppedOn, stopRecordedAt } = exclusion;
  const inTime = (recordedOn: IsoDate, date: IsoDate) => (recordedOn > last.date ? date : recordedOn);
  return [
    {
      stage: keyStageOf(exclusion.dateOfBirth, first.date),
      // Entered only after it was over, as when a school copies older books: taken as known on its first day.
      knownOn: inTime(dayOf(exclusion.issuedAt), first.date),
      sessions,
      ...(kept < sessions.length && typeof stoppedOn === 'string'
        ? {
            givenBack: {
              knownOn: stopRecordedAt === undefined ? stoppedOn : inTime(dayOf(stopRecordedAt), stoppedOn),
              sessions: sessions.slice(kept),
            },
          }
        : {}),
    },
  ];
}

/** The day in England of an instant. The two clocks differ in the date only in the last hour of a day in UTC. */
function dayOf(instant: string): IsoDate {
  if (instant.slice(11, 13) !== '23') return instant.slice(0, 10);
  return Temporal.Instant.from(instant).toZonedDateTimeISO('Europe/London').toPlainDate().toString();
}

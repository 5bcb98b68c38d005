import type { IsoDate } from '../../kernel/plain-date.ts';
import { fromDayNumber, toDayNumber } from '../../kernel/day-number.ts';

/** Easter Sunday of a Gregorian year as a date, by the Gregorian computus (Meeus/Jones/Butcher form). */
export function easterSunday(year: number): IsoDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const yearOfCentury = year % 100;
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const weekday =
    (32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - epact - (yearOfCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const marchDay = epact + weekday - 7 * late + 22; // 1 = 1 March, so 32 = 1 April
  return fromDayNumber(toDayNumber(`${String(year).padStart(4, '0')}-03-01`) + marchDay - 1);
}

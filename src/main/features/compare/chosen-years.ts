import { schoolYearOf } from '#shared/domain/calendar/school-year.ts';
import type { SchoolYear } from '#shared/domain/calendar/types.ts';
import { coveredYear } from '#shared/domain/compare/covered-year.ts';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import { ok, refuse, type Result } from '#shared/kernel/result.ts';
import { differentWindows } from '../../storage/repositories/received-years.ts';
import type { Db } from '../../storage/store.ts';

interface ChosenYears {
  /** Years that the returns here hold whole, newest first. */
  readonly offered: SchoolYear[];
  /** Those to compare, rising; none while none is offered. */
  readonly years: SchoolYear[];
  /** First and last day of them. */
  readonly range: { readonly from: IsoDate; readonly to: IsoDate };
}

/** Three years side by side, unless asked otherwise. */
const YEARS_BEFORE_LAST = 2;
const MOST_YEARS = 10;

/** The school years to compare: those asked for, or the last three there are. */
export async function chosenYears(
  db: Db,
  asked: { readonly from?: SchoolYear | undefined; readonly to?: SchoolYear | undefined },
): Promise<Result<ChosenYears>> {
  const windows = await differentWindows(db);
  const known = windows.flatMap(({ from, to }) => [schoolYearOf(from), schoolYearOf(to)]);
  const offered =
    known.length === 0
      ? []
      : yearsFrom(Math.min(...known), Math.max(...known))
          .filter((year) => coveredYear(windows, year) === 'whole')
          .toReversed();
  const last = asked.to ?? offered[0];
  if (last === undefined) return ok({ offered, years: [], range: { from: '0000-01-01', to: '0000-01-01' } });
  const first = asked.from ?? Math.min(last, Math.max(last - YEARS_BEFORE_LAST, offered.at(-1) ?? last));
  if (first > last)
    return wrong('The first school year is after the last.', 'Choose a year before the last.');
  if (last - first >= MOST_YEARS) {
    return wrong(`At most ${MOST_YEARS} school years can be compared.`, 'Choose a later first year.');
  }
  return ok({
    offered,
    years: yearsFrom(first, last),
    range: { from: `${first}-08-01`, to: `${last + 1}-07-31` },
  });
}

const yearsFrom = (first: SchoolYear, last: SchoolYear): SchoolYear[] =>
  Array.from({ length: last - first + 1 }, (_, at) => first + at);

const wrong = (sentence: string, message: string) =>
  refuse('invalid-input', sentence, { fields: [{ path: 'from', message }] });

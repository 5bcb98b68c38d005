import { indexCalendar } from '#shared/domain/calendar/index-calendar.ts';
import { suggestSchoolYear } from '#shared/domain/calendar/suggest-school-year.ts';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import { insertAll } from '#main/storage/repositories/insert-all.ts';
import type { Db } from '#main/storage/store.ts';

export interface OldCases {
  readonly count: number;
  /** Whose they are, in turn. */
  readonly pupilIds: readonly string[];
  /** First of September of the first school year; the cases are spread evenly from then on. */
  readonly fromYear: number;
  readonly before: IsoDate;
}

/**
 * Cases of a real case's shape with its duties, all done, straight into the tables: the first issued exclusion is the
 * model. Gives the id, pupil and day of each.
 */
export async function addOldCases(db: Db, { count, pupilIds, fromYear, before }: OldCases) {
  const { exclusions, exclusionHalfDays, exclusionReasons, duties } = db.tables;
  const [model] = await db.select().from(exclusions).limit(1);
  const owed = (await db.select().from(duties)).filter((duty) => duty.exclusionId === model?.id);
  if (model === undefined || owed.length === 0) throw new Error('There is no case to take as a model.');
  const days = schoolDays(fromYear, before);
  const old = Array.from({ length: count }, (_, at) => {
    const startDate = days[Math.floor((at * days.length) / count)] ?? '';
    const pupilId = pupilIds[at % pupilIds.length] ?? '';
    return { ...model, id: `old-${String(at)}`, pupilId, startDate, endDate: startDate, halfDays: 2 };
  });
  await insertAll(db, exclusions, old);
  await insertAll(
    db,
    exclusionReasons,
    old.map(({ id }) => ({ exclusionId: id, position: 1, code: 'PP' })),
  );
  await insertAll(
    db,
    exclusionHalfDays,
    old.flatMap(({ id, pupilId, startDate }) =>
      (['am', 'pm'] as const).map((slot) => ({
        exclusionId: id,
        pupilId,
        date: startDate,
        slot,
        givenBack: false,
      })),
    ),
  );
  await insertAll(
    db,
    duties,
    old.flatMap(({ id, startDate }) =>
      owed.map((duty) => ({
        ...duty,
        exclusionId: id,
        dueBy: startDate,
        fulfilledOn: startDate,
        how: 'By letter',
        byWhom: 'Mrs Head',
        fulfilledBy: 'Test Person',
        fulfilledAt: `${startDate}T12:00:00.000Z`,
      })),
    ),
  );
  return old.map(({ id, pupilId, startDate }) => ({ id, pupilId, date: startDate }));
}

function schoolDays(fromYear: number, before: IsoDate): readonly IsoDate[] {
  const years = Array.from({ length: Number(before.slice(0, 4)) - fromYear + 1 }, (_, at) => fromYear + at);
  return years
    .flatMap((year) => {
      const { terms, closures } = suggestSchoolYear(year);
      return indexCalendar({ terms, closures }).schoolDaysBetween(
        `${String(year)}-09-01`,
        `${String(year + 1)}-07-31`,
      );
    })
    .filter((day) => day < before);
}

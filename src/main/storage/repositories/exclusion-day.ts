import { and, asc, eq, gte, inArray, lte, or } from 'drizzle-orm';
import { ISSUED_STATES } from '#shared/domain/exclusions/issued-states.ts';
import { PERMANENT_REACH_DAYS } from '#shared/domain/placements/sessions-to-cover.ts';
import { addDays, type IsoDate } from '#shared/kernel/plain-date.ts';
import type { Db } from '../store.ts';
import type { ListedExclusion } from './exclusions.ts';

export interface DayExclusion extends ListedExclusion {
  /** Dates of its lunchtimes, in order; empty for the other kinds. */
  readonly lunchtimes: readonly IsoDate[];
}

/**
 * A school's issued exclusions that may touch the days from `from` to `to`, in register order of the pupils. Two
 * queries.
 */
export async function readExclusionsAround(
  db: Db,
  schoolId: string,
  { from, to }: { readonly from: IsoDate; readonly to: IsoDate },
): Promise<readonly DayExclusion[]> {
  const { exclusions, pupils, exclusionHalfDays: days } = db.tables;
  const rows = await db
    .select({ exclusion: exclusions, surname: pupils.surname, forename: pupils.forename, form: pupils.form })
    .from(exclusions)
    .innerJoin(pupils, eq(pupils.id, exclusions.pupilId))
    .where(
      and(
        eq(exclusions.schoolId, schoolId),
        inArray(exclusions.state, ISSUED_STATES),
        lte(exclusions.startDate, to),
        or(
          gte(exclusions.endDate, from),
          and(
            eq(exclusions.kind, 'permanent'),
            gte(exclusions.startDate, addDays(from, -PERMANENT_REACH_DAYS)),
          ),
        ),
      ),
    )
    .orderBy(asc(pupils.surname), asc(pupils.forename), asc(exclusions.startDate), asc(exclusions.id));
  const lunchtimeIds = rows
    .filter(({ exclusion }) => exclusion.kind === 'lunchtime')
    .map(({ exclusion }) => exclusion.id);
  const lunchtimes =
    lunchtimeIds.length === 0
      ? []
      : await db
          .select({ exclusionId: days.exclusionId, date: days.date })
          .from(days)
          .where(and(inArray(days.exclusionId, lunchtimeIds), eq(days.givenBack, false)))
          .orderBy(asc(days.date));
  return rows.map(({ exclusion, surname, forename, form }) => ({
    exclusion,
    pupilName: `${forename} ${surname}`,
    form,
    lunchtimes: lunchtimes.filter(({ exclusionId }) => exclusionId === exclusion.id).map(({ date }) => date),
  }));
}

import { and, between, eq, gt, inArray, isNull, lte, ne, or, sql } from 'drizzle-orm';
import { ISSUED_STATES } from '#shared/domain/exclusions/issued-states.ts';
import type { SchoolYear } from '#shared/domain/calendar/types.ts';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import type { Db } from '../store.ts';

export interface PupilDays {
  /** Half days of issued fixed-period and lunchtime exclusions in the school year, earlier schools included. */
  readonly yearHalfDays: number;
  /** Out for a session of the day asked about, or permanently excluded by then. */
  readonly excludedToday: boolean;
}

/**
 * The year's half days and whether each is out on `today`, for the pupils of one page: three grouped queries
 * whatever their number (at most 500). Pupils with neither are not in the map.
 */
export async function daysOfPupils(
  db: Db,
  pupilIds: readonly string[],
  schoolYear: SchoolYear,
  today: IsoDate,
): Promise<ReadonlyMap<string, PupilDays>> {
  if (pupilIds.length === 0) return new Map();
  const ids = [...pupilIds];
  const { exclusions, exclusionHalfDays: halfDays, earlierHalfDays: earlier } = db.tables;
  const here = await db
    .select({
      pupilId: halfDays.pupilId,
      halfDays: sql`count(*)`.mapWith(Number),
      out: sql`sum(CASE WHEN ${halfDays.date} = ${today} AND ${halfDays.slot} <> 'lunch' THEN 1 ELSE 0 END)`.mapWith(
        Number,
      ),
    })
    .from(halfDays)
    .innerJoin(exclusions, eq(exclusions.id, halfDays.exclusionId))
    .where(
      and(
        inArray(exclusions.pupilId, ids),
        // The 45-day year runs from 1 August: see schoolYearOf.
        between(halfDays.date, `${String(schoolYear)}-08-01`, `${String(schoolYear + 1)}-07-31`),
        inArray(exclusions.state, ISSUED_STATES),
        eq(halfDays.givenBack, false),
        ne(exclusions.kind, 'permanent'),
      ),
    )
    .groupBy(halfDays.pupilId);
  const elsewhere = await db
    .select({ pupilId: earlier.pupilId, halfDays: sql`sum(${earlier.halfDays})`.mapWith(Number) })
    .from(earlier)
    .where(and(inArray(earlier.pupilId, ids), eq(earlier.schoolYear, schoolYear)))
    .groupBy(earlier.pupilId);
  const permanently = await db
    .selectDistinct({ pupilId: exclusions.pupilId })
    .from(exclusions)
    .where(
      and(
        inArray(exclusions.pupilId, ids),
        inArray(exclusions.state, ISSUED_STATES),
        eq(exclusions.kind, 'permanent'),
        lte(exclusions.startDate, today),
        or(isNull(exclusions.stoppedOn), gt(exclusions.stoppedOn, today)),
      ),
    );
  const days = new Map<string, PupilDays>();
  const add = (pupilId: string, more: PupilDays): void => {
    const before = days.get(pupilId);
    days.set(pupilId, {
      yearHalfDays: (before?.yearHalfDays ?? 0) + more.yearHalfDays,
      excludedToday: (before?.excludedToday ?? false) || more.excludedToday,
    });
  };
  for (const row of here) add(row.pupilId, { yearHalfDays: row.halfDays, excludedToday: row.out > 0 });
  for (const row of elsewhere) add(row.pupilId, { yearHalfDays: row.halfDays, excludedToday: false });
  for (const row of permanently) add(row.pupilId, { yearHalfDays: 0, excludedToday: true });
  return days;
}

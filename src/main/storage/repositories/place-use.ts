import { and, asc, eq, gte, inArray, isNotNull, lt, lte, or } from 'drizzle-orm';
import { ISSUED_STATES } from '#shared/domain/exclusions/issued-states.ts';
import type { BegunExclusion } from '#shared/domain/use/exclusion-figures.ts';
import type { EarlierStay } from '#shared/domain/use/place-use.ts';
import type { UsedPlace } from '#shared/domain/use/types.ts';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import type { Db } from '../store.ts';

interface Period {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** Booked places from `from` to `to`, both included, in order of session. */
export async function readUsedPlaces(db: Db, { from, to }: Period): Promise<readonly UsedPlace[]> {
  const { places, placements } = db.tables;
  return db
    .select({
      placementId: places.placementId,
      exclusionId: places.exclusionId,
      pupilId: places.pupilId,
      providerId: places.providerId,
      schoolId: places.schoolId,
      purpose: placements.purpose,
      date: places.date,
      slot: places.slot,
      outcome: places.outcome,
    })
    .from(places)
    .innerJoin(placements, eq(placements.id, places.placementId))
    .where(and(eq(places.state, 'booked'), gte(places.date, from), lte(places.date, to)))
    .orderBy(asc(places.date), asc(places.slot), asc(places.id));
}

/** Stays with a booked place before a day. */
export async function readStaysBefore(db: Db, date: IsoDate): Promise<readonly EarlierStay[]> {
  const { places } = db.tables;
  return db
    .selectDistinct({
      placementId: places.placementId,
      exclusionId: places.exclusionId,
      pupilId: places.pupilId,
      providerId: places.providerId,
    })
    .from(places)
    .where(and(eq(places.state, 'booked'), lt(places.date, date)));
}

/** Issued fixed-period and permanent exclusions of a school with their main reason, in order of start. */
export async function readBegunExclusions(db: Db, schoolId: string): Promise<readonly BegunExclusion[]> {
  const { exclusions, exclusionReasons } = db.tables;
  const rows = await db
    .select({
      kind: exclusions.kind,
      startDate: exclusions.startDate,
      halfDays: exclusions.halfDays,
      reason: exclusionReasons.code,
    })
    .from(exclusions)
    .leftJoin(
      exclusionReasons,
      and(eq(exclusionReasons.exclusionId, exclusions.id), eq(exclusionReasons.position, 1)),
    )
    .where(and(eq(exclusions.schoolId, schoolId), inArray(exclusions.state, ISSUED_STATES)))
    .orderBy(asc(exclusions.startDate), asc(exclusions.id));
  return rows.flatMap(({ kind, startDate, ...row }) =>
    kind === 'lunchtime' || startDate === null ? [] : [{ ...row, kind, startDate }],
  );
}

/** Names of the schools this database knows, by id. */
export async function readSchoolNames(db: Db): Promise<ReadonlyMap<string, string>> {
  const { schools } = db.tables;
  const rows = await db.select({ id: schools.id, name: schools.name }).from(schools);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** A booked place that was lent to or borrowed from another school, with whose it was. */
export interface ReciprocalPlace extends UsedPlace {
  readonly forename: string;
  readonly surname: string;
  readonly providerName: string;
  readonly partnerSchoolId: string | null;
}

/** Booked places of hosted pupils, and of our pupils at partner schools, in order of session. */
export async function readReciprocalPlaces(db: Db): Promise<readonly ReciprocalPlace[]> {
  const { places, placements, providers, pupils } = db.tables;
  return db
    .select({
      placementId: places.placementId,
      exclusionId: places.exclusionId,
      pupilId: places.pupilId,
      providerId: places.providerId,
      schoolId: places.schoolId,
      purpose: placements.purpose,
      date: places.date,
      slot: places.slot,
      outcome: places.outcome,
      forename: pupils.forename,
      surname: pupils.surname,
      providerName: providers.name,
      partnerSchoolId: providers.partnerSchoolId,
    })
    .from(places)
    .innerJoin(placements, eq(placements.id, places.placementId))
    .innerJoin(providers, eq(providers.id, places.providerId))
    .innerJoin(pupils, eq(pupils.id, places.pupilId))
    .where(
      and(
        eq(places.state, 'booked'),
        or(eq(placements.purpose, 'visiting'), isNotNull(providers.partnerSchoolId)),
      ),
    )
    .orderBy(asc(places.date), asc(places.slot), asc(places.id));
}

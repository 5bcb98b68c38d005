import { and, asc, eq, gte, inArray, isNull, lte, max, min, notInArray, or, type SQL } from 'drizzle-orm';
import type { FinishedStay, Incident } from '#shared/domain/patterns/types.ts';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import type { Db } from '../store.ts';

/** An incident with whose it is. */
export interface NamedIncident extends Incident {
  readonly name: string;
  readonly form: string | null;
  readonly leavingDate: IsoDate | null;
  /** The pupil's open entry of the at-risk register. */
  readonly entryId: string | null;
}

/**
 * The incidents behind exclusions that began in a period; not those taken back, and none twice because an exclusion was
 * made longer or permanent. One query.
 */
export async function readIncidents(
  db: Db,
  schoolId: string,
  { from, to }: { readonly from: IsoDate; readonly to: IsoDate },
): Promise<readonly NamedIncident[]> {
  const { exclusions: x, exclusionReasons: r, pupils: p, atRiskEntries: e } = db.tables;
  const rows = await db
    .select({
      exclusionId: x.id,
      pupilId: x.pupilId,
      incidentOn: x.incidentOn,
      startDate: x.startDate,
      at: x.incidentAt,
      place: x.incidentPlace,
      lesson: x.incidentLesson,
      reason: r.code,
      kind: x.kind,
      halfDays: x.halfDays,
      forename: p.forename,
      surname: p.surname,
      form: p.form,
      leavingDate: p.leavingDate,
      entryId: e.id,
    })
    .from(x)
    .innerJoin(p, eq(p.id, x.pupilId))
    .leftJoin(r, and(eq(r.exclusionId, x.id), eq(r.position, 1)))
    .leftJoin(e, and(eq(e.pupilId, x.pupilId), isNull(e.signedOffOn)))
    .where(startedWithin(db, schoolId, { from, to }))
    .orderBy(asc(x.startDate), asc(x.id));
  return rows.flatMap(({ startDate, incidentOn, forename, surname, ...row }) =>
    startDate === null
      ? []
      : [{ ...row, startDate, on: incidentOn ?? startDate, name: `${forename} ${surname}` }],
  );
}

/** When the exclusions began of which `readIncidents` tells, up to a day, and nothing else of them: no row of a pupil is read. */
export async function readStarts(
  db: Db,
  schoolId: string,
  to: IsoDate,
): Promise<readonly Pick<Incident, 'exclusionId' | 'pupilId' | 'startDate'>[]> {
  const { exclusions: x } = db.tables;
  const rows = await db
    .select({ exclusionId: x.id, pupilId: x.pupilId, startDate: x.startDate })
    .from(x)
    .where(startedWithin(db, schoolId, { from: '1900-01-01', to }));
  return rows.flatMap(({ startDate, ...row }) => (startDate === null ? [] : [{ ...row, startDate }]));
}

/** Not those taken back, and none twice because an exclusion was made longer or permanent. */
function startedWithin(
  db: Db,
  schoolId: string,
  { from, to }: { readonly from: IsoDate; readonly to: IsoDate },
): SQL | undefined {
  const { exclusions: x } = db.tables;
  return and(
    eq(x.schoolId, schoolId),
    notInArray(x.state, ['draft', 'cancelled', 'withdrawn']),
    gte(x.startDate, from),
    lte(x.startDate, to),
    or(isNull(x.followsAs), eq(x.followsAs, 'further')),
  );
}

/**
 * Stays of a school's own pupils that were over before a day, each with its first and last booked day; those of
 * permanent exclusions are left out, after which nobody can be excluded again. One query.
 */
export async function readFinishedStays(
  db: Db,
  schoolId: string,
  before: IsoDate,
): Promise<readonly FinishedStay[]> {
  const { placements: s, places: l, providers: v, pupils: p, exclusions: x } = db.tables;
  const rows = await db
    .select({
      placementId: s.id,
      pupilId: s.pupilId,
      exclusionId: s.exclusionId,
      providerName: v.name,
      from: min(l.date),
      to: max(l.date),
      entryDate: p.entryDate,
      leavingDate: p.leavingDate,
    })
    .from(s)
    .innerJoin(l, and(eq(l.placementId, s.id), eq(l.state, 'booked')))
    .innerJoin(v, eq(v.id, s.providerId))
    .innerJoin(p, eq(p.id, s.pupilId))
    .leftJoin(x, eq(x.id, s.exclusionId))
    .where(
      and(
        eq(s.schoolId, schoolId),
        inArray(s.purpose, ['exclusion', 'respite']),
        or(isNull(x.id), eq(x.kind, 'fixed-period')),
      ),
    )
    .groupBy(s.id, s.pupilId, s.exclusionId, v.name, p.entryDate, p.leavingDate)
    .orderBy(asc(s.id));
  return rows.flatMap(({ from, to, ...row }) =>
    from === null || to === null || to >= before ? [] : [{ ...row, from, to }],
  );
}

import { and, asc, eq, gte, inArray, isNull, lte, ne, notExists, or, type SQL } from 'drizzle-orm';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import type { Db } from '../store.ts';
import type { ExclusionRecord } from './exclusions.ts';

/** A duty of a case as kept, with what became of it. */
export type DutyRecord = Db['tables']['duties']['$inferSelect'];

export type DutyChangeRecord = Db['tables']['dutyChanges']['$inferSelect'];

/** Every duty a case has or had, in order of their days; those without a day last. One query. */
export async function readDuties(db: Db, exclusionId: string): Promise<readonly DutyRecord[]> {
  return readDutiesOf(db, [exclusionId]);
}

/** The same for several cases (at most 500), one after the other. */
export async function readDutiesOf(db: Db, exclusionIds: readonly string[]): Promise<readonly DutyRecord[]> {
  if (exclusionIds.length === 0) return [];
  const { duties: t } = db.tables;
  const rows = await db
    .select()
    .from(t)
    .where(inArray(t.exclusionId, [...exclusionIds]))
    .orderBy(asc(t.exclusionId), asc(t.key));
  return rows.toSorted((a, b) => {
    if (a.exclusionId !== b.exclusionId) return a.exclusionId < b.exclusionId ? -1 : 1;
    return (a.dueBy ?? '9999').localeCompare(b.dueBy ?? '9999');
  });
}

/** What changed in the duties of a case, newest first. */
export async function readDutyChanges(db: Db, exclusionId: string): Promise<readonly DutyChangeRecord[]> {
  const { dutyChanges: t } = db.tables;
  const rows = await db.select().from(t).where(eq(t.exclusionId, exclusionId)).orderBy(asc(t.id));
  return rows.toReversed();
}

/** A duty with whose case it is. */
export interface BoardDuty {
  readonly duty: DutyRecord;
  readonly exclusion: Pick<
    ExclusionRecord,
    'id' | 'pupilId' | 'kind' | 'ruleSet' | 'startDate' | 'startSlot' | 'halfDays' | 'state'
  >;
  readonly name: string;
  readonly form: string | null;
}

/**
 * The duties of a school that the board of a day needs: owed, not done and due by `to`, and those that were done on
 * `doneOn`. In order of their days, then of the pupils. One query over the index of days.
 */
export async function readBoardDuties(
  db: Db,
  schoolId: string,
  { to, doneOn }: { readonly to: IsoDate; readonly doneOn: IsoDate },
): Promise<readonly BoardDuty[]> {
  const { duties: t, exclusions: x, pupils: p } = db.tables;
  const select = (where: SQL | undefined) =>
    db
      .select({
        duty: t,
        exclusion: {
          id: x.id,
          pupilId: x.pupilId,
          kind: x.kind,
          ruleSet: x.ruleSet,
          startDate: x.startDate,
          startSlot: x.startSlot,
          halfDays: x.halfDays,
          state: x.state,
        },
        surname: p.surname,
        forename: p.forename,
        form: p.form,
      })
      .from(t)
      .innerJoin(x, eq(x.id, t.exclusionId))
      .innerJoin(p, eq(p.id, x.pupilId))
      .where(and(eq(x.schoolId, schoolId), ne(x.state, 'draft'), where))
      .orderBy(asc(t.dueBy), asc(p.surname), asc(p.forename), asc(t.exclusionId), asc(t.key));
  // Two statements: either end of the index is one range, and "or" would read all that was ever done.
  const open = await select(and(isNull(t.fulfilledOn), lte(t.dueBy, to), eq(t.owed, true)));
  const done = await select(eq(t.fulfilledOn, doneOn));
  return [...open, ...done].map(({ surname, forename, ...row }) => ({
    ...row,
    name: `${forename} ${surname}`,
  }));
}

/** The condition of an open case: in force or over not before `since`, or permanent, and not ended. */
function isOpen(db: Db, schoolId: string, since: IsoDate): SQL | undefined {
  const { exclusions: x } = db.tables;
  return and(
    eq(x.schoolId, schoolId),
    ne(x.state, 'draft'),
    ne(x.state, 'ended'),
    or(eq(x.kind, 'permanent'), gte(x.endDate, since)),
  );
}

/**
 * Pupils with a case whose duties may still change: in force or over not before `since`, and permanent ones that are not
 * ended. What is older keeps the duties it has.
 */
export async function readPupilsWithOpenCases(
  db: Db,
  schoolId: string,
  since: IsoDate,
): Promise<readonly string[]> {
  const { exclusions: x } = db.tables;
  const rows = await db
    .selectDistinct({ pupilId: x.pupilId })
    .from(x)
    .where(isOpen(db, schoolId, since));
  return rows.map(({ pupilId }) => pupilId);
}

/** Of these, pupils with a case that has no duties at all. */
export async function readPupilsWithoutDuties(
  db: Db,
  schoolId: string,
  since: IsoDate,
): Promise<readonly string[]> {
  const { exclusions: x, duties: t } = db.tables;
  const known = db.select({ one: t.key }).from(t).where(eq(t.exclusionId, x.id));
  const rows = await db
    .selectDistinct({ pupilId: x.pupilId })
    .from(x)
    .where(and(isOpen(db, schoolId, since), notExists(known)));
  return rows.map(({ pupilId }) => pupilId);
}

import { and, asc, eq, exists, gte, inArray, isNull, lte, ne, notExists, or, type SQL } from 'drizzle-orm';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import type { Db } from '../store.ts';
import type { ExclusionRecord } from './exclusions.ts';
import { inChunks } from './in-chunks.ts';

/** A duty of a case as kept, with what became of it. */
export type DutyRecord = Db['tables']['duties']['$inferSelect'];

export type DutyChangeRecord = Db['tables']['dutyChanges']['$inferSelect'];

/** An IN list of ids this long stays far below the engines' limit of parameters. */
const IDS_AT_ONCE = 500;

/** Every duty a case has or had, in order of their days; those without a day last. One query. */
export async function readDuties(db: Db, exclusionId: string): Promise<readonly DutyRecord[]> {
  return readDutiesOf(db, [exclusionId]);
}

/** The same for several cases, one after the other. One query for every five hundred. */
export async function readDutiesOf(db: Db, exclusionIds: readonly string[]): Promise<readonly DutyRecord[]> {
  const { duties: t } = db.tables;
  const rows: DutyRecord[] = [];
  for (const ids of inChunks(exclusionIds, IDS_AT_ONCE)) {
    const some = await db
      .select()
      .from(t)
      .where(inArray(t.exclusionId, [...ids]))
      .orderBy(asc(t.exclusionId), asc(t.key));
    rows.push(...some);
  }
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

/** Of which pupils open cases are asked for: everybody's, some pupils', or those of the pupils of a year group. */
export type WhoseCases = 'all' | { readonly pupilIds: readonly string[] } | { readonly ncYear: string };

/**
 * Pupils with a case whose duties may still change: in force or over not before `since`, and permanent ones that are not
 * ended. What is older keeps the duties it has. One query.
 */
export async function readPupilsWithOpenCases(
  db: Db,
  schoolId: string,
  since: IsoDate,
  whose: WhoseCases = 'all',
): Promise<readonly string[]> {
  const { exclusions: x } = db.tables;
  const named = typeof whose === 'object' && 'pupilIds' in whose ? whose.pupilIds : undefined;
  const rows = await db
    .selectDistinct({ pupilId: x.pupilId })
    .from(x)
    .where(and(isOpen(db, schoolId, since), isOf(db, whose)));
  const wanted = named && new Set(named);
  return rows.flatMap(({ pupilId }) => (wanted?.has(pupilId) === false ? [] : pupilId));
}

function isOf(db: Db, whose: WhoseCases): SQL | undefined {
  const { exclusions: x, pupils: p } = db.tables;
  if (whose === 'all') return undefined;
  if ('pupilIds' in whose) {
    return whose.pupilIds.length > IDS_AT_ONCE ? undefined : inArray(x.pupilId, [...whose.pupilIds]);
  }
  const ofYear = db
    .select({ one: p.id })
    .from(p)
    .where(and(eq(p.id, x.pupilId), eq(p.ncYear, whose.ncYear)));
  return exists(ofYear);
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

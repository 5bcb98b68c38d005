import {
  and,
  asc,
  desc,
  eq,
  gte,
  inArray,
  isNotNull,
  isNull,
  lte,
  ne,
  notInArray,
  or,
  sql,
} from 'drizzle-orm';
import { LOOK_WEEKS } from '#shared/domain/reintegration/types.ts';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import type { Db } from '../store.ts';
import { inChunks } from './in-chunks.ts';

/** The way back after one exclusion: invitation, meeting, what was agreed, what worked. */
export type Reintegration = Db['tables']['reintegrations']['$inferSelect'];

/** Something that follows, with its day. */
export type ReintegrationStep = Db['tables']['reintegrationSteps']['$inferSelect'];

const IDS_AT_ONCE = 500;

/** What is noted of the way back after an exclusion; undefined while nothing is. */
export async function readReintegration(db: Db, exclusionId: string): Promise<Reintegration | undefined> {
  const { reintegrations: t } = db.tables;
  const [row] = await db.select().from(t).where(eq(t.exclusionId, exclusionId));
  return row;
}

/** Writes what is noted of the way back over what was there. */
export async function writeReintegration(db: Db, row: Reintegration): Promise<void> {
  const { reintegrations: t } = db.tables;
  const { exclusionId: _id, ...set } = row;
  await db.insert(t).values(row).onConflictDoUpdate({ target: t.exclusionId, set });
}

/** What follows in a case, in the order of its days. */
export async function readSteps(db: Db, exclusionId: string): Promise<readonly ReintegrationStep[]> {
  const { reintegrationSteps: t } = db.tables;
  return db.select().from(t).where(eq(t.exclusionId, exclusionId)).orderBy(asc(t.dueOn), asc(t.id));
}

/** One of them; undefined when there is none of that id. */
export async function readStep(db: Db, id: string): Promise<ReintegrationStep | undefined> {
  const { reintegrationSteps: t } = db.tables;
  const [row] = await db.select().from(t).where(eq(t.id, id));
  return row;
}

/** The looks of cases that nobody has taken yet. */
export async function readOpenLooks(
  db: Db,
  exclusionIds: readonly string[],
): Promise<readonly ReintegrationStep[]> {
  const { reintegrationSteps: t } = db.tables;
  const kinds = Object.keys(LOOK_WEEKS).filter(isLook);
  const rows: ReintegrationStep[] = [];
  for (const ids of inChunks(exclusionIds, IDS_AT_ONCE)) {
    rows.push(
      ...(await db
        .select()
        .from(t)
        .where(and(inArray(t.exclusionId, [...ids]), inArray(t.kind, kinds), isNull(t.doneOn)))
        .orderBy(asc(t.id))),
    );
  }
  return rows;
}

const isLook = (kind: string): kind is keyof typeof LOOK_WEEKS => kind in LOOK_WEEKS;

/** Adds what follows. */
export async function insertStep(db: Db, step: ReintegrationStep): Promise<void> {
  await db.insert(db.tables.reintegrationSteps).values(step);
}

/** Changes one and gives it the version that follows. */
export async function updateStep(
  db: Db,
  { id, version }: Pick<ReintegrationStep, 'id' | 'version'>,
  set: Partial<Pick<ReintegrationStep, 'who' | 'dueOn' | 'detail' | 'doneOn' | 'outcome'>>,
): Promise<void> {
  const { reintegrationSteps: t } = db.tables;
  await db
    .update(t)
    .set({ ...set, version: version + 1 })
    .where(eq(t.id, id));
}

/** Takes one away; the audit trail keeps that it was there. */
export async function deleteStep(db: Db, id: string): Promise<void> {
  const { reintegrationSteps: t } = db.tables;
  await db.delete(t).where(eq(t.id, id));
}

/** What helped a pupil at an earlier exclusion. */
export interface WhatWorked {
  readonly exclusionId: string;
  readonly startDate: IsoDate;
  readonly heldOn: IsoDate | null;
  readonly whatWorked: string;
}

/** What worked for a pupil after exclusions that were not taken back, the latest first. One query. */
export async function readWhatWorked(
  db: Db,
  schoolId: string,
  pupilId: string,
): Promise<readonly WhatWorked[]> {
  const { reintegrations: t, exclusions: x } = db.tables;
  const rows = await db
    .select({
      exclusionId: t.exclusionId,
      startDate: x.startDate,
      heldOn: t.heldOn,
      whatWorked: t.whatWorked,
    })
    .from(t)
    .innerJoin(x, eq(x.id, t.exclusionId))
    .where(
      and(
        eq(x.schoolId, schoolId),
        eq(x.pupilId, pupilId),
        isNotNull(t.whatWorked),
        notInArray(x.state, ['cancelled', 'withdrawn']),
      ),
    )
    .orderBy(desc(x.startDate), desc(x.id));
  return rows.flatMap(({ startDate, whatWorked, ...row }) =>
    startDate === null || whatWorked === null ? [] : [{ ...row, startDate, whatWorked }],
  );
}

/** An open step with whose it is. */
export interface DueStep {
  readonly step: ReintegrationStep;
  readonly pupilId: string;
  readonly pupilName: string;
}

/**
 * Steps of a school's cases that are due by a day, earliest first; not those of cases that were taken back, of pupils
 * who have left, or who are permanently excluded. One query.
 */
export async function readDueSteps(db: Db, schoolId: string, by: IsoDate): Promise<readonly DueStep[]> {
  const { reintegrationSteps: t, exclusions: x, pupils: p } = db.tables;
  const rows = await db
    .select({ step: t, pupilId: p.id, forename: p.forename, surname: p.surname })
    .from(t)
    // Crossed, so that SQLite begins with the few steps and not with all exclusions of the school.
    .crossJoin(x)
    .crossJoin(p)
    .where(
      and(
        eq(x.id, t.exclusionId),
        eq(p.id, x.pupilId),
        isNull(t.doneOn),
        lte(t.dueOn, by),
        eq(x.schoolId, schoolId),
        isStillAsked(db, by),
      ),
    )
    .orderBy(asc(t.dueOn), asc(p.surname), asc(p.forename), asc(t.id));
  return rows.map(({ step, pupilId, forename, surname }) => ({
    step,
    pupilId,
    pupilName: `${forename} ${surname}`,
  }));
}

/** A meeting whose day has come, with whose it is. */
export interface DueMeeting {
  readonly exclusionId: string;
  readonly meetingOn: IsoDate;
  readonly pupilId: string;
  readonly pupilName: string;
}

/**
 * Meetings set for a day up to `by` of which nobody has noted how they went, and for which no duty is owed and open:
 * that stands among the duties already. One query.
 */
export async function readDueMeetings(db: Db, schoolId: string, by: IsoDate): Promise<readonly DueMeeting[]> {
  const { reintegrations: t, exclusions: x, pupils: p, duties: d } = db.tables;
  const rows = await db
    .select({
      exclusionId: t.exclusionId,
      meetingOn: t.meetingOn,
      pupilId: p.id,
      forename: p.forename,
      surname: p.surname,
    })
    .from(t)
    .crossJoin(x)
    .crossJoin(p)
    .leftJoin(d, and(eq(d.exclusionId, t.exclusionId), eq(d.key, 'reintegration-meeting')))
    .where(
      and(
        eq(x.id, t.exclusionId),
        eq(p.id, x.pupilId),
        isNull(t.heldOn),
        lte(t.meetingOn, by),
        eq(x.schoolId, schoolId),
        isStillAsked(db, by),
        // Done by the duty: nobody need note it twice.
        or(isNull(d.key), and(eq(d.owed, false), isNull(d.fulfilledOn))),
      ),
    )
    .orderBy(asc(t.meetingOn), asc(p.surname), asc(t.exclusionId));
  return rows.flatMap(({ meetingOn, forename, surname, ...row }) =>
    meetingOn === null ? [] : [{ ...row, meetingOn, pupilName: `${forename} ${surname}` }],
  );
}

/** The case was not taken back, and the pupil is on roll and may come to school. */
function isStillAsked(db: Db, today: IsoDate) {
  const { exclusions: x, pupils: p } = db.tables;
  return and(
    notInArray(x.state, ['draft', 'cancelled', 'withdrawn']),
    or(isNull(p.leavingDate), gte(p.leavingDate, today)),
    or(isNull(p.enrolStatus), ne(p.enrolStatus, 'P')),
    ne(x.kind, 'lunchtime'),
    sql`NOT EXISTS (SELECT 1 FROM ${x} AS permanent WHERE permanent.pupil_id = ${p.id}
      AND permanent.kind = 'permanent' AND permanent.state IN ('issued', 'upheld')
      AND permanent.stopped_on IS NULL AND permanent.start_date <= ${today})`,
  );
}

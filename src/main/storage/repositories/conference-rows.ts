import { and, asc, eq, gte, inArray, lte, sql } from 'drizzle-orm';
import type { ConferenceExclusion } from '#shared/domain/conference/types.ts';
import { ISSUED_STATES } from '#shared/domain/exclusions/issued-states.ts';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import type { Db } from '../store.ts';
import { finalPermanents } from './final-permanents.ts';
import { groupRows } from './group-rows.ts';
import { inChunks } from './in-chunks.ts';

/** One exclusion with its pupil, as a return or the school's own records have it. */
export interface ConferenceRow extends ConferenceExclusion {
  readonly upn: string;
  readonly surname: string;
  readonly forename: string;
  readonly sex: string;
  readonly dob: IsoDate;
  readonly ncYear: string | null;
  readonly senProvision: string | null;
  readonly inCare: boolean | null;
  /** Codes, the main one first. */
  readonly reasons: readonly string[];
}

interface Range {
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** One pupil alone. */
  readonly upn?: string | undefined;
}

const CATEGORIES: Readonly<Record<string, ConferenceExclusion['category']>> = {
  SUSP: 'fixed-period',
  FIXD: 'fixed-period',
  PERM: 'permanent',
  LNCH: 'lunchtime',
};

/** A permanent exclusion that was returned before it was final is asked about by this check, and explained. */
const NOT_FINAL_CHECK = 'X10';

/** Exclusions of the returns that count, by pupil and start. */
export async function readReturnedRows(db: Db, { from, to, upn }: Range): Promise<readonly ConferenceRow[]> {
  const { receivedExclusions: x } = db.tables;
  const rows = await db
    .select({
      upn: x.upn,
      surname: x.surname,
      forename: x.forename,
      sex: x.sex,
      dob: x.dob,
      ncYear: x.ncYear,
      senProvision: x.senProvision,
      inCare: x.inCare,
      reasons: x.reasons,
      laEstab: x.laEstab,
      category: x.category,
      startDate: x.startDate,
      sessions: x.sessions,
      explanations: x.explanations,
    })
    .from(x)
    .where(
      and(
        sql`${x.counts}`,
        gte(x.startDate, from),
        lte(x.startDate, to),
        upn === undefined ? undefined : eq(x.upn, upn),
      ),
    )
    .orderBy(asc(x.upn), asc(x.startDate), asc(x.position));
  return rows.flatMap(({ category, sessions, explanations, ...row }) => {
    const known = CATEGORIES[category];
    if (known === undefined) return [];
    const permanent = known === 'permanent';
    return [
      {
        ...row,
        category: known,
        halfDays: permanent ? null : sessions,
        notFinal: permanent && explanations?.[NOT_FINAL_CHECK] !== undefined,
      },
    ];
  });
}

/** Issued exclusions of a school's own records with the half days that were not given back, by pupil and start. */
export async function readOwnRows(
  db: Db,
  school: { readonly id: string; readonly laEstab: string },
  { from, to, upn }: Range,
  today: IsoDate,
): Promise<readonly ConferenceRow[]> {
  const { exclusions: x, pupils: p } = db.tables;
  const rows = await db
    .select({
      id: x.id,
      upn: p.upn,
      surname: p.surname,
      forename: p.forename,
      sex: p.sex,
      dob: p.dob,
      ncYear: p.ncYear,
      senProvision: x.senProvision,
      inCare: x.inCare,
      kind: x.kind,
      startDate: x.startDate,
      stoppedOn: x.stoppedOn,
    })
    .from(x)
    .innerJoin(p, eq(p.id, x.pupilId))
    .where(
      and(
        eq(x.schoolId, school.id),
        inArray(x.state, ISSUED_STATES),
        gte(x.startDate, from),
        lte(x.startDate, to),
        upn === undefined ? undefined : eq(p.upn, upn),
      ),
    )
    .orderBy(asc(p.upn), asc(x.startDate), asc(x.id));
  const ids = rows.map(({ id }) => id);
  const kept = await keptHalfDays(db, ids);
  const reasons = await reasonsOf(db, ids);
  const permanent = rows.filter(({ kind }) => kind === 'permanent').map(({ id }) => id);
  const final = await finalPermanents(db, permanent, today);
  return rows.flatMap(({ id, kind, startDate, stoppedOn, ...row }) => {
    const halfDays = kept.get(id) ?? 0;
    // What was given back whole, or put an end to, counts for nothing.
    if (startDate === null || (kind === 'permanent' ? stoppedOn !== null : halfDays === 0)) return [];
    return [
      {
        ...row,
        laEstab: school.laEstab,
        category: kind,
        startDate,
        halfDays: kind === 'permanent' ? null : halfDays,
        notFinal: kind === 'permanent' && !final.has(id),
        reasons: (reasons.get(id) ?? []).map(({ code }) => code),
      },
    ];
  });
}

/** An IN list of ids this long stays far below the engines' limit of parameters. */
const IDS_AT_ONCE = 500;

async function keptHalfDays(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const { exclusionHalfDays: days } = db.tables;
  const kept = new Map<string, number>();
  for (const some of inChunks(ids, IDS_AT_ONCE)) {
    const rows = await db
      .select({ id: days.exclusionId, halfDays: sql<number>`count(*)`.mapWith(Number) })
      .from(days)
      .where(and(inArray(days.exclusionId, [...some]), eq(days.givenBack, false)))
      .groupBy(days.exclusionId);
    for (const { id, halfDays } of rows) kept.set(id, halfDays);
  }
  return kept;
}

async function reasonsOf(db: Db, ids: readonly string[]) {
  const { exclusionReasons: reasons } = db.tables;
  const found: { readonly exclusionId: string; readonly code: string }[] = [];
  for (const some of inChunks(ids, IDS_AT_ONCE)) {
    found.push(
      ...(await db
        .select({ exclusionId: reasons.exclusionId, code: reasons.code })
        .from(reasons)
        .where(inArray(reasons.exclusionId, [...some]))
        .orderBy(asc(reasons.exclusionId), asc(reasons.position))),
    );
  }
  return groupRows(found, ({ exclusionId }) => exclusionId);
}

import { asc, inArray } from 'drizzle-orm';
import type { Session, Slot } from '#shared/domain/calendar/types.ts';
import type { ChainLink, CountedExclusion, ExclusionState } from '#shared/domain/exclusions/types.ts';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import { exclusionTitle } from '#shared/text/exclusion-words.ts';
import type { Db } from '../store.ts';
import type { ExclusionRecord } from './exclusions.ts';
import { groupRows } from './group-rows.ts';

export interface TakenHalfDay {
  readonly date: IsoDate;
  readonly slot: Slot | 'lunch';
}

/** An issued exclusion of a pupil as totals, education, clashes and duties need it. */
export interface IssuedExclusion extends CountedExclusion {
  readonly title: string;
  readonly start: Session;
  /** The last session out; before the decided one when half days were given back. Missing for a permanent exclusion. */
  readonly end?: Session;
  readonly state: ExclusionState;
  readonly ruleSet: string;
  /** As it was issued, whatever was given back since; no `end` for a permanent one. */
  readonly decided: { readonly end?: Session; readonly halfDays: readonly TakenHalfDay[] };
  /** The first session given back. */
  readonly stopped?: Session;
  readonly follows?: { readonly id: string; readonly as: ChainLink };
  /** UTC ISO. */
  readonly issuedAt: string;
  /** In care when it was issued. */
  readonly inCare: boolean;
  readonly version: number;
}

/** A draft by its title. */
export interface DraftTitle {
  readonly id: string;
  readonly title: string;
}

/**
 * A pupil's issued exclusions, whatever became of them, first start first, each with its half days in order. Two
 * queries. `halfDays` are those that count; see `countedExclusions` for the exclusions that do.
 */
export async function readIssuedExclusions(db: Db, pupilId: string): Promise<readonly IssuedExclusion[]> {
  return (await readExclusionsOfPupils(db, [pupilId])).get(pupilId)?.issued ?? [];
}

/** What is on record of a pupil: exclusions that were issued, and drafts, the one recorded first first. */
export interface PupilExclusions {
  readonly issued: readonly IssuedExclusion[];
  readonly drafts: readonly DraftTitle[];
}

/** The same with the drafts of several pupils (at most 500), in no more queries; pupils without any are left out. */
export async function readExclusionsOfPupils(
  db: Db,
  pupilIds: readonly string[],
): Promise<ReadonlyMap<string, PupilExclusions>> {
  const { exclusions, exclusionHalfDays: days } = db.tables;
  const ofThem = inArray(exclusions.pupilId, [...pupilIds]);
  // Only what is needed: the Record screen asks at every keystroke, and a pupil may have hundreds.
  const rows = await db
    .select({
      id: exclusions.id,
      pupilId: exclusions.pupilId,
      kind: exclusions.kind,
      state: exclusions.state,
      ruleSet: exclusions.ruleSet,
      startDate: exclusions.startDate,
      startSlot: exclusions.startSlot,
      endDate: exclusions.endDate,
      endSlot: exclusions.endSlot,
      halfDays: exclusions.halfDays,
      followsId: exclusions.followsId,
      followsAs: exclusions.followsAs,
      stoppedOn: exclusions.stoppedOn,
      stoppedSlot: exclusions.stoppedSlot,
      inCare: exclusions.inCare,
      recordedAt: exclusions.recordedAt,
      issuedAt: exclusions.issuedAt,
      version: exclusions.version,
    })
    .from(exclusions)
    .where(ofThem)
    .orderBy(asc(exclusions.startDate), asc(exclusions.startSlot), asc(exclusions.id));
  // By the exclusion, which the half days' key begins with: the pupils' own index has only what counts.
  const ids = db.select({ id: exclusions.id }).from(exclusions).where(ofThem);
  const halfDays = await db
    .select({ exclusionId: days.exclusionId, date: days.date, slot: days.slot, givenBack: days.givenBack })
    .from(days)
    .where(inArray(days.exclusionId, ids))
    .orderBy(asc(days.date), asc(days.slot));
  const byExclusion = groupRows(halfDays, ({ exclusionId }) => exclusionId);
  return new Map(
    [...groupRows(rows, ({ pupilId }) => pupilId)].map(([pupilId, own]) => [
      pupilId,
      {
        issued: own.flatMap((row) =>
          row.state === 'draft' ? [] : issuedExclusion(row, byExclusion.get(row.id) ?? []),
        ),
        drafts: own
          .filter(({ state }) => state === 'draft')
          .toSorted((a, b) => (a.recordedAt + a.id < b.recordedAt + b.id ? -1 : 1))
          .map((row) => ({ id: row.id, title: exclusionTitle(row) })),
      },
    ]),
  );
}

/** Those that take any day at all: not those given back whole, and no permanent one that was stopped. */
export const countedExclusions = (all: readonly IssuedExclusion[]): readonly IssuedExclusion[] =>
  all.filter(({ kind, halfDays, stopped }) =>
    kind === 'permanent' ? stopped === undefined : halfDays.length > 0,
  );

type HalfDayRow = TakenHalfDay & { readonly givenBack: boolean };

/** What of a row an issued exclusion is made from. */
type IssuedRow = Pick<
  ExclusionRecord,
  | 'id'
  | 'kind'
  | 'state'
  | 'ruleSet'
  | 'startDate'
  | 'startSlot'
  | 'endDate'
  | 'endSlot'
  | 'halfDays'
  | 'followsId'
  | 'followsAs'
  | 'stoppedOn'
  | 'stoppedSlot'
  | 'inCare'
  | 'recordedAt'
  | 'issuedAt'
  | 'version'
>;

/** A row with its half days in order; nothing for one without a start. */
export function issuedExclusion(row: IssuedRow, rows: readonly HalfDayRow[]): IssuedExclusion[] {
  const { startDate, startSlot, stoppedOn, stoppedSlot, followsId, followsAs } = row;
  if (startDate === null || startSlot === null) return [];
  const all = rows.map(({ date, slot }) => ({ date, slot }));
  const taken = stoppedOn === null ? all : all.filter((_, at) => rows[at]?.givenBack === false);
  const decidedEnd =
    row.endDate === null || row.endSlot === null ? undefined : { date: row.endDate, slot: row.endSlot };
  const end = stoppedOn === null ? decidedEnd : (lastOf(taken) ?? decidedEnd);
  return [
    {
      id: row.id,
      kind: row.kind,
      // Put together when it is asked for, which of hundreds it is for one or two.
      get title() {
        return exclusionTitle(row);
      },
      start: { date: startDate, slot: startSlot },
      ...(end === undefined ? {} : { end }),
      halfDays: taken,
      state: row.state,
      ruleSet: row.ruleSet,
      decided: { ...(decidedEnd === undefined ? {} : { end: decidedEnd }), halfDays: all },
      ...(stoppedOn === null ? {} : { stopped: { date: stoppedOn, slot: stoppedSlot ?? 'am' } }),
      ...(followsId === null || followsAs === null ? {} : { follows: { id: followsId, as: followsAs } }),
      issuedAt: row.issuedAt ?? row.recordedAt,
      inCare: row.inCare,
      version: row.version,
    },
  ];
}

function lastOf(halfDays: readonly TakenHalfDay[]): Session | undefined {
  const last = halfDays.at(-1);
  return last && { date: last.date, slot: last.slot === 'am' ? 'am' : 'pm' };
}

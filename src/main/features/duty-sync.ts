import { dutiesOf } from '#shared/domain/duties/duties-of.ts';
import type { CaseEvent, DutyCase } from '#shared/domain/duties/types.ts';
import { addDays, type IsoDate } from '#shared/kernel/plain-date.ts';
import { dutyWhy } from '#shared/text/duty-why.ts';
import {
  readDutiesOf,
  readPupilsWithOpenCases,
  type DutyRecord,
  type WhoseCases,
} from '../storage/repositories/duties.ts';
import { writeDuties, type DutyCause, type ReasonedDuty } from '../storage/repositories/duty-writes.ts';
import type { IssuedExclusion } from '../storage/repositories/exclusion-history.ts';
import { groupRows } from '../storage/repositories/group-rows.ts';
import { inChunks } from '../storage/repositories/in-chunks.ts';
import type { Db } from '../storage/store.ts';
import { judgeIssued, type DutyFacts } from './case-duties.ts';
import { readFactsOfPupils } from './case-facts.ts';
import type { Context } from './context.ts';
import { noteBookedEducation } from './education-booked.ts';
import { letterOfDuty } from './letter-of-duty.ts';
import { moveLooks } from './move-looks.ts';
import { RETURN_DUTY, returnFactsOf } from './return-days.ts';
import { homeSchool } from './home-school.ts';
import { syncStayTasks } from './stay-tasks.ts';

/**
 * Fixed periods and lunchtimes that were over this long ago keep the duties they have: what was owed then was owed by
 * the record of that time. It is longer than any window that a rule set gives after an end.
 */
export const LONG_OVER_DAYS = 150;

/** Who changes what: a handler's own clock, session and ids. */
export type SyncContext = Pick<Context, 'clock' | 'session' | 'newId'>;

/** Read and worked out at once: more pupils with open cases come in as many steps as are needed. */
const PUPILS_AT_ONCE = 200;

/**
 * Works out again what the open cases of pupils oblige, after something they follow from has changed, inside the
 * transaction of that change. `'all'`: every pupil with an open case, after a change of the calendar or of the area's
 * promises; with them what their stays owe. `cause` finishes "... because": "the school calendar was changed".
 * Running it again changes and writes nothing.
 */
export async function syncDutiesOfPupils(
  db: Db,
  context: SyncContext,
  pupilIds: readonly string[] | 'all',
  cause: string,
): Promise<void> {
  await syncOpen(db, context, pupilIds === 'all' ? 'all' : { pupilIds }, cause, (synced) =>
    syncStayTasks(db, context, synced),
  );
}

/**
 * The same after an examination of a pupil or of a year group was added or removed: only the duties of those who sit it
 * may follow from it, and what stays owe never does.
 */
export async function syncDutiesOfExam(
  db: Db,
  context: SyncContext,
  { pupilId, ncYear }: { readonly pupilId: string | null; readonly ncYear: string | null },
  cause: string,
): Promise<void> {
  const pupilIds = pupilId === null ? [] : [pupilId];
  await syncOpen(db, context, ncYear === null ? { pupilIds } : { ncYear }, cause);
}

/** The same for one pupil, whose case `exclusionId` is worked out whether open or not. */
export async function syncDutiesOfCase(
  db: Db,
  context: SyncContext,
  { pupilId, exclusionId }: { readonly pupilId: string; readonly exclusionId: string },
  cause: string,
): Promise<void> {
  const synced = await syncPupils(db, context, [pupilId], cause, exclusionId);
  await syncStayTasks(db, context, synced);
}

async function syncOpen(
  db: Db,
  context: SyncContext,
  whose: WhoseCases,
  cause: string,
  then?: (pupilIds: readonly string[]) => Promise<void>,
): Promise<void> {
  const home = await homeSchool(db);
  if (!home.ok) return;
  const since = addDays(context.clock.today(), -LONG_OVER_DAYS);
  const open = await readPupilsWithOpenCases(db, home.value.school.id, since, whose);
  for (const pupilIds of inChunks(open, PUPILS_AT_ONCE)) {
    const synced = await syncPupils(db, context, pupilIds, cause);
    await then?.(synced);
  }
}

/** Gives those of the pupils who are of the school. */
async function syncPupils(
  db: Db,
  context: SyncContext,
  pupilIds: readonly string[],
  cause: string,
  always?: string,
): Promise<readonly string[]> {
  const { clock, session } = context;
  const today = clock.today();
  const by: DutyCause = { cause, userName: session.userName, at: clock.now() };
  const home = await homeSchool(db);
  if (!home.ok) return [];
  const read = await readFactsOfPupils(db, today, home.value, pupilIds);
  const since = addDays(today, -LONG_OVER_DAYS);
  const cases = [...read.values()].flatMap((facts) =>
    facts.issued
      .filter((one) => one.id === always || (one.state !== 'ended' && !isLongOver(one, since)))
      .map((one) => ({ one, facts })),
  );
  const ids = cases.map(({ one }) => one.id);
  const stored = groupRows(await readDutiesOf(db, ids), ({ exclusionId }) => exclusionId);
  const returnDue = new Map<string, IsoDate | undefined>();
  for (const { one, facts } of cases) {
    const rows = stored.get(one.id) ?? [];
    const computed = reasonedDuties(one, facts, facts.events.get(one.id) ?? [], rows);
    returnDue.set(one.id, computed.find(({ duty }) => duty.key === RETURN_DUTY)?.duty.dueBy);
    await writeDuties(db, one.id, rows, computed, by);
  }
  const idsOf = groupRows(cases, ({ facts }) => facts.pupil.id);
  const returning = [...idsOf.values()].flatMap((own) =>
    own.slice(0, 1).map(({ facts: { index, issued, events } }) => ({
      exclusionIds: own.map(({ one }) => one.id),
      index,
      returns: returnFactsOf(issued, events, (id) => returnDue.get(id)),
    })),
  );
  await moveLooks(db, returning, cause);
  await noteBookedEducation(db, context, ids);
  return [...read.keys()];
}

const isLongOver = ({ kind, decided }: IssuedExclusion, since: IsoDate): boolean =>
  kind !== 'permanent' && decided.end !== undefined && decided.end.date < since;

/** The duties of a case, each with why it is owed and the letter that does it. */
export const reasonedDutiesOf = (dutyCase: DutyCase): readonly ReasonedDuty[] =>
  dutiesOf(dutyCase).map((duty) => {
    const letter = letterOfDuty(duty.key, dutyCase);
    return { duty, why: dutyWhy(duty, dutyCase), ...(letter === undefined ? {} : { letter }) };
  });

/**
 * What an issued exclusion obliges, each with why. The governors' days count from when they were told, where that is
 * noted in `stored`.
 */
export function reasonedDuties(
  exclusion: IssuedExclusion,
  facts: DutyFacts,
  events: readonly CaseEvent[],
  stored: readonly Pick<DutyRecord, 'key' | 'fulfilledOn'>[] = [],
): readonly ReasonedDuty[] {
  const told = stored.find(({ key }) => key === 'tell-governors')?.fulfilledOn ?? undefined;
  const { dutyCase } = judgeIssued(exclusion, facts, events, told);
  return reasonedDutiesOf(dutyCase);
}

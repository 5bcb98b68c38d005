import { dutiesOf } from '#shared/domain/duties/duties-of.ts';
import type { CaseEvent, DutyCase } from '#shared/domain/duties/types.ts';
import { addDays, type IsoDate } from '#shared/kernel/plain-date.ts';
import { dutyWhy } from '#shared/text/duty-why.ts';
import { readDutiesOf, readPupilsWithOpenCases, type DutyRecord } from '../storage/repositories/duties.ts';
import { writeDuties, type DutyCause, type ReasonedDuty } from '../storage/repositories/duty-writes.ts';
import type { IssuedExclusion } from '../storage/repositories/exclusion-history.ts';
import { groupRows } from '../storage/repositories/group-rows.ts';
import type { Db } from '../storage/store.ts';
import { judgeIssued, type DutyFacts } from './case-duties.ts';
import { readCaseFacts } from './case-facts.ts';
import type { Context } from './context.ts';
import { noteBookedEducation } from './education-booked.ts';
import { letterOfDuty } from './letter-of-duty.ts';
import { homeSchool } from './home-school.ts';
import { syncStayTasks } from './stay-tasks.ts';

/**
 * Fixed periods and lunchtimes that were over this long ago keep the duties they have: what was owed then was owed by
 * the record of that time. It is longer than any window that a rule set gives after an end.
 */
export const LONG_OVER_DAYS = 150;

/** Who changes what: a handler's own clock, session and ids. */
export type SyncContext = Pick<Context, 'clock' | 'session' | 'newId'>;

/**
 * Works out again what the open cases of pupils oblige, after something they follow from has changed, inside the
 * transaction of that change. `'all'`: every pupil with an open case, after a change of the calendar, of the area's
 * promises or of a year group's examinations; with them what their stays owe. `cause` finishes "... because": "the school calendar was changed".
 * Running it again changes and writes nothing.
 */
export async function syncDutiesOfPupils(
  db: Db,
  context: SyncContext,
  pupilIds: readonly string[] | 'all',
  cause: string,
): Promise<void> {
  const home = await homeSchool(db);
  if (!home.ok) return;
  const since = addDays(context.clock.today(), -LONG_OVER_DAYS);
  const open = await readPupilsWithOpenCases(db, home.value.school.id, since);
  const wanted = pupilIds === 'all' ? undefined : new Set(pupilIds);
  for (const pupilId of open) {
    if (wanted !== undefined && !wanted.has(pupilId)) continue;
    await syncPupil(db, context, pupilId, cause);
  }
}

/** The same for one pupil, whose case `exclusionId` is worked out whether open or not. */
export async function syncDutiesOfCase(
  db: Db,
  context: SyncContext,
  { pupilId, exclusionId }: { readonly pupilId: string; readonly exclusionId: string },
  cause: string,
): Promise<void> {
  await syncPupil(db, context, pupilId, cause, exclusionId);
}

async function syncPupil(
  db: Db,
  context: SyncContext,
  pupilId: string,
  cause: string,
  always?: string,
): Promise<void> {
  const { clock, session } = context;
  const today = clock.today();
  const by: DutyCause = { cause, userName: session.userName, at: clock.now() };
  const read = await readCaseFacts(db, today, pupilId);
  if (!read.ok) return;
  const facts = read.value;
  const since = addDays(today, -LONG_OVER_DAYS);
  const cases = facts.issued.filter(
    (one) => one.id === always || (one.state !== 'ended' && !isLongOver(one, since)),
  );
  const stored = groupRows(
    await readDutiesOf(
      db,
      cases.map(({ id }) => id),
    ),
    ({ exclusionId }) => exclusionId,
  );
  for (const one of cases) {
    const rows = stored.get(one.id) ?? [];
    const computed = reasonedDuties(one, facts, facts.events.get(one.id) ?? [], rows);
    await writeDuties(db, one.id, rows, computed, by);
  }
  await noteBookedEducation(
    db,
    context,
    cases.map(({ id }) => id),
  );
  await syncStayTasks(db, context, pupilId);
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

import type { CalendarIndex } from '#shared/domain/calendar/index-calendar.ts';
import { sessionsToCover } from '#shared/domain/placements/sessions-to-cover.ts';
import { tasksOfStay, type OwedTask } from '#shared/domain/placements/tasks-of-stay.ts';
import { addDays, type IsoDate } from '#shared/kernel/plain-date.ts';
import { stayTaskTitle } from '#shared/text/stay-words.ts';
import type { CoveredExclusion } from '../storage/repositories/cover.ts';
import { insertStayTasks, updateStayTask, type StayTaskRecord } from '../storage/repositories/stay-tasks.ts';
import { readRecentStays, type StayPlace, type StayRecord } from '../storage/repositories/stays.ts';
import type { Db } from '../storage/store.ts';
import type { Context } from './context.ts';
import { readStayFacts, type StayFacts } from './stay-facts.ts';
import { toMarked } from './to-marked.ts';

/** Who changes what: a handler's own clock and ids. */
export type StayTaskContext = Pick<Context, 'newId'>;

/**
 * Brings what a stay owes in step with its booked places, their marks and the rules of its provider, inside the
 * transaction of whatever changed them: makes what is new, moves what is open to its new day, drops what is no longer
 * owed. What is done, or was dropped by a person, stays as it is. Running it again changes nothing. Gives the titles of
 * what is owed now and was not before. Without any place in force everything open is dropped, but for ringing home.
 */
export const makeStayTasks = (
  db: Db,
  context: StayTaskContext,
  placementId: string,
): Promise<readonly string[]> => makeTasksOfStays(db, context, [placementId]);

/** The same for many, in a few queries whatever their number. */
async function makeTasksOfStays(
  db: Db,
  context: StayTaskContext,
  placementIds: readonly string[],
): Promise<readonly string[]> {
  const made: string[] = [];
  for (const facts of await readStayFacts(db, placementIds)) {
    const { stay, places } = facts;
    const owed = owedBy(facts);
    const tasks = places.some(({ state }) => state === 'booked' || state === 'held')
      ? facts.tasks
      : await dropStayTasks(db, facts.tasks, new Set(owed.map(({ key }) => key)));
    made.push(...(await reconcile(db, context, stay.id, tasks, owed)));
  }
  return made;
}

/** Drops what a stay still owes but for some: all its places were given up. What is done stays as it is. */
async function dropStayTasks(
  db: Db,
  tasks: readonly StayTaskRecord[],
  stillOwed: ReadonlySet<string>,
): Promise<readonly StayTaskRecord[]> {
  const left: StayTaskRecord[] = [];
  for (const task of tasks) {
    const dropped = isOpen(task) && !stillOwed.has(task.ruleKey ?? '');
    if (dropped) await updateStayTask(db, task.id, { dropped });
    left.push(dropped ? { ...task, dropped } : task);
  }
  return left;
}

/** Stays over for longer than this keep what they owe as it is, in days: longer than any day that follows a stay. */
const LONG_OVER_DAYS = 60;

/** The same for the stays of pupils (at most 500) that are not long over, after a change of the calendar or of an exclusion. */
export async function syncStayTasks(
  db: Db,
  context: StayTaskContext & Pick<Context, 'clock'>,
  pupilIds: readonly string[],
): Promise<void> {
  const since = addDays(context.clock.today(), -LONG_OVER_DAYS);
  await makeTasksOfStays(db, context, await readRecentStays(db, pupilIds, since));
}

/** Neither done nor dropped. */
const isOpen = ({ doneOn, dropped }: StayTaskRecord): boolean => doneOn === null && !dropped;

function owedBy({ stay, provider, places, exclusion, calendar }: StayFacts): readonly OwedTask[] {
  // A place that the parents turned down is none that anything is owed for.
  const booked = places.filter(({ state, outcome }) => state === 'booked' && outcome !== 'declined');
  const last = booked.at(-1)?.date;
  const returnsOn = last === undefined ? undefined : returnOf(stay, exclusion, last, calendar);
  return tasksOfStay(
    {
      rules: provider.rules,
      group: stay.pupilGroup,
      places: booked.map((place) => toMarked(place, provider)),
      notArrived: places
        .filter(hadNotArrived)
        .map((place) => ({ ...toMarked(place, provider), mark: { outcome: 'absent' } })),
      madeOn: stay.madeAt.slice(0, 10),
      ...(returnsOn === undefined ? {} : { returnsOn }),
    },
    calendar,
  );
}

/** Given up on its day or later because the pupil was not there; before its day nobody can have failed to arrive. */
const hadNotArrived = ({ state, endedCode, endedAt, date }: StayPlace): boolean =>
  state === 'cancelled' && endedCode === 'not-arrived' && (endedAt ?? '').slice(0, 10) >= date;

/** The first day back at school: after the exclusion, or after a stay that is of none. A permanent one has no return. */
function returnOf(
  { exclusionId }: StayRecord,
  exclusion: CoveredExclusion | undefined,
  last: IsoDate,
  calendar: CalendarIndex,
): IsoDate | undefined {
  if (exclusionId === null) return calendar.schoolDayAfter(last, 1);
  if (exclusion === undefined || exclusion.kind === 'permanent') return undefined;
  const end = sessionsToCover(exclusion, calendar).at(-1);
  return end && calendar.nextSchoolSession(end)?.date;
}

async function reconcile(
  db: Db,
  { newId }: StayTaskContext,
  placementId: string,
  stored: readonly StayTaskRecord[],
  owed: readonly OwedTask[],
): Promise<readonly string[]> {
  const byKey = new Map(stored.flatMap((task) => (task.ruleKey === null ? [] : [[task.ruleKey, task]])));
  const made: string[] = [];
  const fresh = [];
  for (const task of owed) {
    const { key, kind, beforeArrival } = task;
    const wanted = { title: stayTaskTitle(task), dueOn: task.dueOn ?? null };
    const there = byKey.get(key);
    byKey.delete(key);
    if (there === undefined) {
      fresh.push({ id: newId(), placementId, kind, ruleKey: key, beforeArrival, ...wanted });
      made.push(wanted.title);
    } else if (there.doneOn === null && there.droppedBy === null) {
      const same = there.title === wanted.title && there.dueOn === wanted.dueOn && !there.dropped;
      if (!same) await updateStayTask(db, there.id, { ...wanted, dropped: false });
      if (there.dropped) made.push(wanted.title);
    }
  }
  await insertStayTasks(db, fresh);
  // Work to be set again follows from a verdict, not from the stay.
  for (const left of byKey.values()) {
    if (isOpen(left) && left.kind !== 'work-again') await updateStayTask(db, left.id, { dropped: true });
  }
  return made;
}

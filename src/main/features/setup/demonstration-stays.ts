import { addDays, type IsoDate } from '#shared/kernel/plain-date.ts';
import { readStayTasks, updateStayTask } from '../../storage/repositories/stay-tasks.ts';
import type { Db } from '../../storage/store.ts';
import { makeStayTasks } from '../stay-tasks.ts';

/** Stays that ended longer ago owe nothing any more that a demonstration would show. */
const SHOWN_DAYS = 28;

interface Stay {
  readonly id: string;
  readonly expectedFrom: IsoDate;
  readonly expectedTo: IsoDate;
}

/**
 * What the latest stays of the demonstration owe, made by the rules of their providers. What was due before yesterday
 * is done, but for the work of one pupil; what follows is for the user to do.
 */
export async function addDemonstrationStays(db: Db, stays: readonly Stay[], today: IsoDate): Promise<void> {
  let made = 0;
  const newId = () => {
    made += 1;
    return `demo-task-${String(made).padStart(4, '0')}`;
  };
  const recent = stays.filter(({ expectedTo }) => expectedTo >= addDays(today, -SHOWN_DAYS));
  for (const { id } of recent) await makeStayTasks(db, { newId }, id);
  const started = new Set(recent.filter(({ expectedFrom }) => expectedFrom < today).map(({ id }) => id));
  const yesterday = addDays(today, -1);
  let left = false;
  for (const task of await readStayTasks(
    db,
    recent.map(({ id }) => id),
  )) {
    const due = task.beforeArrival ? started.has(task.placementId) : (task.dueOn ?? today) < yesterday;
    if (!due) continue;
    if (task.kind === 'work-set' && !left) {
      left = true;
      continue;
    }
    await updateStayTask(db, task.id, {
      doneOn: task.dueOn !== null && task.dueOn < today ? task.dueOn : yesterday,
      doneBy: 'Demonstration',
    });
  }
}

/** Two pupils with stays at different providers now, who are kept apart; undefined when there are none. */
export function demonstrationPair(
  places: readonly {
    readonly pupilId: string;
    readonly providerId: string;
    readonly date: IsoDate;
    readonly state: string;
  }[],
  today: IsoDate,
): readonly [string, string] | undefined {
  const providersOf = new Map<string, Set<string>>();
  for (const { pupilId, providerId, date, state } of places) {
    if (date < today || state !== 'booked') continue;
    providersOf.set(pupilId, (providersOf.get(pupilId) ?? new Set()).add(providerId));
  }
  for (const [one, theirs] of providersOf) {
    for (const [other, others] of providersOf) {
      if (one < other && ![...theirs].some((provider) => others.has(provider))) return [one, other];
    }
  }
  return undefined;
}

import { addDays, weekdayOf } from '#shared/kernel/plain-date.ts';
import { readOpenStayTasks } from '../../storage/repositories/stay-tasks.ts';
import { readUnmarked, readStays } from '../../storage/repositories/stays.ts';
import type { Handler } from '../context.ts';
import { homeSchool } from '../home-school.ts';
import { ofOwnProviders } from '../own-providers.ts';
import { toTask, toWhose } from './stay-views.ts';

/** Older sessions are history: nobody is going to remember who came. */
const UNMARKED_DAYS = 28;

/** What stays owe until the end of the week, soonest first; what has no day comes last. */
export const listTasks: Handler<'stays.tasks'> = ({ read, clock, session }, { date }) =>
  read(async (db) => {
    const home = await homeSchool(db);
    if (!home.ok) return home;
    const schoolId = home.value.school.id;
    const today = date ?? clock.today();
    const open = await readOpenStayTasks(db, addDays(today, 7 - weekdayOf(today)));
    const ids = open.map(({ placementId }) => placementId);
    const stays = new Map(
      ofOwnProviders(session, await readStays(db, schoolId, { ids })).map((stay) => [stay.id, stay]),
    );
    const tasks = open.flatMap((task) => {
      const stay = stays.get(task.placementId);
      return stay === undefined ? [] : [{ ...toTask(task, today), ...toWhose(stay) }];
    });
    const unmarked = await readUnmarked(db, schoolId, {
      from: addDays(today, -UNMARKED_DAYS),
      before: today,
    });
    return { ok: true, value: { tasks, unmarked: [...ofOwnProviders(session, unmarked)] } };
  });

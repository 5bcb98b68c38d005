import { refuse } from '#shared/kernel/result.ts';
import { insertStayTasks } from '../../storage/repositories/stay-tasks.ts';
import type { Handler } from '../context.ts';
import { inForce, openStay } from './open-stay.ts';

const NOT_DONE = 'Nothing was added';

/** Adds something that a stay owes. A paper or a signature that is added before the pupil has come must be there first. */
export const addTask: Handler<'stays.add-task'> = (context, { placementId, kind, title, dueOn }) =>
  context.change<{ readonly id: string }>(async (db) => {
    const opened = await openStay(db, context.session, placementId, NOT_DONE);
    if (!opened.ok) return opened;
    const { stay, places } = opened.value;
    if (!places.some((place) => inForce(place, context.clock.now()))) {
      return refuse('conflict', `${NOT_DONE}: all places of this stay were given up, so it owes nothing.`);
    }
    const came = places.some(({ outcome }) => outcome === 'attended');
    const id = context.newId();
    const task = {
      kind,
      title,
      dueOn: dueOn ?? null,
      beforeArrival: (kind === 'paper' || kind === 'code-of-conduct') && !came,
    };
    await insertStayTasks(db, [{ id, placementId, ruleKey: null, ...task }]);
    return {
      ok: true,
      value: {
        value: { id },
        audit: {
          subjectType: 'stay-task',
          subjectId: id,
          detail: { placementId, pupilId: stay.pupilId, after: task },
        },
      },
    };
  });

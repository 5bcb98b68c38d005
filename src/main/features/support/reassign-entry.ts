import { supportPeriod } from '#shared/domain/support/support-period.ts';
import { readCriteria } from '../../storage/repositories/at-risk-criteria.ts';
import { updateEntry } from '../../storage/repositories/at-risk-entries.ts';
import type { Handler } from '../context.ts';
import { homeSchool } from '../home-school.ts';
import { openEntry } from './open-entry.ts';

/** A pupil who is still at risk stays on the register: a new period begins today, as long as the procedure says. */
export const reassignEntry: Handler<'support.reassign'> = (context, input) =>
  context.change<{ readonly reviewOn: string }>(async (db) => {
    const { clock, session } = context;
    const opened = await openEntry(db, input, 'The pupil was not reassigned');
    if (!opened.ok) return opened;
    const home = await homeSchool(db);
    if (!home.ok) return home;
    const { procedure } = await readCriteria(db, home.value.school.id);
    const { id, pupilId, periods, reviewOn: before } = opened.value;
    const period = supportPeriod(clock.today(), procedure, { by: session.userName, why: input.reason });
    const { reviewOn } = period;
    await updateEntry(db, id, { periods: [...periods, period], reviewOn });
    const detail = { pupilId, before: { reviewOn: before }, after: period };
    return {
      ok: true,
      value: { value: { reviewOn }, audit: { subjectType: 'at-risk-entry', subjectId: id, detail } },
    };
  });

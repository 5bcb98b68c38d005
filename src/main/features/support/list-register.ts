import { levelsOf } from '#shared/domain/support/risk-levels.ts';
import { readCriteria } from '../../storage/repositories/at-risk-criteria.ts';
import { readRegister } from '../../storage/repositories/at-risk-entries.ts';
import type { Handler } from '../context.ts';
import { homeSchool } from '../home-school.ts';
import { viewEntries, type EntryView } from './entry-views.ts';

/** The at-risk register, and how much of it is due. */
export const listRegister: Handler<'support.list'> = ({ read, clock }, { state, pupilId }) =>
  read(async (db) => {
    const home = await homeSchool(db);
    if (!home.ok) return home;
    const { id: schoolId } = home.value.school;
    const today = clock.today();
    const open = await viewEntries(db, schoolId, await readRegister(db, schoolId, { state: 'open' }), today);
    const entries =
      state === 'open'
        ? open.filter((entry) => pupilId === undefined || entry.pupilId === pupilId)
        : await viewEntries(db, schoolId, await readRegister(db, schoolId, { state, pupilId }), today);
    const due = (kind: EntryView['prompts'][number]['kind']) =>
      open.filter(({ prompts }) => prompts.some((prompt) => prompt.kind === kind)).length;
    const { procedure } = await readCriteria(db, schoolId);
    return {
      ok: true,
      value: {
        entries: [...entries],
        due: {
          keyWorkers: due('no-key-worker'),
          reviews: due('review-due'),
          signOffs: due('sign-off-proposed') + due('left'),
          meetings: due('no-meeting'),
        },
        levels: [...levelsOf(procedure.levels)],
      },
    };
  });

import { refuse } from '#shared/kernel/result.ts';
import { readEarlierRecords } from '../../storage/repositories/earlier-records.ts';
import { findPupil } from '../../storage/repositories/pupils.ts';
import type { Handler } from '../context.ts';
import { homeSchool } from '../home-school.ts';
import { historyView } from './history-view.ts';

/** What earlier schools handed on of a pupil, the latest first. */
export const listEarlier: Handler<'transfer.earlier'> = ({ read }, { pupilId }) =>
  read(async (db) => {
    const home = await homeSchool(db);
    if (!home.ok) return home;
    if (!(await findPupil(db, home.value.school.id, pupilId)))
      return refuse('not-found', 'This pupil is not on your roll.');
    const records = await readEarlierRecords(db, pupilId);
    return {
      ok: true,
      value: {
        records: records.toReversed().map(({ fromSchool, fromLaEstab, importedBy, importedAt, history }) => ({
          from: { name: fromSchool, laEstab: fromLaEstab, madeAt: history.madeAt },
          importedBy,
          importedAt,
          history: historyView(history),
        })),
      },
    };
  });

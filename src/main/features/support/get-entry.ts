import { criteriaMet } from '#shared/domain/support/criteria-met.ts';
import { refuse } from '#shared/kernel/result.ts';
import { sayReason } from '#shared/text/support-words.ts';
import { readCriteria } from '../../storage/repositories/at-risk-criteria.ts';
import { readRegister } from '../../storage/repositories/at-risk-entries.ts';
import { readKeyWorkers, readMeetings } from '../../storage/repositories/key-workers.ts';
import { findPupil } from '../../storage/repositories/pupils.ts';
import { readRiskFacts } from '../at-risk-facts.ts';
import type { Handler } from '../context.ts';
import { homeSchool } from '../home-school.ts';
import { viewEntries } from './entry-views.ts';

/** One entry with all that became of it, and whether what put the pupil there still holds. */
export const getEntry: Handler<'support.entry'> = ({ read, clock }, { entryId }) =>
  read(async (db) => {
    const home = await homeSchool(db);
    if (!home.ok) return home;
    const { id: schoolId } = home.value.school;
    const today = clock.today();
    const [entry] = await readRegister(db, schoolId, { id: entryId });
    const [view] = entry === undefined ? [] : await viewEntries(db, schoolId, [entry], today);
    const pupil = entry && (await findPupil(db, schoolId, entry.pupilId));
    if (entry === undefined || view === undefined || pupil === undefined)
      return refuse('not-found', 'This entry is not on the at-risk register. Look at the register again.');
    const { criteria } = await readCriteria(db, schoolId);
    const metNow = criteriaMet(criteria, await readRiskFacts(db, pupil, today), today);
    return {
      ok: true,
      value: {
        ...view,
        reasons: entry.reasons.map(({ category, on, fact }) => ({
          category,
          on,
          text: sayReason(fact),
          ...(fact.kind === 'by-hand' && fact.note !== undefined ? { note: fact.note } : {}),
        })),
        metNow: metNow.map(({ fact }) => sayReason(fact)),
        periods: [...entry.periods],
        keyWorkers: (await readKeyWorkers(db, entryId)).map(({ name, role, fromDate, toDate }) => {
          const to = toDate ?? entry.signedOffOn;
          return { name, role, from: fromDate, ...(to === null ? {} : { to }) };
        }),
        meetings: (await readMeetings(db, entryId)).map(({ onDate, keyWorker, note }) => ({
          on: onDate,
          keyWorker,
          ...(note === null ? {} : { note }),
        })),
      },
    };
  });

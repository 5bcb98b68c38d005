import { criteriaMet } from '#shared/domain/support/criteria-met.ts';
import { levelsOf } from '#shared/domain/support/risk-levels.ts';
import type { Factor, NotedFactor } from '#shared/domain/support/types.ts';
import { refuse } from '#shared/kernel/result.ts';
import { sayReason } from '#shared/text/support-words.ts';
import { readCriteria } from '../../storage/repositories/at-risk-criteria.ts';
import { readEarlierEntries, readRegister } from '../../storage/repositories/at-risk-entries.ts';
import { readAttendance } from '../../storage/repositories/attendance-figures.ts';
import { readKeyWorkers, readMeetings } from '../../storage/repositories/key-workers.ts';
import { readRiskFacts } from '../at-risk-facts.ts';
import type { Handler } from '../context.ts';
import { homeSchool } from '../home-school.ts';
import { signedOffOf, viewEntries } from './entry-views.ts';

/** One entry with all that became of it, and whether what put the pupil there still holds. */
export const getEntry: Handler<'support.entry'> = ({ read, clock }, { entryId }) =>
  read(async (db) => {
    const home = await homeSchool(db);
    if (!home.ok) return home;
    const { id: schoolId } = home.value.school;
    const today = clock.today();
    const [entry] = await readRegister(db, schoolId, { id: entryId });
    const [view] = entry === undefined ? [] : await viewEntries(db, schoolId, [entry], today);
    if (entry === undefined || view === undefined)
      return refuse('not-found', 'This entry is not on the at-risk register. Look at the register again.');
    const { criteria, procedure } = await readCriteria(db, schoolId);
    const { pupilId: id, inCare } = entry;
    const metNow = criteriaMet(criteria, await readRiskFacts(db, { id, inCare }, today), today);
    const { periodWeeks, meetingDays, meetingMinutes, signOff, levels } = procedure;
    return {
      ok: true,
      value: {
        ...view,
        raisedBy: entry.raisedBy,
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
        meetings: (await readMeetings(db, entryId)).map(({ onDate, keyWorker, minutes, note }) => ({
          on: onDate,
          keyWorker,
          ...(minutes === null ? {} : { minutes }),
          ...(note === null ? {} : { note }),
        })),
        levels: [...levelsOf(levels)],
        factors: [...factorsOf(procedure.factors, entry.factors ?? [])],
        procedure: { periodWeeks, meetingDays, meetingMinutes, signOff },
        earlier: (await readEarlierEntries(db, entry)).map((before) => {
          const signedOff = signedOffOf(before);
          return {
            entryId: before.id,
            since: before.since,
            ...(signedOff === undefined ? {} : { signedOff }),
          };
        }),
        attendance: (await readAttendance(db, id)).slice(0, ATTENDANCE_SHOWN),
      },
    };
  });

/** A figure a week makes forty a year: those of the last months are shown. */
const ATTENDANCE_SHOWN = 12;

/** The factors in use here, then those noted that are in use no more; each with the day it was noted. */
function factorsOf(
  used: readonly Factor[],
  noted: readonly NotedFactor[],
): readonly (Factor & { readonly on?: string })[] {
  const known = new Map(noted.map((factor) => [factor.id, factor]));
  const ids = new Set(used.map(({ id }) => id));
  return [...used.map((factor) => known.get(factor.id) ?? factor), ...noted.filter(({ id }) => !ids.has(id))];
}

import type { OperationOutput, ParsedInput } from '#shared/contract/contract.ts';
import { schoolYearOf } from '#shared/domain/calendar/school-year.ts';
import { refuse, type Result } from '#shared/kernel/result.ts';
import { dropUndefined } from '../../exchange/drop-undefined.ts';
import { readCalendarIndex } from '../../storage/repositories/exclusion-calendar.ts';
import { readPupilCase, readPupilHistory } from '../../storage/repositories/pupil-case.ts';
import { daysOfPupils } from '../../storage/repositories/pupil-days.ts';
import { readEarlierDays } from '../../storage/repositories/pupil-earlier-days.ts';
import { findPupil, type PupilRecord } from '../../storage/repositories/pupils.ts';
import type { Context } from '../context.ts';
import { homeSchool } from '../home-school.ts';
import { exclusionSummaries } from './case-summaries.ts';
import { historyLines } from './history-words.ts';
import { pupilRow } from './pupil-row.ts';
import { yearTotals } from './year-totals.ts';

/** How many rows of the audit trail a page shows; older ones stay in the trail. */
const HISTORY_ROWS = 200;

/** Everything the pupil's page shows, of one unchanging view of the data. */
export async function getPupil(
  { read, clock }: Context,
  { pupilId }: ParsedInput<'pupils.get'>,
): Promise<Result<OperationOutput<'pupils.get'>>> {
  const today = clock.today();
  return read(async (db) => {
    const home = await homeSchool(db);
    if (!home.ok) return home;
    const { id: schoolId } = home.value.school;
    const pupil = await findPupil(db, schoolId, pupilId);
    if (pupil === undefined) {
      return refuse('not-found', 'This pupil is not on your roll. Go back to the list and choose again.');
    }
    const index = await readCalendarIndex(db, schoolId);
    const found = await readPupilCase(db, pupilId);
    const earlier = await readEarlierDays(db, pupilId);
    const days = await daysOfPupils(db, [pupilId], schoolYearOf(today), today);
    const history = await readPupilHistory(
      db,
      {
        pupil: [pupilId],
        exclusion: found.exclusions.map(({ id }) => id),
        placement: [...new Set(found.places.map(({ placementId }) => placementId))],
        place: found.places.map(({ id }) => id),
      },
      HISTORY_ROWS,
    );
    return {
      ok: true,
      value: {
        pupil: { ...pupilRow(pupil, days.get(pupilId)), ...moreOf(pupil) },
        exclusions: exclusionSummaries(found, { index, today, now: clock.now() }),
        years: yearTotals(found, earlier, { index, today }),
        earlier: [...earlier],
        history: [...historyLines(history)],
      },
    };
  });
}

const moreOf = (pupil: PupilRecord) =>
  dropUndefined({
    formerUpn: pupil.formerUpn ?? undefined,
    middleNames: pupil.middleNames ?? undefined,
    enrolStatus: pupil.enrolStatus ?? undefined,
    entryDate: pupil.entryDate ?? undefined,
    careAuthority: pupil.careAuthority ?? undefined,
    ethnicity: pupil.ethnicity ?? undefined,
    fsm: pupil.fsm ?? undefined,
  });

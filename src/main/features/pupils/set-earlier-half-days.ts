import type { OperationOutput, ParsedInput } from '#shared/contract/contract.ts';
import { formatSchoolYear } from '#shared/domain/calendar/format-date.ts';
import { schoolYearOf } from '#shared/domain/calendar/school-year.ts';
import { refuse, type Result } from '#shared/kernel/result.ts';
import { readEarlierDays, writeEarlierDays } from '../../storage/repositories/pupil-earlier-days.ts';
import { findPupil } from '../../storage/repositories/pupils.ts';
import { syncAtRisk } from '../at-risk-sync.ts';
import type { Context } from '../context.ts';
import { syncDutiesOfPupils } from '../duty-sync.ts';
import { homeSchool } from '../home-school.ts';

/** In half days: no pupil can have been out longer than 45 days in a school year (SI 2012/1033), wherever it was. */
const MOST_HALF_DAYS = 90;

/** Records, replaces or (with 0) removes one term's days at earlier schools. */
export async function setEarlierHalfDays(
  context: Context,
  { pupilId, ...entry }: ParsedInput<'pupils.set-earlier-half-days'>,
): Promise<Result<OperationOutput<'pupils.set-earlier-half-days'>>> {
  const year = formatSchoolYear(entry.schoolYear);
  if (entry.schoolYear > schoolYearOf(context.clock.today())) {
    return refuse('refused', `The school year ${year} has not begun. Nothing was changed.`, {
      fields: [{ path: 'schoolYear', message: 'Choose this school year or an earlier one.' }],
    });
  }
  return context.change(async (db) => {
    const home = await homeSchool(db);
    if (!home.ok) return home;
    const pupil = await findPupil(db, home.value.school.id, pupilId);
    if (pupil === undefined) {
      return refuse('not-found', 'This pupil is not on your roll. Nothing was changed.');
    }
    const inYear = (await readEarlierDays(db, pupilId)).filter((one) => one.schoolYear === entry.schoolYear);
    const before = inYear.find(({ term }) => term === entry.term);
    const total =
      inYear.reduce((sum, one) => sum + one.halfDays, 0) - (before?.halfDays ?? 0) + entry.halfDays;
    if (total > MOST_HALF_DAYS) {
      return refuse('refused', 'Nothing was changed: the days do not fit into the school year.', {
        fields: [
          {
            path: 'halfDays',
            message: `This makes ${String(total / 2)} days at earlier schools in ${year}; nobody can have more than ${String(MOST_HALF_DAYS / 2)} in a school year. Check the number with the earlier school.`,
          },
        ],
      });
    }
    if (before === undefined && entry.halfDays === 0) {
      return refuse('refused', 'There is no entry for that term to remove. Nothing was changed.', {
        fields: [{ path: 'halfDays', message: 'Enter at least half a day.' }],
      });
    }
    await writeEarlierDays(db, pupilId, entry);
    await syncDutiesOfPupils(db, context, [pupilId], 'the days at earlier schools were changed');
    const atRisk = await syncAtRisk(db, context, pupil);
    const { schoolYear, term, halfDays, source } = entry;
    return {
      ok: true,
      value: {
        value: {},
        audit: [
          {
            subjectType: 'pupil',
            subjectId: pupilId,
            detail: {
              schoolYear,
              term,
              before: before ?? null,
              after: halfDays === 0 ? null : { halfDays, source },
            },
          },
          ...atRisk.audit,
        ],
      },
    };
  });
}

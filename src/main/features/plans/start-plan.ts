import { formatDate } from '#shared/domain/calendar/format-date.ts';
import { reviewDay } from '#shared/domain/support/review-day.ts';
import { refuse } from '#shared/kernel/result.ts';
import { findPupil } from '../../storage/repositories/pupils.ts';
import { insertPlan, insertTargets, readPlans } from '../../storage/repositories/support-plans.ts';
import type { Handler } from '../context.ts';
import { readHalfTerms } from '../half-terms.ts';
import { homeSchool } from '../home-school.ts';
import { orNull } from '../or-null.ts';
import { checkPlanDays } from './plan-days.ts';

const NOT_DONE = 'The plan was not begun';

/** Begins a plan of a pupil. It is looked at first at the end of the half term, unless another day was given. */
export const startPlan: Handler<'plans.start'> = (context, input) =>
  context.change<{ readonly planId: string; readonly reviewOn: string }>(async (db) => {
    const { clock, newId, session } = context;
    const today = clock.today();
    const { pupilId, targets, ...days } = input;
    const home = await homeSchool(db);
    if (!home.ok) return home;
    const { id: schoolId } = home.value.school;
    if ((await findPupil(db, schoolId, pupilId)) === undefined)
      return refuse('not-found', `${NOT_DONE}: this pupil is not on the school’s list. Choose another.`);
    const [open] = await readPlans(db, schoolId, { pupilId, state: 'open' });
    if (open !== undefined) {
      return refuse(
        'conflict',
        `${NOT_DONE}: the pupil has one from ${formatDate(open.fromDate)}. Change that one, or close it first.`,
      );
    }
    const reviewOn = days.reviewOn ?? reviewDay(await readHalfTerms(db, schoolId), today);
    const checked = checkPlanDays({ ...days, reviewOn }, today, NOT_DONE);
    if (!checked.ok) return checked;
    const planId = newId();
    const plan = {
      id: planId,
      pupilId,
      fromDate: today,
      reviewOn,
      pupilSignedOn: days.pupilSignedOn ?? null,
      parentSignedOn: days.parentSignedOn ?? null,
      writtenBy: session.userName,
    };
    const rows = targets.map(({ target, measure, support }, at) => ({
      id: newId(),
      planId,
      pupilId,
      position: at + 1,
      target,
      measure: orNull(measure),
      support: orNull(support),
      state: 'open' as const,
    }));
    await insertPlan(db, plan);
    await insertTargets(db, rows);
    const detail = { pupilId, after: { ...plan, targets: rows } };
    return {
      ok: true,
      value: {
        value: { planId, reviewOn },
        audit: { subjectType: 'support-plan', subjectId: planId, detail },
      },
    };
  });

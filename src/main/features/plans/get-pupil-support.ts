import type { OperationOutput } from '#shared/contract/contract.ts';
import { courseProgress } from '#shared/domain/placements/course-progress.ts';
import { reviewDay } from '#shared/domain/support/review-day.ts';
import { refuse } from '#shared/kernel/result.ts';
import { latestEntry } from '../../storage/repositories/at-risk-entries.ts';
import { readKeyWorkersNow } from '../../storage/repositories/key-workers.ts';
import { readPanelItems } from '../../storage/repositories/panels.ts';
import { readCoursesAt, type CourseAt } from '../../storage/repositories/pupil-courses.ts';
import { findPupil } from '../../storage/repositories/pupils.ts';
import { readReferrals } from '../../storage/repositories/referrals.ts';
import { readPlans, readReviews, readTargets } from '../../storage/repositories/support-plans.ts';
import type { Db } from '../../storage/store.ts';
import type { Handler } from '../context.ts';
import { readHalfTerms } from '../half-terms.ts';
import { homeSchool } from '../home-school.ts';
import { viewReferrals } from '../referral-views.ts';
import { withoutNulls } from '../without-nulls.ts';
import { viewPlan } from './plan-views.ts';

type Support = OperationOutput<'plans.pupil'>;

/** Everything that is done for one pupil, in one place. */
export const getPupilSupport: Handler<'plans.pupil'> = ({ read, clock }, { pupilId }) =>
  read(async (db) => {
    const home = await homeSchool(db);
    if (!home.ok) return home;
    const { id: schoolId } = home.value.school;
    const today = clock.today();
    const pupil = await findPupil(db, schoolId, pupilId);
    if (pupil === undefined)
      return refuse('not-found', 'This pupil is not on the school’s list. Look for the pupil again.');
    const plans = await readPlans(db, schoolId, { pupilId });
    const ids = plans.map(({ id }) => id);
    const [targets, reviews] = [await readTargets(db, ids), await readReviews(db, ids)];
    const views = plans.map((plan) =>
      viewPlan(plan, targets.get(plan.id) ?? [], reviews.get(plan.id) ?? [], today),
    );
    const plan = views.find(({ closed }) => closed === undefined);
    const entry = await entryOf(db, pupilId);
    const { forename, surname, form } = pupil;
    return {
      ok: true,
      value: {
        pupilId,
        name: `${forename} ${surname}`,
        ...(form === null ? {} : { form }),
        ...(entry === undefined ? {} : { entry }),
        ...(plan === undefined ? {} : { plan }),
        earlier: views.filter(({ closed }) => closed !== undefined),
        nextReviewOn: reviewDay(await readHalfTerms(db, schoolId), today),
        courses: coursesOf(await readCoursesAt(db, pupilId)),
        referrals: [...viewReferrals(await readReferrals(db, schoolId, { pupilId }))],
        panels: (await readPanelItems(db, schoolId, { pupilId })).map(
          ({ panelId, panelOn, heldOn, why, decision, owner, dueOn, doneOn }) => ({
            ...withoutNulls({ panelId, on: panelOn, why, decision, owner, dueOn, doneOn }),
            held: heldOn !== null,
          }),
        ),
      },
    };
  });

async function entryOf(db: Db, pupilId: string): Promise<Support['entry']> {
  const entry = await latestEntry(db, pupilId);
  if (entry === undefined) return undefined;
  const { id, since, signedOffOn } = entry;
  const worker = (await readKeyWorkersNow(db, [id])).get(id);
  return withoutNulls({ id, since, signedOffOn, keyWorker: worker?.name ?? null });
}

/** Courses wherever they were done: they go on from stay to stay. */
function coursesOf(rows: readonly CourseAt[]): Support['courses'] {
  return courseProgress([], rows, '').map(({ course, total, done }) => {
    const own = rows.filter((row) => row.course === course);
    return {
      course,
      total,
      done,
      lastOn: own.at(-1)?.onDate ?? '',
      at: [...new Set(own.map(({ providerName }) => providerName))],
    };
  });
}

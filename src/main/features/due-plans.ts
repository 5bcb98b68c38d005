import { formatDayMonth } from '#shared/domain/calendar/format-date.ts';
import { cameBack } from '#shared/domain/support/came-back.ts';
import { reviewStanding } from '#shared/domain/support/review-standing.ts';
import type { DueItem } from '#shared/domain/support/types.ts';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import { readPanelItems } from '../storage/repositories/panels.ts';
import { readReferrals } from '../storage/repositories/referrals.ts';
import { readPlans } from '../storage/repositories/support-plans.ts';
import { whoLeft } from '../storage/repositories/who-left.ts';
import type { Db } from '../storage/store.ts';

/**
 * What of plans, referrals and panels is due on a day, each once: reviews of plans from their day on, referrals that came
 * back until they are made again or closed, and actions of a panel from the day they are due until they are done.
 * Of pupils who have left only that their plan is to be closed.
 */
export async function duePlans(db: Db, schoolId: string, today: IsoDate): Promise<readonly DueItem[]> {
  const plans = await readPlans(db, schoolId, { state: 'open' });
  const returned = cameBack(await readReferrals(db, schoolId));
  const items = await readPanelItems(db, schoolId);
  const actions = items.flatMap(({ owner, dueOn, doneOn, ...item }) =>
    owner === null || dueOn === null || doneOn !== null || dueOn > today ? [] : [{ ...item, owner, dueOn }],
  );
  const left = await whoLeft(
    db,
    [...plans, ...returned, ...actions].map(({ pupilId }) => pupilId),
    today,
  );
  const isHere = ({ pupilId }: { readonly pupilId: string }) => !left.has(pupilId);
  const planOf = (pupilId: string) => `/support/plans/${pupilId}`;
  return [
    ...plans.flatMap(({ id, pupilId, name, reviewOn, fromDate }) => {
      const item = { key: `plan-review:${id}`, pupilId, pupilName: name, to: planOf(pupilId) };
      const gone = left.get(pupilId);
      if (gone !== undefined) {
        const on = gone < fromDate ? fromDate : gone;
        return [{ ...item, on, what: 'The pupil has left: close the plan' }];
      }
      const isDue = reviewStanding({ reviewOn }, today) === 'due';
      return isDue ? [{ ...item, on: reviewOn, what: 'Review the plan' }] : [];
    }),
    ...returned.filter(isHere).map(({ id, pupilId, name, agency, answeredOn, madeOn }) => ({
      key: `referral-returned:${id}`,
      pupilId,
      pupilName: name,
      on: answeredOn ?? madeOn,
      what: `Referral to ${agency} came back: make it again or close it`,
      to: planOf(pupilId),
    })),
    ...actions.filter(isHere).map(({ panelId, pupilId, name, owner, dueOn, panelOn }) => ({
      key: `panel-action:${panelId}:${pupilId}`,
      pupilId,
      pupilName: name,
      on: dueOn,
      what: `${owner} to do what the panel of ${formatDayMonth(panelOn)} decided`,
      to: `/support/panel/${panelId}`,
    })),
  ];
}

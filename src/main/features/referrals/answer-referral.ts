import { formatDate } from '#shared/domain/calendar/format-date.ts';
import { referralSteps } from '#shared/domain/support/referral-steps.ts';
import { refuse } from '#shared/kernel/result.ts';
import { REFERRAL_STATE_WORDS } from '#shared/text/support-plan-words.ts';
import { readReferrals, updateReferral } from '../../storage/repositories/referrals.ts';
import type { Handler } from '../context.ts';
import { homeSchool } from '../home-school.ts';
import { orNull } from '../or-null.ts';

const NOT_DONE = 'The answer was not noted';

/** Notes what became of a referral: accepted (and to whom allocated), returned with the reason, or closed. */
export const answerReferral: Handler<'referrals.answer'> = (context, input) =>
  context.change(async (db) => {
    const today = context.clock.today();
    const home = await homeSchool(db);
    if (!home.ok) return home;
    const [referral] = await readReferrals(db, home.value.school.id, { id: input.referralId });
    if (referral === undefined)
      return refuse('not-found', `${NOT_DONE}: there is no such referral here. Look at the referrals again.`);
    if (referral.version !== input.version) {
      return refuse(
        'conflict',
        `${NOT_DONE}: somebody else has changed this referral since you opened it. Look at it again.`,
      );
    }
    const { id, pupilId, state, madeOn, answeredOn, answer, allocatedTo } = referral;
    if (!referralSteps(state).includes(input.as)) {
      return refuse(
        'conflict',
        `${NOT_DONE}: the referral is ${REFERRAL_STATE_WORDS[state].toLowerCase()} already. Make a new one if need be.`,
      );
    }
    const on = input.on ?? today;
    const from = answeredOn ?? madeOn;
    if (on > today || on < from) {
      return refuse('invalid-input', `${NOT_DONE}: ${formatDate(on)} cannot be its day.`, {
        fields: [{ path: 'on', message: `Enter a day from ${formatDate(from)} to today.` }],
      });
    }
    const after = {
      state: input.as,
      answeredOn: on,
      answer: input.answer,
      allocatedTo: orNull(input.allocatedTo) ?? allocatedTo,
    };
    await updateReferral(db, id, after);
    const detail = { pupilId, before: { state, answeredOn, answer, allocatedTo }, after };
    return { ok: true, value: { value: {}, audit: { subjectType: 'referral', subjectId: id, detail } } };
  });

import { formatDate } from '#shared/domain/calendar/format-date.ts';
import { whyNotRefer, type ReferralBar } from '#shared/domain/support/why-not-refer.ts';
import { refuse } from '#shared/kernel/result.ts';
import { sayReferralBar } from '#shared/text/support-plan-words.ts';
import { readAgencies } from '../../storage/repositories/agencies.ts';
import { findPupil } from '../../storage/repositories/pupils.ts';
import { insertReferral, readReferrals } from '../../storage/repositories/referrals.ts';
import type { Handler } from '../context.ts';
import { homeSchool } from '../home-school.ts';

const NOT_DONE = 'The referral was not made';

const FIELD: Readonly<Record<ReferralBar['kind'], { readonly path: string; readonly message: string }>> = {
  'agency-ended': { path: 'agencyId', message: 'Choose an agency that takes referrals.' },
  parents: { path: 'parents', message: 'The parents must have agreed.' },
  'not-returned': { path: 'againOf', message: 'The earlier referral has not come back.' },
  'nothing-since': { path: 'doneSoFar', message: 'Say what the school did since.' },
};

/** Refers a pupil, or makes a referral again that came back. One open referral of a pupil to an agency. */
export const makeReferral: Handler<'referrals.make'> = (context, input) =>
  context.change<{ readonly referralId: string }>(async (db) => {
    const { clock, newId, session } = context;
    const today = clock.today();
    const { pupilId, agencyId, againOf, parentsOn, ...said } = input;
    const home = await homeSchool(db);
    if (!home.ok) return home;
    const { id: schoolId } = home.value.school;
    const pupil = await findPupil(db, schoolId, pupilId);
    const [agency] = await readAgencies(db, schoolId, { id: agencyId });
    if (pupil === undefined || agency === undefined) {
      const fields =
        pupil === undefined
          ? [{ path: 'pupilId', message: 'Choose a pupil of this school.' }]
          : [{ path: 'agencyId', message: 'Choose an agency of the directory.' }];
      return refuse(
        'not-found',
        `${NOT_DONE}: this ${pupil === undefined ? 'pupil' : 'agency'} is not on the school’s list.`,
        { fields },
      );
    }
    const own = await readReferrals(db, schoolId, { pupilId });
    const again = own.find(({ id }) => id === againOf);
    if (againOf !== undefined && again?.agencyId !== agencyId) {
      return refuse('not-found', `${NOT_DONE} again: there is no such earlier referral to ${agency.name}.`);
    }
    const to = {
      needsParents: agency.needsParents,
      ...(agency.endedOn === null ? {} : { endedOn: agency.endedOn }),
    };
    const bar = whyNotRefer(to, { ...said, again });
    if (bar !== undefined)
      return refuse('refused', sayReferralBar(bar, agency.name), { fields: [FIELD[bar.kind]] });
    const open = own.find(
      (one) => one.agencyId === agencyId && (one.state === 'sent' || one.state === 'accepted'),
    );
    if (open !== undefined) {
      return refuse(
        'conflict',
        `${NOT_DONE}: one to ${agency.name} is open, from ${formatDate(open.madeOn)}. Note what they answered to that one first.`,
      );
    }
    if (parentsOn !== undefined && (parentsOn > today || said.parents === 'not-asked')) {
      return refuse('invalid-input', `${NOT_DONE}: the day of the parents needs correcting.`, {
        fields: [
          {
            path: 'parentsOn',
            message:
              said.parents === 'not-asked'
                ? 'Leave it empty: the parents were not asked.'
                : 'Enter a day up to today.',
          },
        ],
      });
    }
    const after = {
      id: newId(),
      pupilId,
      agencyId,
      madeOn: today,
      ...said,
      parentsOn: parentsOn ?? null,
      state: 'sent' as const,
      againOf: againOf ?? null,
      madeBy: session.userName,
    };
    await insertReferral(db, after);
    const detail = { pupilId, agency: agency.name, after };
    return {
      ok: true,
      value: {
        value: { referralId: after.id },
        audit: { subjectType: 'referral', subjectId: after.id, detail },
      },
    };
  });

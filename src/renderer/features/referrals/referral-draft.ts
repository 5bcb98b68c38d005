import type { ParentInvolvement } from '#shared/domain/support/types.ts';
import type { FieldError } from '#shared/kernel/result.ts';
import type { ChosenPupil } from '../../ui/support/pupil-field.tsx';
import type { Referral } from './types.ts';

/** A referral as it is typed. */
export interface ReferralDraft {
  readonly pupil: ChosenPupil | null;
  readonly agencyId: string | null;
  readonly why: string;
  readonly doneSoFar: string;
  readonly parents: ParentInvolvement | null;
  readonly parentsOn: string | null;
}

/** What can be said of the parents, in the order in which it is offered. */
export const PARENTS = ['agreed', 'informed', 'refused', 'not-asked'] as const;

/** What the form begins with: nothing, or the one that came back. */
export const emptyReferral = (again: Referral | undefined): ReferralDraft =>
  again === undefined
    ? { pupil: null, agencyId: null, why: '', doneSoFar: '', parents: null, parentsOn: null }
    : {
        pupil: { pupilId: again.pupilId, name: again.name, detail: again.form ?? '' },
        agencyId: again.agencyId,
        why: again.why,
        doneSoFar: again.doneSoFar,
        parents: again.parents,
        parentsOn: again.parentsOn ?? null,
      };

/** What has to be typed before it can be sent. */
export const missingIn = (draft: ReferralDraft): readonly FieldError[] => [
  ...(draft.pupil === null ? [{ path: 'pupilId', message: 'Choose the pupil.' }] : []),
  ...(draft.agencyId === null ? [{ path: 'agencyId', message: 'Choose the agency.' }] : []),
  ...(draft.why.trim() === '' ? [{ path: 'why', message: 'Enter why.' }] : []),
  ...(draft.doneSoFar.trim() === ''
    ? [{ path: 'doneSoFar', message: 'Enter what the school has done.' }]
    : []),
  ...(draft.parents === null ? [{ path: 'parents', message: 'Choose what the parents said.' }] : []),
];

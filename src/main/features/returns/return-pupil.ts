import { dropUndefined } from '../../exchange/drop-undefined.ts';
import type { ReturnCategory, ReturnExclusion, ReturnPupil } from '../../exchange/return-document.ts';
import type { ExclusionWithPupil } from '../../storage/repositories/returns.ts';

/** Category codes since 2020 (CBDS 100087). */
export const CATEGORY = {
  'fixed-period': 'SUSP',
  permanent: 'PERM',
  lunchtime: 'LNCH',
} as const satisfies Record<string, ReturnCategory>;

/** A pupil with their exclusions, as a return has them. `referenceDate` decides who is on roll. */
export function returnPupil(group: readonly ExclusionWithPupil[], referenceDate: string): ReturnPupil {
  const [first] = group;
  if (!first) throw new Error('a pupil without exclusions is not returned');
  const { pupil } = first;
  // A leaving date after the census is no business of that census: the pupil is on roll then.
  const left =
    pupil.leavingDate !== null && pupil.leavingDate < referenceDate ? pupil.leavingDate : undefined;
  return dropUndefined({
    upn: pupil.upn,
    formerUpn: pupil.formerUpn ?? undefined,
    surname: pupil.surname,
    forename: pupil.forename,
    sex: sexOf(pupil.sex),
    dob: pupil.dob,
    onRoll: left === undefined,
    enrolStatus: pupil.enrolStatus ?? undefined,
    entryDate: pupil.entryDate ?? undefined,
    leavingDate: left,
    ncYear: pupil.ncYear ?? undefined,
    senProvision: pupil.senProvision ?? undefined,
    exclusions: group.map(returnExclusion),
  });
}

function returnExclusion({ exclusion, reasons }: ExclusionWithPupil): ReturnExclusion {
  return dropUndefined({
    category: CATEGORY[exclusion.kind],
    reasons,
    startDate: exclusion.startDate ?? '',
    sessions: exclusion.halfDays ?? undefined,
    inCare: exclusion.inCare,
    senProvision: exclusion.senProvision ?? 'N',
    extra: dropUndefined({
      startSession: exclusion.startSlot === 'pm' ? ('PM' as const) : ('AM' as const),
      endDate: exclusion.endDate ?? undefined,
    }),
  });
}

const sexOf = (sex: string): ReturnPupil['sex'] => (sex === 'F' || sex === 'M' ? sex : 'U');

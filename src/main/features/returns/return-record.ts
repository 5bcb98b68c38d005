import type { ReturnRecord } from '#shared/domain/returns/check-record.ts';
import type { ExclusionWithPupil } from '../../storage/repositories/exclusions-around.ts';

/** A stored exclusion as the checks see it. */
export function returnRecord({ exclusion, pupil, reasons, sessions }: ExclusionWithPupil): ReturnRecord {
  return {
    id: exclusion.id,
    pupilId: pupil.id,
    kind: exclusion.kind,
    startDate: exclusion.startDate ?? '',
    startSlot: exclusion.startSlot ?? 'am',
    endDate: exclusion.endDate ?? undefined,
    endSlot: exclusion.endSlot ?? undefined,
    halfDays: exclusion.halfDays ?? undefined,
    sessions,
    reasons,
    senProvision: exclusion.senProvision ?? undefined,
    pupil: {
      upn: pupil.upn,
      surname: pupil.surname,
      forename: pupil.forename,
      sex: pupil.sex,
      dob: pupil.dob,
      entryDate: pupil.entryDate ?? undefined,
      leavingDate: pupil.leavingDate ?? undefined,
    },
  };
}

import type { OperationOutput } from '#shared/contract/contract.ts';
import { dropUndefined } from '../../exchange/drop-undefined.ts';
import type { PupilDays } from '../../storage/repositories/pupil-days.ts';
import type { PupilRecord } from '../../storage/repositories/pupils.ts';

type PupilRow = OperationOutput<'pupils.list'>['rows'][number];

/** A pupil as lists show one: absent instead of null. */
export function pupilRow(pupil: PupilRecord, days: PupilDays | undefined): PupilRow {
  const { id, upn, surname, forename, sex, dob, inCare } = pupil;
  return {
    id,
    upn,
    surname,
    forename,
    sex,
    dob,
    inCare,
    ...dropUndefined({
      preferredSurname: pupil.preferredSurname ?? undefined,
      ncYear: pupil.ncYear ?? undefined,
      form: pupil.form ?? undefined,
      senProvision: pupil.senProvision ?? undefined,
      leavingDate: pupil.leavingDate ?? undefined,
    }),
    excludedToday: days?.excludedToday ?? false,
    yearHalfDays: days?.yearHalfDays ?? 0,
  };
}

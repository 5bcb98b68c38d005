import { formatBirthDate } from '#shared/domain/calendar/format-date.ts';
import { foldPersonName } from '#shared/domain/people/fold-person-name.ts';
import type { TransferredPupil } from '#shared/domain/transfer/types.ts';
import type { PupilRecord } from '../../storage/repositories/pupils.ts';

/**
 * In what a file is of another pupil than ours, in words; empty when it is of this one. A number that either school knows
 * as the former one counts, and so does a surname by which the pupil is called.
 */
export function differsIn(file: TransferredPupil, here: PupilRecord): readonly string[] {
  return [
    ...(sameUpn(file, here) ? [] : [`the UPN is ${file.upn} in the file and ${here.upn} here`]),
    ...(file.dob === here.dob
      ? []
      : [
          `the date of birth is ${formatBirthDate(file.dob)} in the file and ${formatBirthDate(here.dob)} here`,
        ]),
    ...(sameSurname(file, here)
      ? []
      : [`the surname is ${file.surname} in the file and ${here.surname} here`]),
  ];
}

/** Whether a pupil here has, or had, the number of a file, or the other way round. */
export const sameUpn = (
  { upn, formerUpn }: Pick<TransferredPupil, 'upn' | 'formerUpn'>,
  here: Pick<PupilRecord, 'upn' | 'formerUpn'>,
): boolean => upn === here.upn || upn === here.formerUpn || formerUpn === here.upn;

function sameSurname(file: TransferredPupil, here: PupilRecord): boolean {
  const theirs = new Set([file.surname, file.preferredSurname ?? file.surname].map(foldPersonName));
  return [here.surname, here.preferredSurname ?? here.surname].some((name) =>
    theirs.has(foldPersonName(name)),
  );
}

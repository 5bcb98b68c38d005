import { pupilSearchText } from '#shared/domain/pupils/search-text.ts';
import type { PupilChange } from '#shared/text/pupil-words.ts';
import type { ImportedPupil } from '../../exchange/imported-pupil.ts';
import type { PupilRecord } from '../../storage/repositories/pupils.ts';

/** The parts that an import may change, in the order in which changes are shown. */
export const IMPORTED_FIELDS = [
  'upn',
  'formerUpn',
  'surname',
  'forename',
  'middleNames',
  'preferredSurname',
  'sex',
  'dob',
  'ncYear',
  'form',
  'enrolStatus',
  'entryDate',
  'leavingDate',
  'senProvision',
  'inCare',
  'careAuthority',
  'ethnicity',
  'fsm',
] as const satisfies readonly (keyof ImportedPupil & keyof PupilRecord)[];

export interface Stamp {
  readonly id: string;
  readonly schoolId: string;
  /** Instant of the import, UTC ISO. */
  readonly at: string;
}

/** A pupil we do not have yet. */
export function newPupil(pupil: ImportedPupil, { id, schoolId, at }: Stamp): PupilRecord {
  return {
    id,
    schoolId,
    upn: pupil.upn,
    formerUpn: pupil.formerUpn ?? null,
    surname: pupil.surname,
    forename: pupil.forename,
    middleNames: pupil.middleNames ?? null,
    preferredSurname: pupil.preferredSurname ?? null,
    sex: pupil.sex,
    dob: pupil.dob,
    ncYear: pupil.ncYear ?? null,
    form: pupil.form ?? null,
    enrolStatus: pupil.enrolStatus ?? null,
    entryDate: pupil.entryDate ?? null,
    leavingDate: pupil.leavingDate ?? null,
    senProvision: pupil.senProvision ?? null,
    inCare: pupil.inCare ?? false,
    careAuthority: pupil.careAuthority ?? null,
    ethnicity: pupil.ethnicity ?? null,
    fsm: pupil.fsm ?? null,
    searchText: pupilSearchText(pupil),
    version: 1,
    updatedAt: at,
  };
}

/**
 * A pupil we have, as he or she will be after the import. What the file leaves blank stays as it is, and "sex not
 * known" is a blank. One exception: an entry after the recorded last day means that the pupil has come back, so the
 * last day goes.
 */
export function mergePupil(
  before: PupilRecord,
  pupil: ImportedPupil,
  { keepUpn, at }: { readonly keepUpn: boolean; readonly at: string },
): { readonly after: PupilRecord; readonly changes: readonly PupilChange[] } {
  const { line: _line, preferredForename: _notKept, sex, ...given } = pupil;
  const cameBack =
    before.leavingDate !== null &&
    pupil.leavingDate === undefined &&
    pupil.entryDate !== undefined &&
    pupil.entryDate > before.leavingDate;
  const merged: PupilRecord = {
    ...before,
    ...given,
    ...(keepUpn ? { upn: before.upn, formerUpn: before.formerUpn } : {}),
    ...(sex === 'U' ? {} : { sex }),
    ...(cameBack ? { leavingDate: null } : {}),
  };
  const replaced = merged.upn === before.upn ? merged : { ...merged, formerUpn: before.upn };
  const changes = IMPORTED_FIELDS.filter((field) => replaced[field] !== before[field]).map((field) => ({
    field,
    from: textOf(before[field]),
    to: textOf(replaced[field]),
  }));
  if (changes.length === 0) return { after: before, changes };
  return {
    after: {
      ...replaced,
      searchText: pupilSearchText(replaced),
      version: before.version + 1,
      updatedAt: at,
    },
    changes,
  };
}

const textOf = (value: string | boolean | null): string => (value === null ? '' : String(value));

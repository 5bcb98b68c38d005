import type { IsoDate } from '../../kernel/plain-date.ts';
import { checkUpn } from '../pupils/upn.ts';
import { CENSUS_NAME_LENGTH, censusName } from './census-name.ts';
import { problemMaker, type RecordProblem } from './record-problem.ts';

/** What the checks of a return see of a pupil. */
export interface CheckedPupil {
  readonly upn: string;
  readonly surname: string;
  readonly forename: string;
  readonly sex: string;
  readonly dob: IsoDate;
  readonly entryDate: IsoDate | undefined;
  readonly leavingDate: IsoDate | undefined;
}

const { error, query } = problemMaker('pupil');

/** What is wrong with the pupil of an exclusion that starts on `startDate`. Pure; rules X03, X11, X23 and X24. */
export function checkReturnedPupil(pupil: CheckedPupil, startDate: IsoDate): RecordProblem[] {
  return [...checkDates(pupil, startDate), ...checkNumber(pupil), ...checkNames(pupil), ...checkSex(pupil)];
}

function checkDates({ dob, entryDate, leavingDate }: CheckedPupil, startDate: IsoDate): RecordProblem[] {
  return [
    ...(startDate <= dob ? [error('X03', 'The start is before the pupil was born.')] : []),
    ...(entryDate !== undefined && startDate < entryDate
      ? [error('X03', 'The start is before the pupil joined the school. Check the entry date.')]
      : []),
    ...(leavingDate !== undefined && startDate > leavingDate
      ? [error('X03', 'The start is after the pupil left the school. Check the leaving date.')]
      : []),
  ];
}

function checkNumber({ upn }: CheckedPupil): RecordProblem[] {
  const { checkLetter } = checkUpn(upn);
  if (checkLetter === undefined) {
    return [error('X11', `${upn} has not the form of a UPN. Correct it and import the pupil again.`)];
  }
  if (checkLetter.actual === checkLetter.expected) return [];
  return [
    query(
      'X11',
      `The UPN’s first letter should be ${checkLetter.expected}, not ${checkLetter.actual}. Check it against the admission papers.`,
    ),
  ];
}

function checkNames({ surname, forename }: CheckedPupil): RecordProblem[] {
  return (
    [
      ['surname', surname],
      ['forename', forename],
    ] as const
  )
    .filter(([, name]) => censusName(name) !== name)
    .map(([which, name]) =>
      query(
        'X23',
        `The ${which} has ${Array.from(name).length} characters and the census takes ${CENSUS_NAME_LENGTH}: the return will have “${censusName(name)}”.`,
      ),
    );
}

function checkSex({ sex }: CheckedPupil): RecordProblem[] {
  if (sex === 'M' || sex === 'F') return [];
  return [query('X24', 'The pupil’s sex is not recorded; the return will say “not known”.')];
}

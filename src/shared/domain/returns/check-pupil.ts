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

const problem = problemMaker('pupil');

/** What is wrong with the pupil of an exclusion that starts on `startDate`. Pure; rules X03, X11, X23 and X24. */
export function checkReturnedPupil(pupil: CheckedPupil, startDate: IsoDate): RecordProblem[] {
  return [...checkDates(pupil, startDate), ...checkNumber(pupil), ...checkNames(pupil), ...checkSex(pupil)];
}

function checkDates({ dob, entryDate, leavingDate }: CheckedPupil, startDate: IsoDate): RecordProblem[] {
  return [
    ...(startDate <= dob ? [problem('X03-dates', 'The start is before the pupil was born.')] : []),
    ...(entryDate !== undefined && startDate < entryDate
      ? [problem('X03-dates', 'The start is before the pupil joined the school. Check the entry date.')]
      : []),
    ...(leavingDate !== undefined && startDate > leavingDate
      ? [problem('X03-dates', 'The start is after the pupil left the school. Check the leaving date.')]
      : []),
  ];
}

function checkNumber({ upn }: CheckedPupil): RecordProblem[] {
  const { checkLetter } = checkUpn(upn);
  if (checkLetter === undefined) {
    return [
      problem('X11-upn-form', `${upn} has not the form of a UPN. Correct it and import the pupil again.`),
    ];
  }
  if (checkLetter.actual === checkLetter.expected) return [];
  return [
    problem(
      'X11-upn-letter',
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
      problem(
        'X23-name',
        `The ${which} has ${Array.from(name).length} characters and the census takes ${CENSUS_NAME_LENGTH}: the return will have “${censusName(name)}”.`,
      ),
    );
}

function checkSex({ sex }: CheckedPupil): RecordProblem[] {
  if (sex === 'M' || sex === 'F') return [];
  return [problem('X24-sex', 'The pupil’s sex is not recorded; the return will say “not known”.')];
}

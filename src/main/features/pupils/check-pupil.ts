import { formatDate } from '#shared/domain/calendar/format-date.ts';
import { checkUpn } from '#shared/domain/pupils/upn.ts';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import { problem, type ImportProblem } from '../../exchange/file-problems.ts';
import type { PupilField } from '../../exchange/imported-pupil.ts';
import type { PupilRecord } from '../../storage/repositories/pupils.ts';

/** Nobody is on a school's roll before this age or after it, in years; outside it a date is doubted, not refused. */
const USUAL_AGES = { from: 2, to: 20 };

interface CheckInput {
  readonly line: number;
  readonly today: IsoDate;
  readonly elementOf: (field: PupilField) => string;
}

const CORRECT = 'Correct it in the system the file came from and export again.';

/** Whether a pupil, as he or she would be after the import, makes sense; by the dates. */
export function checkPupilDates(
  { dob, entryDate, leavingDate }: PupilRecord,
  { line, today, elementOf }: CheckInput,
): readonly ImportProblem[] {
  const found: ImportProblem[] = [];
  const wrong = (field: PupilField, value: string, message: string): void => {
    found.push(problem('error', { line, element: elementOf(field), value, message, remedy: CORRECT }));
  };
  if (dob > today) {
    wrong('dob', dob, `The date of birth, ${formatDate(dob)}, is in the future.`);
    // Other dates cannot be judged by a wrong one: the person should read of the one cause.
    return found;
  }
  if (!hasUsualAge(dob, today)) {
    found.push(
      problem('warning', {
        line,
        element: elementOf('dob'),
        value: dob,
        message: `Born on ${formatDate(dob)}, the pupil would not be of school age.`,
        remedy: 'Check the year of birth. It is imported as it is.',
      }),
    );
  }
  if (entryDate !== null && entryDate < dob) {
    wrong('entryDate', entryDate, 'The entry date is before the pupil was born.');
  }
  if (leavingDate !== null && leavingDate < dob) {
    wrong('leavingDate', leavingDate, 'The leaving date is before the pupil was born.');
  } else if (leavingDate !== null && entryDate !== null && leavingDate < entryDate) {
    wrong('leavingDate', leavingDate, `The leaving date is before the entry date, ${formatDate(entryDate)}.`);
  }
  return found;
}

/** The warning for a wrong check letter; undefined when the letter is right. */
export function checkLetterWarning(
  upn: string,
  { line, elementOf }: Pick<CheckInput, 'line' | 'elementOf'>,
): ImportProblem | undefined {
  const letter = checkUpn(upn).checkLetter;
  if (letter === undefined || letter.expected === letter.actual) return undefined;
  return problem('warning', {
    code: 'upn-check-letter',
    line,
    element: elementOf('upn'),
    value: upn,
    message: `The check letter of this UPN is ${letter.actual}, but its figures call for ${letter.expected}: one of them is wrong.`,
    remedy: 'Compare it with the pupil’s papers. If the UPN really is so, accept it and import.',
  });
}

function hasUsualAge(dob: IsoDate, today: IsoDate): boolean {
  const age = Number(today.slice(0, 4)) - Number(dob.slice(0, 4)) - (today.slice(5) < dob.slice(5) ? 1 : 0);
  return age >= USUAL_AGES.from && age <= USUAL_AGES.to;
}

import { checkUpn } from '#shared/domain/pupils/upn.ts';
import type { ProblemList } from './file-problems.ts';

/**
 * Reads a UPN: a wrong form is an error; a wrong check letter only a warning (code `upn-check-letter`), because
 * real pupils carry such numbers and only the issuing school can put them right.
 */
export function readUpn(
  at: { readonly text: string; readonly line: number; readonly element: string },
  problems: ProblemList,
): string | undefined {
  const place = { line: at.line, element: at.element, value: at.text };
  const { upn, form, checkLetter } = checkUpn(at.text);
  if (checkLetter === undefined) {
    problems.error({
      ...place,
      message:
        form === 'wrong-length'
          ? `This is not a UPN: it has ${String(upn.length)} characters, a UPN has 13.`
          : 'This is not a UPN: it must be a letter, eleven figures and a last figure or letter, without I, O or S.',
      remedy: 'Correct it in the system the file came from and export again.',
    });
    return undefined;
  }
  if (checkLetter.expected !== checkLetter.actual) {
    problems.warning({
      ...place,
      code: 'upn-check-letter',
      message: `The first letter of this UPN should be ${checkLetter.expected}, so one of its characters may be wrong.`,
      remedy: 'It is kept as it is. Compare it with the pupil record and correct it there if it is wrong.',
    });
  }
  return upn;
}

import type { ProblemList } from './file-problems.ts';

/** Check letter, nine figures of LA, establishment... 12 places in all; the last may be a letter (temporary UPN). */
const UPN_FORM = /^[A-HJ-NP-RT-Z](\d{12}|\d{11}[A-HJ-NP-RT-Z])$/;

/** Reads a UPN: wrong form is an error, a wrong check letter only a warning. */
export function readUpn(
  at: { readonly text: string; readonly line: number; readonly element: string },
  problems: ProblemList,
): string | undefined {
  const upn = at.text.toUpperCase().replace(/\s/g, '');
  const place = { line: at.line, element: at.element, value: at.text };
  if (!UPN_FORM.test(upn)) {
    problems.error({
      ...place,
      message: 'This is not a UPN: it must be a letter, eleven figures and a last figure or letter.',
      remedy: 'Correct it in the system the file came from and export again.',
    });
    return undefined;
  }
  return upn;
}

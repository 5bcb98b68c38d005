import type { IsoDate } from '#shared/kernel/plain-date.ts';
import type { ProblemList } from './file-problems.ts';
import type { RawField } from './pupil-check.ts';
import { readIsoDate, type ReadDate } from './read-date.ts';

/** The remedy for whatever only the school can put right. */
export const AT_SOURCE = 'The school must correct it and send the return again.';

/** Reads single values of a return, reporting what is missing or wrong. */
export interface ReturnChecks {
  text(at: RawField, what: string, form: RegExp, example: string): string | undefined;
  date(at: RawField, what: string): IsoDate | undefined;
  oneOf<T extends string>(at: RawField, what: string, allowed: readonly T[]): T | undefined;
}

export const trimmed = (at: RawField | undefined): string => at?.text?.trim() ?? '';

export function createReturnChecks(
  problems: ProblemList,
  readDate: (text: string) => ReadDate = readIsoDate,
): ReturnChecks {
  const wrong = (at: RawField, message: string, remedy = AT_SOURCE): undefined => {
    const value = trimmed(at);
    problems.error({
      line: at.line,
      element: at.element,
      value: value === '' ? undefined : value,
      message,
      remedy,
    });
    return undefined;
  };
  const missing = (at: RawField, what: string): undefined => wrong(at, `The ${what} is missing.`);
  return {
    text: (at, what, form, example) => {
      if (trimmed(at) === '') return missing(at, what);
      if (form.test(trimmed(at))) return trimmed(at);
      return wrong(at, `This is not a ${what}.`, `It must look like ${example}. ${AT_SOURCE}`);
    },
    date: (at, what) => {
      if (trimmed(at) === '') return missing(at, what);
      const read = readDate(trimmed(at));
      return read.date ?? wrong(at, read.message ?? '');
    },
    oneOf: (at, what, allowed) => {
      if (trimmed(at) === '') return missing(at, what);
      const found = allowed.find((one) => one === trimmed(at));
      return (
        found ?? wrong(at, `This is not a ${what}.`, `It must be one of ${allowed.join(', ')}. ${AT_SOURCE}`)
      );
    },
  };
}

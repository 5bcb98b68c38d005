import type { IsoDate } from '#shared/kernel/plain-date.ts';
import type { ProblemList } from './file-problems.ts';
import type { RawField } from './pupil-check.ts';
import { readSenProvision, readTruth } from './pupil-values.ts';
import { readIsoDate } from './read-date.ts';
import type { CensusTerm, ReturnCategory, ReturnExclusion } from './return-document.ts';
import { CENSUS_TERMS, RETURN_CATEGORIES } from './return-document.ts';
import { dropUndefined } from './drop-undefined.ts';

/** Most sessions of one exclusion: 45 school days of two; the census field has two figures. */
const MAX_SESSIONS = 90;

/** The remedy for whatever only the school can put right. */
export const AT_SOURCE = 'The school must correct it and send the return again.';

/** Reads single values of a return, reporting what is missing or wrong. */
interface ReturnChecks {
  text(at: RawField, what: string, form: RegExp, example: string): string | undefined;
  date(at: RawField, what: string): IsoDate | undefined;
  optionalDate(at: RawField): IsoDate | undefined;
  oneOf<T extends string>(at: RawField, what: string, allowed: readonly T[]): T | undefined;
}

function createReturnChecks(problems: ProblemList): ReturnChecks {
  const trimmed = (at: RawField): string => at.text?.trim() ?? '';
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
  const optionalDate = (at: RawField): IsoDate | undefined => {
    if (trimmed(at) === '') return undefined;
    const read = readIsoDate(trimmed(at));
    return read.date ?? wrong(at, read.message ?? '');
  };
  return {
    text: (at, what, form, example) => {
      if (trimmed(at) === '') return wrong(at, `The ${what} is missing.`);
      if (form.test(trimmed(at))) return trimmed(at);
      return wrong(at, `This is not a ${what}.`, `It must look like ${example}. ${AT_SOURCE}`);
    },
    date: (at, what) => (trimmed(at) === '' ? wrong(at, `The ${what} is missing.`) : optionalDate(at)),
    optionalDate,
    oneOf: (at, what, allowed) => {
      if (trimmed(at) === '') return wrong(at, `The ${what} is missing.`);
      const found = allowed.find((one) => one === trimmed(at));
      return (
        found ?? wrong(at, `This is not a ${what}.`, `It must be one of ${allowed.join(', ')}. ${AT_SOURCE}`)
      );
    },
  };
}

/** The school and census that a return is for: without these it cannot be filed anywhere. */
interface RawHeader {
  readonly la: RawField;
  readonly estab: RawField;
  readonly term: RawField;
  readonly year: RawField;
  readonly referenceDate: RawField;
}

interface ReturnIdentity {
  readonly la: string;
  readonly estab: string;
  readonly term: CensusTerm;
  readonly year: number;
  readonly referenceDate: IsoDate;
}

export function checkHeader(raw: RawHeader, problems: ProblemList): ReturnIdentity | undefined {
  const checks = createReturnChecks(problems);
  const la = checks.text(raw.la, 'local authority number', /^\d{3}$/, '201');
  const estab = checks.text(raw.estab, 'school number', /^\d{4}$/, '4001');
  const term = checks.oneOf(raw.term, 'census term', CENSUS_TERMS);
  const year = checks.text(raw.year, 'census year', /^20\d\d$/, '2026');
  const referenceDate = checks.date(raw.referenceDate, 'reference date');
  if (!la || !estab || !term || !year || !referenceDate) return undefined;
  return { la, estab, term, year: Number(year), referenceDate };
}

interface RawExclusion {
  readonly line: number;
  readonly category: RawField;
  readonly reasons: readonly RawField[];
  readonly startDate: RawField;
  readonly sessions: RawField;
  readonly inCare: RawField;
  readonly senProvision: RawField;
}

/** Checks one exclusion; undefined, with errors listed, when it cannot be relied on. */
export function checkExclusion(raw: RawExclusion, problems: ProblemList): ReturnExclusion | undefined {
  const before = problems.errorCount();
  const checks = createReturnChecks(problems);
  const category = checks.oneOf(raw.category, 'kind of exclusion', RETURN_CATEGORIES);
  const reasons = checkReasons(raw, problems);
  const startDate = checks.date(raw.startDate, 'start date');
  const sessions = category === undefined ? undefined : checkSessions(raw.sessions, category, problems);
  const inCare = soft(raw.inCare, readTruth, 'whether the pupil was in care', problems);
  const senProvision = soft(raw.senProvision, readSenProvision, 'the SEN provision', problems);
  if (problems.errorCount() > before || category === undefined || startDate === undefined) return undefined;
  return dropUndefined({ category, reasons, startDate, sessions, inCare, senProvision });
}

function checkReasons(raw: RawExclusion, problems: ProblemList): readonly string[] {
  const given = raw.reasons.filter((reason) => (reason.text?.trim() ?? '') !== '');
  const codes: string[] = [];
  const wrong = (at: RawField, message: string, remedy: string): void => {
    problems.error({ line: at.line, element: at.element, value: at.text, message, remedy });
  };
  for (const reason of given) {
    const code = reason.text?.trim() ?? '';
    if (!/^[A-Z]{2}$/.test(code))
      wrong(reason, 'This is not a reason code.', `It must be two capital letters, such as DB. ${AT_SOURCE}`);
    else if (codes.includes(code)) wrong(reason, 'The same reason is given twice.', AT_SOURCE);
    else codes.push(code);
  }
  const [first] = given;
  if (first === undefined) {
    const at = raw.reasons[0] ?? { line: raw.line, element: raw.category.element, text: undefined };
    problems.error({
      line: raw.line,
      element: at.element,
      message: 'The reason is missing.',
      remedy: AT_SOURCE,
    });
  } else if (given.length > 3)
    wrong(first, `${String(given.length)} reasons are given; three is the most.`, AT_SOURCE);
  return codes;
}

function checkSessions(at: RawField, category: ReturnCategory, problems: ProblemList): number | undefined {
  const text = at.text?.trim() ?? '';
  const place = { line: at.line, element: at.element, value: text === '' ? undefined : text };
  if (category === 'PERM') {
    if (text !== '') {
      problems.warning({
        ...place,
        message: 'A permanent exclusion has no number of sessions; the one given was left out.',
        remedy: 'Ask the school whether this was a suspension.',
      });
    }
    return undefined;
  }
  const sessions = /^\d{1,2}$/.test(text) ? Number(text) : 0;
  if (sessions >= 1 && sessions <= MAX_SESSIONS) return sessions;
  problems.error({
    ...place,
    message:
      text === ''
        ? 'The number of sessions is missing.'
        : `The number of sessions must be a whole number from 1 to ${String(MAX_SESSIONS)}.`,
    remedy: `A session is half a school day, and 45 days is the most in a school year. ${AT_SOURCE}`,
  });
  return undefined;
}

/** A value that figures can do without: when it is missing it stays unknown and the reader is told. */
function soft<T>(
  at: RawField,
  read: (text: string) => T | undefined,
  what: string,
  problems: ProblemList,
): T | undefined {
  const text = at.text?.trim() ?? '';
  const value = text === '' ? undefined : read(text);
  if (value !== undefined) return value;
  problems.warning({
    line: at.line,
    element: at.element,
    value: text === '' ? undefined : text,
    message:
      text === ''
        ? `The return does not say ${what}.`
        : `The return says ${what} with a code that is not known.`,
    remedy: 'It was kept as not known. Ask the school if the figure matters.',
  });
  return undefined;
}

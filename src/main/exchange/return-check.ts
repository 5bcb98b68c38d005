import type { ProblemList } from './file-problems.ts';
import type { RawField } from './pupil-check.ts';
import { readSenProvision, readTruth } from './pupil-values.ts';
import { readIsoDate, type ReadDate } from './read-date.ts';
import type { ReturnCategory, ReturnExclusion } from './return-document.ts';
import { RETURN_CATEGORIES } from './return-document.ts';
import { AT_SOURCE, createReturnChecks, trimmed } from './return-field-checks.ts';
import { dropUndefined } from './drop-undefined.ts';

/** Most sessions of one exclusion: 45 school days of two; the census field has two figures. */
const MAX_SESSIONS = 90;

interface RawExclusion {
  readonly line: number;
  readonly category: RawField;
  readonly reasons: readonly RawField[];
  readonly startDate: RawField;
  readonly sessions: RawField;
  /** The length in school days, for layouts that have that in place of sessions or may have either. */
  readonly days?: RawField;
  readonly inCare: RawField;
  readonly senProvision: RawField;
  /** How this format writes dates; year-month-day where it does not say. */
  readonly readDate?: (text: string) => ReadDate;
}

/** Checks one exclusion; undefined, with errors listed, when it cannot be relied on. */
export function checkExclusion(raw: RawExclusion, problems: ProblemList): ReturnExclusion | undefined {
  const before = problems.errorCount();
  const checks = createReturnChecks(problems, raw.readDate ?? readIsoDate);
  const category = checks.oneOf(raw.category, 'kind of exclusion', RETURN_CATEGORIES);
  const reasons = checkReasons(raw, problems);
  const startDate = checks.date(raw.startDate, 'start date');
  const sessions = category === undefined ? undefined : checkSessions(raw, category, problems);
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

function checkSessions(
  raw: RawExclusion,
  category: ReturnCategory,
  problems: ProblemList,
): number | undefined {
  const days = raw.days !== undefined && trimmed(raw.sessions) === '' ? raw.days : undefined;
  const at = days ?? raw.sessions;
  const text = trimmed(at);
  const place = { line: at.line, element: at.element, value: text === '' ? undefined : text };
  if (category === 'PERM') {
    if (text !== '') {
      problems.warning({
        ...place,
        message: `A permanent exclusion has no number of ${days ? 'days' : 'sessions'}; the one given was left out.`,
        remedy: 'Ask the school whether this was a suspension.',
      });
    }
    return undefined;
  }
  const sessions = days ? sessionsOfDays(text) : /^\d{1,2}$/.test(text) ? Number(text) : 0;
  if (Number.isInteger(sessions) && sessions >= 1 && sessions <= MAX_SESSIONS) return sessions;
  const unit = days ? 'school days' : 'sessions';
  problems.error({
    ...place,
    message:
      text === ''
        ? `The number of ${unit} is missing.`
        : days
          ? 'The number of school days must be a whole or half number from 0.5 to 45.'
          : `The number of sessions must be a whole number from 1 to ${String(MAX_SESSIONS)}.`,
    remedy: `A session is half a school day, and 45 days is the most in a school year. ${AT_SOURCE}`,
  });
  return undefined;
}

const sessionsOfDays = (text: string): number => (/^\d{1,2}(\.\d{1,6})?$/.test(text) ? Number(text) * 2 : 0);

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

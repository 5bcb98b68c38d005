import type { IsoDate } from '#shared/kernel/plain-date.ts';
import { dropUndefined } from './drop-undefined.ts';
import type { ProblemList } from './file-problems.ts';
import type { ImportedPupil, ImportedSex, PupilField } from './imported-pupil.ts';
import { readEnrolStatus, readNcYear, readSenProvision, readSex, readTruth } from './pupil-values.ts';
import type { ReadDate } from './read-date.ts';
import { readUpn } from './upn-field.ts';

/** One value as it stands in the file: its text, and where to point when it is wrong. */
export interface RawField {
  readonly text: string | undefined;
  readonly line: number;
  /** XML path or column name. */
  readonly element: string;
}

/** A record before checking. */
export interface RawPupil {
  readonly line: number;
  readonly field: (name: PupilField) => RawField;
  /** How this format writes dates. */
  readonly readDate: (text: string) => ReadDate;
}

/** Longest name the census and the CTF take (CBDS 100003, 100004); a longer one is kept but warned about. */
const NAME_LENGTH = 35;
/** Past this it is no name but a slip, such as a whole row in one cell. */
const MAX_TEXT_LENGTH = 100;

/**
 * Turns one record of any format into an `ImportedPupil`. Returns undefined, with errors in `problems`,
 * when something that identifies the pupil is missing or cannot be read.
 */
export function checkPupil(raw: RawPupil, problems: ProblemList): ImportedPupil | undefined {
  const errorsBefore = problems.errorCount();
  const given = (name: PupilField): (RawField & { text: string }) | undefined => {
    const field = raw.field(name);
    const text = field.text?.trim();
    return text === undefined || text === '' ? undefined : { ...field, text };
  };
  const required = (name: PupilField, what: string): (RawField & { text: string }) | undefined => {
    const found = given(name);
    if (found !== undefined) return found;
    const { line, element } = raw.field(name);
    problems.error({
      line,
      element,
      message: `The pupil's ${what} is missing.`,
      remedy: 'Add it in the system the file came from and export again.',
    });
    return undefined;
  };
  const text = (found: (RawField & { text: string }) | undefined): string | undefined => {
    if (found !== undefined) checkLength(found, found.text, problems);
    return found?.text;
  };
  const date = (found: (RawField & { text: string }) | undefined): IsoDate | undefined => {
    if (found === undefined) return undefined;
    const read = raw.readDate(found.text);
    if (read.date !== undefined) return read.date;
    problems.error({
      line: found.line,
      element: found.element,
      value: found.text,
      message: read.message,
      remedy: read.remedy,
    });
    return undefined;
  };
  const coded = <T>(
    name: PupilField,
    read: (value: string) => T | undefined,
    allowed: string,
  ): T | undefined => {
    const found = given(name);
    if (found === undefined) return undefined;
    const value = read(found.text);
    if (value === undefined) {
      problems.error({
        line: found.line,
        element: found.element,
        value: found.text,
        message: 'This is not a code that can be read here.',
        remedy: `Use ${allowed}, or leave it empty.`,
      });
    }
    return value;
  };

  const upn = required('upn', 'UPN');
  const formerUpn = given('formerUpn');
  const found = {
    line: raw.line,
    upn: upn && readUpn(upn, problems),
    formerUpn: formerUpn && readUpn(formerUpn, problems),
    surname: text(required('surname', 'surname')),
    forename: text(required('forename', 'forename')),
    middleNames: text(given('middleNames')),
    preferredSurname: text(given('preferredSurname')),
    preferredForename: text(given('preferredForename')),
    sex: readSexField(given('sex'), raw.field('sex'), problems),
    dob: date(required('dob', 'date of birth')),
    ncYear: coded('ncYear', readNcYear, 'N1, N2, R, 1 to 14 or X'),
    form: text(given('form')),
    enrolStatus: coded('enrolStatus', readEnrolStatus, 'C, M, S, F, O, G or P'),
    entryDate: date(given('entryDate')),
    leavingDate: date(given('leavingDate')),
    senProvision: coded('senProvision', readSenProvision, 'N, K or E (or the former A, P and S)'),
    inCare: coded('inCare', readTruth, 'true or false, yes or no'),
    careAuthority: coded(
      'careAuthority',
      (value) => /^\d{3}\b/.exec(value)?.[0],
      'the three-figure code of the authority',
    ),
    ethnicity: readEthnicity(given('ethnicity'), problems),
    fsm: readFreeMeals(given('fsm'), problems),
  };
  const { upn: knownUpn, surname, forename, dob, sex } = found;
  if (problems.errorCount() > errorsBefore) return undefined;
  if (knownUpn === undefined || surname === undefined || forename === undefined || dob === undefined)
    return undefined;
  return dropUndefined({ ...found, upn: knownUpn, surname, forename, dob, sex });
}

function checkLength(at: RawField, text: string, problems: ProblemList): void {
  // No text has more characters than code units.
  if (text.length <= NAME_LENGTH) return;
  const place = { line: at.line, element: at.element, value: text };
  const { length } = Array.from(text);
  if (length > MAX_TEXT_LENGTH) {
    problems.error({
      ...place,
      message: `This is ${String(length)} characters long; the longest that can be kept is ${String(MAX_TEXT_LENGTH)}.`,
      remedy: 'Check that the columns or elements have not run together, and correct it.',
    });
  } else if (length > NAME_LENGTH) {
    problems.warning({
      ...place,
      message: `This is ${String(length)} characters long; the school census takes ${String(NAME_LENGTH)}.`,
      remedy: 'It is kept in full. Agree a shorter form before a return is made.',
    });
  }
}

/** Spreadsheets often hold the words for ethnicity; only the code is kept, and its absence is told. */
function readEthnicity(
  found: (RawField & { text: string }) | undefined,
  problems: ProblemList,
): string | undefined {
  if (found === undefined) return undefined;
  if (/^[A-Za-z]{4}$/.test(found.text)) return found.text.toUpperCase();
  problems.warning({
    line: found.line,
    element: found.element,
    value: found.text,
    message: 'This is not a four-letter ethnicity code, so it was left out.',
    remedy: 'Nothing need be done unless you want ethnicity in the figures.',
  });
  return undefined;
}

/** For statistics only: what cannot be read is left out, and that is told. */
function readFreeMeals(
  found: (RawField & { text: string }) | undefined,
  problems: ProblemList,
): boolean | undefined {
  const known = found && readTruth(found.text);
  if (found !== undefined && known === undefined) {
    problems.warning({
      line: found.line,
      element: found.element,
      value: found.text,
      message: 'This does not say yes or no to free school meals, so it was left out.',
      remedy: 'Nothing need be done unless you want free school meals in the figures.',
    });
  }
  return known;
}

/** Sex is for statistics only, so an empty one does not refuse a file; a code nobody knows does. */
function readSexField(
  found: (RawField & { text: string }) | undefined,
  at: RawField,
  problems: ProblemList,
): ImportedSex {
  if (found === undefined) {
    problems.warning({
      line: at.line,
      element: at.element,
      message: "The pupil's sex is not given; it was kept as not known.",
      remedy: 'Add it to the pupil before a return is made.',
    });
    return 'U';
  }
  const sex = readSex(found.text);
  if (sex !== undefined) return sex;
  problems.error({
    line: found.line,
    element: found.element,
    value: found.text,
    message: 'This is not a code for sex that can be read.',
    remedy: 'Use M or F, or leave it empty.',
  });
  return 'U';
}

/** Reports a UPN that an earlier record of the same file already has, naming both lines. */
export function createDuplicateCheck(problems: ProblemList): (pupil: ImportedPupil, element: string) => void {
  const firstLines = new Map<string, number>();
  return (pupil, element) => {
    const first = firstLines.get(pupil.upn);
    if (first === undefined) {
      firstLines.set(pupil.upn, pupil.line);
      return;
    }
    problems.error({
      line: pupil.line,
      element,
      value: pupil.upn,
      message: `This UPN is in the file twice: on line ${String(first)} and on line ${String(pupil.line)}.`,
      remedy: 'Two pupils cannot share a UPN. Remove the repeated record or correct the wrong UPN.',
    });
  };
}

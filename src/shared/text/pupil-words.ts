import { formatDate } from '../domain/calendar/format-date.ts';

/** What each part of a pupil is called on screens and in the audit trail. */
const FIELD_LABELS: Readonly<Record<string, string>> = {
  upn: 'UPN',
  formerUpn: 'Former UPN',
  surname: 'Surname',
  forename: 'Forename',
  middleNames: 'Middle names',
  preferredSurname: 'Preferred surname',
  preferredForename: 'Preferred forename',
  sex: 'Sex',
  dob: 'Date of birth',
  ncYear: 'Year group',
  form: 'Form',
  enrolStatus: 'Enrolment status',
  entryDate: 'Entry date',
  leavingDate: 'Leaving date',
  senProvision: 'SEN provision',
  inCare: 'In care',
  careAuthority: 'Caring authority',
  ethnicity: 'Ethnicity',
  fsm: 'Free school meals',
};

export const pupilFieldLabel = (field: string): string => FIELD_LABELS[field] ?? field;

const SEX_WORDS: Readonly<Record<string, string>> = { M: 'Male', F: 'Female', U: 'Not known' };

/** The codes of CBDS 100472 and, before 2015, those of the former Code of Practice. */
const SEN_WORDS: Readonly<Record<string, string>> = {
  N: 'No SEN provision',
  K: 'SEN support',
  E: 'EHC plan',
  A: 'School action',
  P: 'School action plus',
  S: 'Statement',
};

const ENROL_WORDS: Readonly<Record<string, string>> = {
  C: 'On roll here only',
  M: 'Main school (dual registration)',
  S: 'Subsidiary school (dual registration)',
  F: 'Further education college',
  O: 'Other provider',
  G: 'Guest',
  P: 'Previous pupil',
};

const lookUp = (table: Readonly<Record<string, string>>, code: string): string =>
  Object.hasOwn(table, code) ? (table[code] ?? code) : code;

export const sexWords = (code: string): string => lookUp(SEX_WORDS, code);
export const senWords = (code: string): string => lookUp(SEN_WORDS, code);
export const enrolWords = (code: string): string => lookUp(ENROL_WORDS, code);

/** "Year 9", "Reception", "Nursery 1", "Ungraded". */
export function ncYearWords(code: string): string {
  if (code === 'R') return 'Reception';
  if (code === 'X') return 'Ungraded';
  return code.startsWith('N') ? `Nursery ${code.slice(1)}` : `Year ${code}`;
}

const YES_NO: Readonly<Record<string, string>> = { true: 'Yes', false: 'No' };

const VALUE_WORDS: Readonly<Record<string, (value: string) => string>> = {
  sex: sexWords,
  dob: formatDate,
  ncYear: ncYearWords,
  enrolStatus: enrolWords,
  entryDate: formatDate,
  leavingDate: formatDate,
  senProvision: senWords,
  inCare: (value) => lookUp(YES_NO, value),
  fsm: (value) => lookUp(YES_NO, value),
};

/** One value of a pupil in words; "nothing" where there is none. */
export const pupilValueWords = (field: string, value: string): string =>
  value === '' ? 'nothing' : (VALUE_WORDS[field]?.(value) ?? value);

/** One part of a pupil before and after, as the preview of an import and the audit trail keep it. */
export interface PupilChange {
  readonly field: string;
  readonly from: string;
  readonly to: string;
}

/** "Form: 9A to 9B". */
export const pupilChangeWords = ({ field, from, to }: PupilChange): string =>
  `${pupilFieldLabel(field)}: ${pupilValueWords(field, from)} to ${pupilValueWords(field, to)}`;

const TERM_WORDS = { autumn: 'Autumn', spring: 'Spring', summer: 'Summer' } as const;

/** "Autumn term", the same words for every list of terms. */
export const termWords = (term: keyof typeof TERM_WORDS): string => `${TERM_WORDS[term]} term`;

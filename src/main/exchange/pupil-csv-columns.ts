import type { PupilField } from './imported-pupil.ts';
import { PUPIL_FIELDS } from './imported-pupil.ts';

/** Column headings that pupil systems and schools use, in the form of `headingKey`; most usual first. */
const HEADINGS: Readonly<Record<PupilField, readonly string[]>> = {
  upn: ['upn', 'unique pupil number', 'pupil upn', 'upn number', 'student upn'],
  formerUpn: ['former upn', 'previous upn', 'old upn'],
  surname: [
    'surname',
    'legal surname',
    'last name',
    'legal last name',
    'family name',
    'lastname',
    'second name',
  ],
  forename: [
    'forename',
    'legal forename',
    'first name',
    'legal first name',
    'given name',
    'firstname',
    'christian name',
  ],
  middleNames: ['middle names', 'middle name', 'middle name s', 'legal middle names', 'other names'],
  preferredSurname: ['preferred surname', 'preferred last name', 'chosen surname', 'known as surname'],
  preferredForename: [
    'preferred forename',
    'preferred first name',
    'chosen name',
    'known as',
    'preferred name',
  ],
  sex: ['sex', 'gender', 'legal sex', 'sex code', 'm f'],
  dob: ['date of birth', 'dob', 'birth date', 'birthdate', 'd o b'],
  ncYear: [
    'nc year',
    'nc year actual',
    'ncyearactual',
    'national curriculum year',
    'curriculum year',
    'year group',
    'year',
    'yr',
    'year taught in',
  ],
  form: [
    'reg group',
    'registration group',
    'registration form',
    'reg',
    'form',
    'form group',
    'tutor group',
    'tutor',
    'class',
    'reg form',
  ],
  enrolStatus: ['enrolment status', 'enrol status', 'enrolstatus', 'enrollment status'],
  entryDate: [
    'entry date',
    'date of entry',
    'date of admission',
    'admission date',
    'start date',
    'joined',
    'doa',
  ],
  leavingDate: ['leaving date', 'date of leaving', 'leave date', 'end date', 'dol'],
  senProvision: ['sen provision', 'sen status', 'sen', 'sen stage', 'send', 'send status', 'sen code'],
  inCare: [
    'in care',
    'looked after',
    'in la care',
    'lac',
    'cla',
    'incare',
    'child looked after',
    'looked after child',
  ],
  careAuthority: ['care authority', 'caring authority', 'careauthority'],
  ethnicity: ['ethnicity', 'ethnicity code', 'ethnic origin', 'ethnic code'],
  fsm: [
    'fsm',
    'fsm eligible',
    'eligible for fsm',
    'free school meals',
    'eligible for free school meals',
    'fsm eligibility',
    'free meals',
  ],
};

/** A heading reduced to its words: lower case, punctuation and repeated spaces gone. */
export const headingKey = (heading: string): string =>
  heading
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Which column gives which part of a pupil, by heading as written in the file. */
export type PupilCsvMapping = Readonly<Partial<Record<PupilField, string>>>;

/**
 * Proposes a mapping from the headings. Each column is used once; where several would do, the most usual
 * heading wins ("Legal surname" beside "Surname": a return is made with the legal one, so it is preferred).
 */
export function suggestMapping(columns: readonly string[]): PupilCsvMapping {
  const mapping: Partial<Record<PupilField, string>> = {};
  const taken = new Set<string>();
  const keyed = columns.map((column) => ({ column, key: headingKey(column) }));
  for (const field of PUPIL_FIELDS) {
    const headings = HEADINGS[field];
    const ranked = [...headings.filter((one) => one.startsWith('legal ')), ...headings];
    const column = ranked
      .map((heading) => keyed.find(({ key, column: one }) => key === heading && !taken.has(one))?.column)
      .find((one) => one !== undefined);
    if (column === undefined) continue;
    mapping[field] = column;
    taken.add(column);
  }
  return mapping;
}

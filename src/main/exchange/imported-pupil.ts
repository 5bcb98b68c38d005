import type { IsoDate } from '#shared/kernel/plain-date.ts';

/** `U`: not known or not given in the file. */
export type ImportedSex = 'M' | 'F' | 'U';

/** National curriculum years of CTF and census files: nursery first and second year, reception, 1 to 14, X = ungraded. */
export const NC_YEARS = [
  'N1',
  'N2',
  'R',
  '1',
  '2',
  '3',
  '4',
  '5',
  '6',
  '7',
  '8',
  '9',
  '10',
  '11',
  '12',
  '13',
  '14',
  'X',
] as const;

export type NcYear = (typeof NC_YEARS)[number];

/** Enrolment status (CBDS 100060): current, main and subsidiary dual, FE college, other provider, guest, previous. */
export const ENROL_STATUSES = ['C', 'M', 'S', 'F', 'O', 'G', 'P'] as const;

export type EnrolStatus = (typeof ENROL_STATUSES)[number];

/** SEN provision: none, SEN support, plan; and before about 2015 action, action plus, statement. */
export const SEN_PROVISIONS = ['N', 'K', 'E', 'A', 'P', 'S'] as const;

export type SenProvision = (typeof SEN_PROVISIONS)[number];

/** One pupil as a file gives him or her; an absent key means that the file did not say. */
export interface ImportedPupil {
  /** Line of the file on which the pupil's record begins. */
  readonly line: number;
  /** 13 characters, upper case, of the right form; a wrong check letter is only warned about. */
  readonly upn: string;
  readonly formerUpn?: string;
  readonly surname: string;
  readonly forename: string;
  readonly middleNames?: string;
  readonly preferredSurname?: string;
  readonly preferredForename?: string;
  readonly sex: ImportedSex;
  readonly dob: IsoDate;
  readonly ncYear?: NcYear;
  /** Registration group, e.g. `9B`. */
  readonly form?: string;
  readonly enrolStatus?: EnrolStatus;
  readonly entryDate?: IsoDate;
  readonly leavingDate?: IsoDate;
  readonly senProvision?: SenProvision;
  readonly inCare?: boolean;
  /** Three-digit code of the authority that looks after the pupil. */
  readonly careAuthority?: string;
  readonly ethnicity?: string;
  /** Eligible for free school meals. */
  readonly fsm?: boolean;
}

/** The parts of a pupil that a file may give; CSV columns are mapped to these. */
export const PUPIL_FIELDS = [
  'upn',
  'formerUpn',
  'surname',
  'forename',
  'middleNames',
  'preferredSurname',
  'preferredForename',
  'sex',
  'dob',
  'ncYear',
  'form',
  'enrolStatus',
  'entryDate',
  'leavingDate',
  'senProvision',
  'inCare',
  'careAuthority',
  'ethnicity',
  'fsm',
] as const;

export type PupilField = (typeof PUPIL_FIELDS)[number];

/** Without these no pupil can be told from another, so a file that lacks one is refused. */
export const REQUIRED_PUPIL_FIELDS = [
  'upn',
  'surname',
  'forename',
  'dob',
] as const satisfies readonly PupilField[];

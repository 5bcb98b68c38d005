import type { EnrolStatus, ImportedSex, NcYear, SenProvision } from './imported-pupil.ts';
import { ENROL_STATUSES, NC_YEARS, SEN_PROVISIONS } from './imported-pupil.ts';

const memberOf =
  <T extends string>(all: readonly T[]) =>
  (text: string): T | undefined =>
    all.find((one) => one === text);

const ncYearCode = memberOf<NcYear>(NC_YEARS);
const enrolCode = memberOf<EnrolStatus>(ENROL_STATUSES);
const senCode = memberOf<SenProvision>(SEN_PROVISIONS);

const SEXES: Readonly<Record<string, ImportedSex>> = {
  m: 'M',
  male: 'M',
  boy: 'M',
  '1': 'M',
  f: 'F',
  female: 'F',
  girl: 'F',
  '2': 'F',
  u: 'U',
  n: 'U',
  w: 'U',
  x: 'U',
  '0': 'U',
  '9': 'U',
  unknown: 'U',
  'not known': 'U',
  'not specified': 'U',
};

/** Sex or gender as a code or a word; undefined when it is none we know. */
export const readSex = (text: string): ImportedSex | undefined => lookUp(SEXES, text);

const YEAR_WORDS: Readonly<Record<string, NcYear>> = {
  reception: 'R',
  'reception year': 'R',
  'year r': 'R',
  yr: 'R',
  rec: 'R',
  '0': 'R',
  '00': 'R',
  'year 0': 'R',
  'nursery 1': 'N1',
  'nursery first year': 'N1',
  'nursery 2': 'N2',
  'nursery second year': 'N2',
  nursery: 'N2',
  ungraded: 'X',
  mixed: 'X',
};

/** A year group however schools write it: 9, 09, Y9, Yr 9, Year 9, Reception, N2. */
export function readNcYear(text: string): NcYear | undefined {
  const word = lookUp(YEAR_WORDS, text);
  if (word !== undefined) return word;
  const bare = text
    .trim()
    .toUpperCase()
    .replace(/^(NATIONAL CURRICULUM |NC )?(YEAR GROUP|YEAR|YR|Y)[ .]*/, '')
    .replace(/^0+(?=\d)/, '');
  return ncYearCode(bare);
}

const ENROL_WORDS: Readonly<Record<string, EnrolStatus>> = {
  current: 'C',
  'single registration': 'C',
  'current (single registration at this school)': 'C',
  'current main': 'M',
  'dual main': 'M',
  'current main (dual registration)': 'M',
  main: 'M',
  'current subsidiary': 'S',
  'dual subsidiary': 'S',
  'current subsidiary (dual registration)': 'S',
  subsidiary: 'S',
  guest: 'G',
  previous: 'P',
};

export const readEnrolStatus = (text: string): EnrolStatus | undefined =>
  enrolCode(text.trim().toUpperCase()) ?? lookUp(ENROL_WORDS, text);

const SEN_WORDS: Readonly<Record<string, SenProvision>> = {
  none: 'N',
  no: 'N',
  'no sen': 'N',
  'no special educational need': 'N',
  'no special educational needs': 'N',
  'sen support': 'K',
  support: 'K',
  ehcp: 'E',
  ehc: 'E',
  'ehc plan': 'E',
  plan: 'E',
  'education, health and care plan': 'E',
  'education health and care plan': 'E',
  'school action': 'A',
  'school action plus': 'P',
  statement: 'S',
  statemented: 'S',
};

export const readSenProvision = (text: string): SenProvision | undefined =>
  senCode(text.trim().toUpperCase()) ?? lookUp(SEN_WORDS, text);

const TRUTHS: Readonly<Record<string, boolean>> = {
  true: true,
  t: true,
  yes: true,
  y: true,
  '1': true,
  false: false,
  f: false,
  no: false,
  n: false,
  '0': false,
};

export const readTruth = (text: string): boolean | undefined => lookUp(TRUTHS, text);

function lookUp<T>(table: Readonly<Record<string, T>>, text: string): T | undefined {
  const key = text.trim().toLowerCase().replace(/\s+/g, ' ');
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

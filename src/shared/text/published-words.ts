import type { BesideMeasure, MatchVariable, PublishedLevel } from '../domain/comparators/types.ts';
import type { ReturnedField } from '../domain/returns/diff-returned.ts';

/** Signs that stand in published files for a figure that is not given. Source: the files' own notes. */
const SIGNS: Readonly<Record<string, string>> = {
  x: 'not given: too small a number (1 or 2 in older files), or not available',
  z: 'does not apply',
  ':': 'not available',
  '.': 'does not apply: no pupils',
  c: 'withheld, so that nobody can be told from it',
  u: 'not reliable enough to publish',
  low: 'less than half of the last place shown, but not nought',
  '': 'left empty in the file',
};

/** What a sign in place of a published figure means; undefined for a number. */
export const signWords = (value: string): string | undefined =>
  Object.hasOwn(SIGNS, value) ? SIGNS[value] : undefined;

/** "381,865", "4.76", "x" as published but with commas in thousands. */
export const publishedNumber = (value: string): string =>
  /^\d{4,}$/.test(value) ? Number(value).toLocaleString('en-GB') : value;

const MEASURES: Readonly<Record<BesideMeasure, string>> = {
  permanent: 'Permanent exclusions',
  fixed: 'Fixed-period exclusions',
  'one-plus': 'Pupils excluded once or more',
};

export const besideMeasureWords = (measure: BesideMeasure): string => MEASURES[measure];

const LEVELS: Readonly<Record<PublishedLevel, string>> = {
  national: 'England',
  region: 'Regions',
  authority: 'Authorities',
  school: 'Schools',
};

export const levelWords = (level: PublishedLevel): string => LEVELS[level];

const VARIABLES: Readonly<Record<MatchVariable, string>> = {
  sen: 'SEN',
  fsm: 'FSM',
  eal: 'EAL',
  headcount: 'Pupils',
};

export const variableWords = (variable: MatchVariable): string => VARIABLES[variable];

const FIELDS: Readonly<Record<ReturnedField, string>> = {
  category: 'Kind',
  startSession: 'Session of the start',
  endDate: 'Last day',
  sessions: 'Sessions',
  reasons: 'Reasons',
  inCare: 'In care',
  senProvision: 'Special needs',
  surname: 'Surname',
  forename: 'Forename',
};

export const fieldWords = (field: ReturnedField): string => FIELDS[field];

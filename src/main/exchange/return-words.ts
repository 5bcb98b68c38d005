import { ANNOUNCED_REASONS, reasonsOn } from '#shared/domain/exclusions/reasons.ts';
import { headingKey } from './pupil-csv-columns.ts';
import type { ReturnCategory } from './return-document.ts';

/** How systems call the kinds of exclusion, in the form of `headingKey`. */
const CATEGORIES: Readonly<Record<string, ReturnCategory>> = {
  perm: 'PERM',
  permanent: 'PERM',
  'permanent exclusion': 'PERM',
  'permanently excluded': 'PERM',
  pex: 'PERM',
  px: 'PERM',
  susp: 'SUSP',
  suspension: 'SUSP',
  suspended: 'SUSP',
  fixd: 'FIXD',
  fixed: 'FIXD',
  'fixed period': 'FIXD',
  'fixed period exclusion': 'FIXD',
  'fixed term': 'FIXD',
  'fixed term exclusion': 'FIXD',
  fte: 'FIXD',
  fpe: 'FIXD',
  'suspension fixed term': 'SUSP',
  'suspension fixed period': 'SUSP',
  lnch: 'LNCH',
  lunch: 'LNCH',
  lunchtime: 'LNCH',
  'lunchtime exclusion': 'LNCH',
  'lunchtime suspension': 'LNCH',
};

/** Words of other years and systems for reasons that the code set words otherwise. */
const OTHER_WORDS: Readonly<Record<string, string>> = {
  'persistent disruptive behaviour': 'DB',
  'general disruptive behaviour': 'DB',
  'disruptive behaviour': 'DB',
  'physical assault against pupil': 'PP',
  'physical assault against adult': 'PA',
  'verbal abuse threatening behaviour against pupil': 'VP',
  'verbal abuse threatening behaviour against adult': 'VA',
  'verbal abuse against a pupil': 'VP',
  'verbal abuse against an adult': 'VA',
  'racial abuse': 'RA',
  'drugs and alcohol': 'DA',
  'drugs and alcohol related': 'DA',
  'damage to property': 'DM',
  damage: 'DM',
  stealing: 'TH',
};

/** Every description that the code set has had; a description that two codes share names neither. */
const REASONS: ReadonlyMap<string, string> = new Map([
  ...ANNOUNCED_REASONS.map(({ code, description }) => [headingKey(description), code] as const),
  ...['2019-09-01', '2025-09-01'].flatMap((day) =>
    reasonsOn(day).map(({ code, description }) => [headingKey(description), code] as const),
  ),
  ...Object.entries(OTHER_WORDS),
]);

/** The code for a kind of exclusion given as a word; any other text as it is, for the checks to name. */
export const categoryCode = (text: string | undefined): string | undefined =>
  text === undefined ? undefined : (own(CATEGORIES, headingKey(text)) ?? text);

/** The code for a reason given by its description, by its code, or as "DB - ..."; any other text as it is. */
export function reasonCode(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const words = REASONS.get(headingKey(text));
  if (words !== undefined) return words;
  const [, code] = /^([A-Za-z]{2})(?:\s*[-–:)].*)?$/.exec(text.trim()) ?? [];
  return code === undefined ? text : code.toUpperCase();
}

const own = <T>(table: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined;

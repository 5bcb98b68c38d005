import type { CommonKind, PupilKind, RetentionBasis, RetentionKind } from '../domain/privacy/types.ts';

const KINDS: Readonly<Record<RetentionKind, string>> = {
  'pupil-file': 'Record of a pupil with an exclusion, a stay or an entry at risk',
  'roll-entry': 'Entry on the roll of a pupil with no record',
  letters: 'Letters',
  stays: 'Stays and places',
  'at-risk': 'Entries at risk',
  waiting: 'Wait lists and providers asked',
  contacts: 'People to tell',
  'received-returns': 'Names in returns received',
  'sent-returns': 'Names in returns sent',
  'refused-files': 'Refused files',
  'audit-details': 'Details in the audit trail',
};

/** What a kind of record is called, at the beginning of a sentence. */
export const retentionKindWords = (kind: RetentionKind): string => KINDS[kind];

const SHORT: Readonly<Record<PupilKind, string>> = {
  'pupil-file': 'Everything held',
  'roll-entry': 'The entry on the roll',
  letters: 'Letters',
  stays: 'Stays and places',
  'at-risk': 'Entries at risk',
  waiting: 'Wait lists and enquiries',
  contacts: 'People to tell',
};

/** The same in a list of pupils. */
export const dueKindWords = (kind: PupilKind): string => SHORT[kind];

const STAYS: Readonly<Record<CommonKind, string>> = {
  'received-returns': 'Names, UPNs and birthdays go. What figures count stays.',
  'sent-returns': 'What was sent goes; the receipts with their counts stay.',
  'refused-files': 'The files go whole.',
  'audit-details': 'What was changed goes; who did what when stays, and the trail can still be checked.',
};

/** What goes and what stays of records that are nobody's alone. */
export const commonKindEffect = (kind: CommonKind): string => STAYS[kind];

const BASES: Readonly<Record<RetentionBasis, string>> = {
  birth: 'from birth',
  leaving: 'after the last day on roll',
  'school-year': 'after the end of the school year',
  made: 'after it was made',
};

/** "25 years from birth", "3 months after it was made". */
export function keptWords(months: number, from: RetentionBasis): string {
  const [count, unit] = months % 12 === 0 ? [months / 12, 'year'] : [months, 'month'];
  return `${String(count)} ${unit}${count === 1 ? '' : 's'} ${BASES[from]}`;
}

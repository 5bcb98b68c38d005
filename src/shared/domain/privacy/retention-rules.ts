import type { RetentionRule } from './types.ts';

const PUPIL_FILE =
  'Guidance that schools widely follow keeps a secondary pupil’s file until the 25th birthday, and the papers of an exclusion with it';

const OWN = 'Our suggestion; no rule that we know names a time';

/**
 * How long each kind of record is kept unless the school says otherwise. Cautious on purpose: nothing here is law, and a
 * record that is gone cannot be got back. The statute's own principle is only that data is kept no longer than needed
 * (UK GDPR, article 5(1)(e)).
 */
export const RETENTION_RULES: readonly RetentionRule[] = [
  { kind: 'pupil-file', months: 300, from: 'birth', source: PUPIL_FILE, certainty: 'practice' },
  { kind: 'roll-entry', months: 12, from: 'leaving', source: OWN, certainty: 'suggestion' },
  { kind: 'letters', months: 300, from: 'birth', source: PUPIL_FILE, certainty: 'practice' },
  { kind: 'stays', months: 300, from: 'birth', source: PUPIL_FILE, certainty: 'suggestion' },
  { kind: 'at-risk', months: 300, from: 'birth', source: PUPIL_FILE, certainty: 'suggestion' },
  { kind: 'waiting', months: 72, from: 'school-year', source: OWN, certainty: 'suggestion' },
  { kind: 'contacts', months: 12, from: 'leaving', source: OWN, certainty: 'suggestion' },
  {
    kind: 'received-returns',
    months: 72,
    from: 'school-year',
    source: 'Census and similar returns are commonly kept for the current year and six more',
    certainty: 'practice',
  },
  {
    kind: 'sent-returns',
    months: 72,
    from: 'school-year',
    source: 'Census and similar returns are commonly kept for the current year and six more',
    certainty: 'practice',
  },
  { kind: 'refused-files', months: 3, from: 'made', source: OWN, certainty: 'suggestion' },
  { kind: 'audit-details', months: 84, from: 'made', source: OWN, certainty: 'suggestion' },
];

import type { Condition, Paragraph } from '../../../domain/letters/types.ts';

/** Where the notice goes, its date and what it is about. */
export const noticeHead = (linesGap: string): readonly Paragraph[] => [
  { id: 'address', kind: 'address', locked: true, covers: [], text: `{${linesGap}}` },
  { id: 'date', kind: 'date', locked: true, covers: [], text: '{letterDate}' },
  { id: 'salutation', kind: 'paragraph', locked: true, covers: [], text: 'Dear colleague,' },
  {
    id: 'heading',
    kind: 'heading',
    locked: true,
    covers: [],
    when: ['in-force'],
    text: 'Notice of [a noun]: {pupil}',
  },
  {
    id: 'heading-cancelled',
    kind: 'heading',
    locked: true,
    covers: [],
    when: ['cancelled'],
    text: 'Notice that [a noun] was [taken back]: {pupil}',
  },
];

const list = (id: string, covers: readonly string[], text: string, when: Condition = []): Paragraph => ({
  id,
  kind: 'bullets',
  locked: true,
  covers,
  when,
  text,
});

/** What every notice of a decision says; points of one list, each with its condition. */
export const PARTICULARS: readonly Paragraph[] = [
  list('who', ['notice-pupil'], 'Pupil: {pupilLine}; born {dateOfBirth}; UPN {upn}', ['in-force']),
  list(
    'period',
    ['period', 'dates', 'return'],
    'Period: {length}. It begins {begins} and ends {ends}. The return to school is {returns}.',
    ['in-force', 'fixed-period'],
  ),
  list(
    'lunchtimes',
    ['period', 'dates', 'return'],
    'Period: {length}, on {lunchtimes}. The pupil is in lessons as usual and may stay for lunch again {returns}.',
    ['in-force', 'lunchtime'],
  ),
  list('permanent', ['permanence', 'dates'], 'Permanent. It takes effect {begins}.', [
    'in-force',
    'permanent',
  ]),
  list('follows-further', ['chain'], 'It follows straight after: {followed}', ['in-force', 'further']),
  list('follows-extension', ['chain'], 'It makes longer: {followed}', ['in-force', 'extension']),
  list('follows-conversion', ['chain'], 'It makes permanent: {followed}', ['in-force', 'conversion']),
  list('reasons', ['reasons'], 'Reasons: {reasons}. {account}', ['in-force']),
  list('total', ['total'], 'Total of the term, this one included: {termTotal}', [
    'in-force',
    'not-permanent',
  ]),
  list('needs', [], 'SEN provision: {senProvision}. In care: {inCare}.', ['in-force']),
  list(
    'education',
    [],
    'Full-time education is due from {educationFrom}, the {educationDay} school day out of school.',
    ['in-force', 'education-law'],
  ),
  list(
    'education-permanent',
    ['education-authority'],
    'Full-time education is due from {educationFrom}, the {educationDay} school day out of school.',
    ['in-force', 'education-by-authority'],
  ),
  list('decided', ['head-name'], 'Decided by {headName}, {headTitle}', ['in-force']),
];

/** What a notice says of a case that was taken back. */
export const TAKEN_BACK: readonly Paragraph[] = [
  {
    id: 'cancelled',
    kind: 'paragraph',
    locked: true,
    covers: ['cancelled', 'back'],
    when: ['cancelled', 'not never-out', 'not lunchtime'],
    text:
      'The [noun] of {pupilLine}, born {dateOfBirth}, that began {begins} has been [taken back]. The pupil is expected ' +
      'back at school {back}.',
  },
  {
    id: 'cancelled-lunchtimes',
    kind: 'paragraph',
    locked: true,
    covers: ['cancelled', 'back'],
    when: ['cancelled', 'not never-out', 'lunchtime'],
    text:
      'The [noun] of {pupilLine}, born {dateOfBirth}, that began {begins} has been [taken back]. The pupil may stay at ' +
      'school for lunch again {back}.',
  },
  {
    id: 'cancelled-before',
    kind: 'paragraph',
    locked: true,
    covers: ['cancelled', 'back'],
    when: ['cancelled', 'never-out', 'not lunchtime'],
    text:
      'The [noun] of {pupilLine}, born {dateOfBirth}, that was to begin {begins} has been [taken back] before it began. ' +
      'The pupil is expected at school {back}.',
  },
  {
    id: 'cancelled-before-lunchtimes',
    kind: 'paragraph',
    locked: true,
    covers: ['cancelled', 'back'],
    when: ['cancelled', 'never-out', 'lunchtime'],
    text:
      'The [noun] of {pupilLine}, born {dateOfBirth}, that was to begin {begins} has been [taken back] before it began. ' +
      'The pupil may stay at school for lunch {back}.',
  },
  {
    id: 'cancel-reason',
    kind: 'paragraph',
    locked: true,
    covers: ['cancel-reason'],
    when: ['cancelled'],
    text: 'The reason is this: {cancelReason}',
  },
];

/** Examinations, one a point. */
export const EXAMS: readonly Paragraph[] = [
  {
    id: 'exams',
    kind: 'paragraph',
    locked: true,
    covers: ['examination'],
    when: ['in-force', 'exams'],
    text: 'These examinations or tests would be missed:',
  },
  {
    id: 'exams-list',
    kind: 'bullets',
    locked: true,
    covers: ['examination'],
    when: ['in-force', 'exams'],
    text: '{exams}',
  },
];

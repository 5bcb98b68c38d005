import type { GapDefinition } from '../../domain/letters/types.ts';

const SCHOOL = 'Settings, Head and letters';
const CONTACTS = 'the pupil’s page, People to tell';
const CASE = 'the case';

const NO_TERM_DATES =
  'It could not be worked out: the term dates it falls in are not entered. Enter them under Settings, Calendar, or type the day.';

const record = (label: string, more: Omit<GapDefinition, 'label' | 'policy'> = {}): GapDefinition => ({
  label,
  policy: 'record',
  ...more,
});
const prefilled = (label: string, more: Omit<GapDefinition, 'label' | 'policy'> = {}): GapDefinition => ({
  label,
  policy: 'prefilled',
  ...more,
});
const typed = (label: string, help: string, multiline = false): GapDefinition => ({
  label,
  help,
  multiline,
  policy: 'typed',
});

/** Every gap of every letter: what it is called, who fills it, and where to put right what is missing. */
export const GAPS = {
  letterDate: prefilled('The date of the letter'),
  pupil: record('The pupil’s name', { watched: 'The pupil’s name' }),
  forename: record('The pupil’s first name'),
  pupilLine: record('The pupil and form'),
  dateOfBirth: record('The pupil’s date of birth', { watched: 'The date of birth' }),
  upn: record('The UPN'),
  senProvision: record('SEN provision'),
  inCare: record('Whether the pupil is in care'),
  parentNames: record('The parents’ names', {
    watched: 'The list of parents',
    help: 'Nobody is entered to write to.',
    fix: CONTACTS,
  }),
  salutation: prefilled('How the parents are addressed', { help: 'After “Dear”.' }),
  parentAddress: record('The parents’ address', { watched: 'The parents’ address', fix: CONTACTS }),
  begins: record('When it begins', { watched: 'The start', fix: CASE }),
  ends: record('When it ends', { watched: 'The end', fix: CASE }),
  returns: record('The return to school', {
    watched: 'The return to school',
    help: 'The return falls in a term whose dates are not entered.',
    fix: 'Settings, Calendar',
  }),
  length: record('The length', { watched: 'The length', fix: CASE }),
  lunchtimes: record('The lunchtimes', { watched: 'The list of lunchtimes' }),
  reasons: record('The reasons', { watched: 'The reason', help: 'No reason is recorded.', fix: CASE }),
  account: prefilled('What happened', {
    multiline: true,
    help: 'Say what happened in plain words. Leave out the names of other pupils.',
  }),
  followed: record('The exclusion it follows', { watched: 'The exclusion it follows' }),
  previous: record('Earlier exclusions'),
  termTotal: record('The total of the term', { watched: 'The total of the term' }),
  work: prefilled('How work is set and comes back', {
    help: 'For example: “Work for each day is on the school’s website; please hand it in at the office.” Settings, Head and letters, fills it for every letter.',
    multiline: true,
  }),
  publicPlaceDays: record('The days on which to keep out of public places', {
    watched: 'The list of days for public places',
  }),
  educationFrom: {
    label: 'The day education starts',
    policy: 'record-else-typed',
    watched: 'The first day of education',
    help: NO_TERM_DATES,
  },
  educationDay: record('Which day out of school that is'),
  promiseFrom: record('The day education is promised from', {
    watched: 'The first day of promised education',
  }),
  promiseDay: record('Which day the area promises it from'),
  educationPlaces: {
    label: 'The place, times and person to ask for',
    multiline: true,
    policy: 'record-else-typed',
    watched: 'The place of education',
    fix: 'Places (book a place)',
  },
  authorityContact: record('The authority’s contact', {
    help: 'The letter names whom to ask at the authority.',
    fix: SCHOOL,
  }),
  exams: record('The examinations missed', { watched: 'The list of examinations missed' }),
  governorsBy: {
    label: 'The governors’ last day',
    policy: 'record-else-typed',
    watched: 'The governors’ last day',
    help: NO_TERM_DATES,
  },
  governorsFrom: record('The governors’ first day', {
    watched: 'The governors’ first day',
    fix: 'the duties of the case',
  }),
  clerkContact: record('Whom to write to for the governors', {
    help: 'The letter names the clerk and how to reach the clerk.',
    fix: SCHOOL,
  }),
  clerkName: record('The clerk’s name', { fix: SCHOOL }),
  advice: record('Sources of free advice', { help: 'At least one is needed.', fix: SCHOOL }),
  schoolContact: prefilled('Whom to ask at the school', { help: 'A name and a telephone number.' }),
  lunchArrangement: prefilled('How lunchtimes are arranged', { multiline: true }),
  returnTalk: prefilled('The talk on the return', { multiline: true }),
  interview: typed('The reintegration interview', 'Day, time and place.'),
  headName: record('Who decided', { watched: 'Who decided', fix: CASE }),
  headTitle: record('The head’s title'),
  schoolName: record('The school’s name'),
  back: record('The first session back', { watched: 'The first session back', fix: CASE }),
  cancelReason: prefilled('Why it was taken back', {
    multiline: true,
    help: 'Give the reason to the parents.',
  }),
  authorityLines: record('The authority’s address', { fix: SCHOOL }),
  homeAuthorityLines: record('The home authority’s address', { fix: CONTACTS }),
  socialWorkerLines: record('The social worker’s address', { fix: CONTACTS }),
  virtualSchoolHeadLines: record('The virtual school head’s address', { fix: CONTACTS }),
  clerkLines: record('The clerk’s address', { fix: SCHOOL }),
  meetingOn: record('The day of the governors’ meeting', {
    watched: 'The day of the meeting',
    help: 'No meeting is set yet.',
    fix: CASE,
  }),
  meetingTime: typed('The time of the meeting', 'For example 9.30 am.'),
  meetingPlace: typed('Where the governors meet', 'Room and address.'),
  papersBy: typed('By when to send anything in writing', 'A day that leaves time to send papers round.'),
  decisionOn: record('The day of the governors’ decision', {
    watched: 'The day of the decision',
    help: 'No decision is recorded yet.',
    fix: CASE,
  }),
  decisionReasons: typed('The governors’ reasons', 'In enough detail for everybody to see why.', true),
  decisionBack: record('The first session back', {
    watched: 'The first session back',
    help: 'The decision has no day of return.',
    fix: CASE,
  }),
  reviewBy: prefilled('The last day to apply', {
    help: '15 school days after the day this letter reaches the parents.',
  }),
  reviewTo: prefilled('Whom to apply to', {
    multiline: true,
    help: 'The authority; for an academy its trust. Name and address.',
  }),
} as const satisfies Readonly<Record<string, GapDefinition>>;

export type GapKey = keyof typeof GAPS;

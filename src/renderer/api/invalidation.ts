import type { OperationName } from '#shared/contract/contract.ts';

/** Areas of queries, by the part of an operation's name before the dot. */
type Area =
  | 'setup'
  | 'calendar'
  | 'session'
  | 'people'
  | 'pupils'
  | 'exclusions'
  | 'duties'
  | 'letters'
  | 'register'
  | 'school'
  | 'exams'
  | 'contacts'
  | 'absences'
  | 'providers'
  | 'places'
  | 'stages'
  | 'apart'
  | 'waiting'
  | 'enquiries'
  | 'stays'
  | 'support'
  | 'use'
  | 'forecast'
  | 'planner'
  | 'today'
  | 'returns'
  | 'authority'
  | 'search'
  | 'privacy'
  | 'keys'
  | 'backups'
  | 'recovery'
  | 'outbox'
  | 'app'
  | 'editing';

const CASE_AREAS: readonly Area[] = [
  'waiting',
  'stays',
  'support',
  'use',
  'forecast',
  'pupils',
  'exclusions',
  'duties',
  'letters',
  'register',
  'absences',
  'places',
  'today',
  'returns',
  'search',
];

/** What a letter fills from the places, and what a booking may do to it. */
const PLACE_AREAS: readonly Area[] = [
  'places',
  'apart',
  'waiting',
  'stays',
  // A place may put a pupil on the at-risk register.
  'support',
  'use',
  'forecast',
  'providers',
  'today',
  'pupils',
  'duties',
  'letters',
  'register',
];

/** What attendance and the work around a stay show in. */
const STAY_AREAS: readonly Area[] = ['stays', 'places', 'today', 'register'];

const EVERYTHING: readonly Area[] = [
  'stages',
  'apart',
  'enquiries',
  'planner',
  'keys',
  'setup',
  'calendar',
  'session',
  'people',
  'providers',
  'authority',
  'app',
  'school',
  'exams',
  'contacts',
  ...CASE_AREAS,
];

/** Which queries a finished command makes stale: the one table of it. */
const STALE_AFTER: Partial<Record<OperationName, readonly Area[]>> = {
  'editing.open': ['editing'],
  'editing.close': ['editing'],
  'setup.create-school': EVERYTHING,
  'setup.create-authority': EVERYTHING,
  'setup.load-demonstration': [...EVERYTHING, 'privacy'],
  'keys.unlock': EVERYTHING,
  'backups.make': ['backups'],
  'backups.choose-second-place': ['backups'],
  'backups.forget-second-place': ['backups'],
  'backups.restore': [...EVERYTHING, 'privacy', 'keys', 'backups'],
  'recovery.recover': [...EVERYTHING, 'privacy', 'keys', 'backups', 'recovery'],
  'keys.new-recovery-key': ['keys'],
  'keys.confirm-recovery-key': ['keys'],
  'keys.change': ['keys'],
  'keys.this-account': ['keys'],
  // A shared database is opened and closed by it, and shows each person their own school.
  'session.sign-in': ['keys', 'setup'],
  'session.sign-out': ['keys'],
  'session.change-password': ['session', 'people'],
  'people.save': ['session', 'people'],
  'people.reset-password': ['people'],
  'people.save-lock-rule': ['people'],
  'people.add-first': EVERYTHING,
  'calendar.save': ['calendar', ...CASE_AREAS],
  'calendar.save-day': ['calendar', 'setup', ...CASE_AREAS],
  'pupils.set-earlier-half-days': CASE_AREAS,
  'pupils.import': ['exams', 'contacts', ...CASE_AREAS],
  'exclusions.save-draft': CASE_AREAS,
  'exclusions.issue': CASE_AREAS,
  'exclusions.discard-draft': CASE_AREAS,
  'exclusions.record-event': CASE_AREAS,
  'exclusions.void-event': CASE_AREAS,
  'exclusions.cancel': CASE_AREAS,
  'duties.fulfil': ['duties', 'today', 'pupils', 'register'],
  'duties.reopen': ['duties', 'today', 'pupils', 'register'],
  'letters.save': ['letters'],
  'letters.issue': ['letters', 'duties', 'today', 'pupils'],
  // A change of a provider may give places up.
  'providers.save': ['search', ...PLACE_AREAS],
  'providers.close': PLACE_AREAS,
  'providers.reopen': PLACE_AREAS,
  'providers.roster': PLACE_AREAS,
  'providers.change-adult': PLACE_AREAS,
  'providers.hosts': PLACE_AREAS,
  'places.book': PLACE_AREAS,
  'places.confirm': PLACE_AREAS,
  'places.cancel': PLACE_AREAS,
  'places.book-other': PLACE_AREAS,
  'places.book-itinerary': PLACE_AREAS,
  'places.change-stay': PLACE_AREAS,
  'places.move-stay': PLACE_AREAS,
  'places.name-escort': PLACE_AREAS,
  'places.add-visitor': ['places'],
  // The board and every suggestion follow from who is kept apart and from the stages.
  'stages.save': ['stages', 'places', 'planner'],
  'apart.add': PLACE_AREAS,
  'apart.end': PLACE_AREAS,
  'waiting.add': ['waiting', 'stays'],
  'waiting.leave': ['waiting', 'stays'],
  'enquiries.add': ['enquiries'],
  'planner.accept': PLACE_AREAS,
  'stays.mark': PLACE_AREAS,
  'stays.choose': PLACE_AREAS,
  'stays.visit': STAY_AREAS,
  'stays.add-task': ['stays'],
  'stays.do-task': STAY_AREAS,
  'stays.reopen-task': STAY_AREAS,
  'stays.report': ['stays'],
  'stays.course': ['stays'],
  'support.raise': ['support'],
  'support.assign-key-worker': ['support'],
  'support.add-meeting': ['support'],
  'support.sign-off': ['support'],
  'support.reassign': ['support'],
  'support.set-attendance': ['support', 'pupils'],
  'support.set-risk': ['support'],
  'support.save-staff': ['support'],
  'support.hand-over': ['support'],
  'support.import-attendance': ['support', 'pupils'],
  'support.save-criteria': ['support'],
  'support.take-area-criteria': ['support'],
  'school.save-details': ['school', 'letters'],
  'school.save-head': ['school', 'exclusions', 'letters'],
  'letters.save-letterhead': ['school', 'letters'],
  'exams.save': ['exams', ...CASE_AREAS],
  'exams.remove': ['exams', ...CASE_AREAS],
  'contacts.save': ['contacts', ...CASE_AREAS],
  'contacts.remove': ['contacts', ...CASE_AREAS],
  'absences.record': ['absences', 'pupils'],
  'absences.record-properly': CASE_AREAS,
  'returns.export': ['returns', 'pupils'],
  'returns.explain': ['returns'],
  'returns.include-lunchtimes': ['returns'],
  'outbox.try-again': ['outbox'],
  'outbox.discard': ['outbox'],
  // The last of what waited was sent: everything comes from the server again.
  'outbox.printed': ['outbox', 'providers', ...CASE_AREAS],
  'privacy.set-display': ['privacy'],
  'privacy.set-window': ['privacy'],
  'privacy.set-rule': ['privacy'],
  'privacy.hold': ['privacy'],
  'privacy.end-hold': ['privacy'],
  'privacy.erase-pupil': ['privacy', 'support', 'authority', 'apart', ...CASE_AREAS],
  'privacy.erase-common': ['privacy', 'authority', 'returns'],
  'authority.import': ['authority', 'privacy'],
  'authority.import-grids': ['authority', 'privacy'],
  'authority.set-conference-criteria': ['authority'],
  'authority.retry-quarantined': ['authority'],
  'authority.discard-quarantined': ['authority'],
  'authority.save-columns': ['authority'],
  'authority.set-due-date': ['authority'],
  'authority.chase': ['authority'],
  // In a database of both an authority and a school the school sees the authority's keys.
  'returns.set-sealing': ['returns', 'authority'],
  'authority.make-seal-key': ['authority', 'returns'],
  'authority.confirm-school-key': ['authority'],
  'authority.retire-seal-key': ['authority', 'returns'],
  'authority.import-published': ['authority'],
  'authority.remove-published': ['authority'],
  'authority.import-register': ['authority'],
  'authority.import-profiles': ['authority'],
  'authority.import-clusters': ['authority'],
  'authority.set-cluster': ['authority'],
};

/** Whatever was done left a row in the audit trail, but for who has a record open. */
export const staleAfter = (operation: OperationName): readonly string[] => [
  ...(STALE_AFTER[operation] ?? []),
  ...(operation.startsWith('editing.') ? [] : ['audit']),
];

import type { OperationName } from '#shared/contract/contract.ts';

/** Areas of queries, by the part of an operation's name before the dot. */
type Area =
  | 'setup'
  | 'calendar'
  | 'session'
  | 'pupils'
  | 'exclusions'
  | 'duties'
  | 'letters'
  | 'providers'
  | 'places'
  | 'today'
  | 'returns'
  | 'authority'
  | 'search'
  | 'app';

const CASE_AREAS: readonly Area[] = [
  'pupils',
  'exclusions',
  'duties',
  'letters',
  'places',
  'today',
  'returns',
  'search',
];

/** What a letter fills from the places, and what a booking may do to it. */
const PLACE_AREAS: readonly Area[] = ['places', 'providers', 'today', 'pupils', 'duties', 'letters'];

const EVERYTHING: readonly Area[] = [
  'setup',
  'calendar',
  'session',
  'providers',
  'authority',
  'app',
  ...CASE_AREAS,
];

/** Which queries a finished command makes stale: the one table of it. */
const STALE_AFTER: Partial<Record<OperationName, readonly Area[]>> = {
  'setup.create-school': EVERYTHING,
  'setup.create-authority': EVERYTHING,
  'setup.load-demonstration': EVERYTHING,
  'calendar.save': ['calendar', ...CASE_AREAS],
  'calendar.save-day': ['calendar', 'setup', ...CASE_AREAS],
  'pupils.set-earlier-half-days': CASE_AREAS,
  'pupils.import': CASE_AREAS,
  'exclusions.save-draft': CASE_AREAS,
  'exclusions.issue': CASE_AREAS,
  'exclusions.discard-draft': CASE_AREAS,
  'exclusions.record-event': CASE_AREAS,
  'exclusions.void-event': CASE_AREAS,
  'exclusions.cancel': CASE_AREAS,
  'duties.fulfil': ['duties', 'today', 'pupils'],
  'duties.reopen': ['duties', 'today', 'pupils'],
  'letters.save': ['letters'],
  'letters.issue': ['letters', 'duties', 'today', 'pupils'],
  'providers.save': ['providers', 'places', 'today', 'search'],
  'providers.close': ['providers', 'places', 'today'],
  'providers.reopen': ['providers', 'places', 'today'],
  'places.book': PLACE_AREAS,
  'places.confirm': PLACE_AREAS,
  'places.cancel': PLACE_AREAS,
  'returns.export': ['returns', 'pupils'],
  'authority.import': ['authority'],
};

export const staleAfter = (operation: OperationName): readonly string[] => STALE_AFTER[operation] ?? [];

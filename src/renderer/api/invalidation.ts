import type { OperationName } from '#shared/contract/contract.ts';

/** Areas of queries, by the part of an operation's name before the dot. */
type Area =
  | 'setup'
  | 'calendar'
  | 'session'
  | 'pupils'
  | 'exclusions'
  | 'providers'
  | 'places'
  | 'today'
  | 'returns'
  | 'authority'
  | 'search'
  | 'app';

const CASE_AREAS: readonly Area[] = ['pupils', 'exclusions', 'places', 'today', 'returns', 'search'];

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
  'providers.save': ['providers', 'places', 'today', 'search'],
  'providers.close': ['providers', 'places', 'today'],
  'providers.reopen': ['providers', 'places', 'today'],
  'places.book': ['places', 'providers', 'today', 'pupils'],
  'places.confirm': ['places', 'providers', 'today', 'pupils'],
  'places.cancel': ['places', 'providers', 'today', 'pupils'],
  'returns.export': ['returns', 'pupils'],
  'authority.import': ['authority'],
};

export const staleAfter = (operation: OperationName): readonly string[] => STALE_AFTER[operation] ?? [];

import type { CountedKind } from '#shared/domain/backups/types.ts';

/** The table whose rows are counted as a kind. */
export const KIND_TABLES: Readonly<Record<CountedKind, string>> = {
  pupils: 'pupils',
  exclusions: 'exclusions',
  events: 'case_events',
  duties: 'duties',
  letters: 'letters',
  placements: 'placements',
  places: 'places',
  tasks: 'stay_tasks',
  support: 'at_risk_entries',
  contacts: 'contacts',
  providers: 'providers',
  calendars: 'terms',
  returns: 'returns',
  received: 'received_returns',
  published: 'published_files',
  people: 'users',
  audit: 'audit',
};

/** The kind that a table's rows are told as; `details` for what belongs to rows of other tables. */
export function kindOfTable(table: string): CountedKind | 'details' {
  const found = Object.entries(KIND_TABLES).find(([, name]) => name === table);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of the record above
  return found ? (found[0] as CountedKind) : 'details';
}

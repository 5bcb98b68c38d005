import type { OperationOutput } from '#shared/contract/contract.ts';
import { csvList } from './csv-list.ts';

type Row = OperationOutput<'authority.places'>['rows'][number];

const HEADINGS = [
  'Places open',
  'Places taken',
  'Attended',
  'Not taken up',
  'Not marked',
  'Unused',
  'Pupils',
  'Stays',
  'Mean stay in days',
  'Standard deviation of stays in days',
  'Cost of places open (pounds)',
  'Cost of places used (pounds)',
  'Cost of places unused (pounds)',
  'Open on the next school days',
  'Taken on the next school days',
  'Excluded sessions',
  'Sessions attended',
  'Sessions with a place and not marked',
  'Sessions with a place not taken up',
  'Sessions of work at home without a visit',
  'Sessions with no place found',
  'Place on the first session: exclusions',
  'Place on the first session: of',
  'Place on the sixth day: exclusions',
  'Place on the sixth day: of',
  'Mean gap before the first place in days',
  'Gap: exclusions with a place',
  'Gap: exclusions without a place',
];

const whole = (value: number | null | undefined): string => (typeof value === 'number' ? String(value) : '');
const dec = (value: number | null | undefined): string => (typeof value === 'number' ? value.toFixed(2) : '');
const pounds = (pence: number | null): string => (pence === null ? '' : (pence / 100).toFixed(2));

/** Writes places by provider or school as CSV; an empty cell where there is no figure, never a nought. */
export const writeAuthorityPlacesCsv = (
  by: 'provider' | 'school',
  rows: readonly Omit<Row, 'id' | 'kind'>[],
): string =>
  csvList(
    [by === 'provider' ? 'Provider' : 'School', ...HEADINGS],
    rows.map(({ name, need, ...row }) => [
      name,
      ...[row.open, row.taken, row.attended, row.notTakenUp, row.unmarked, row.unused, row.pupils].map(whole),
      whole(row.stays.n),
      dec(row.stays.mean),
      dec(row.stays.sd),
      ...[row.cost.offered, row.cost.used, row.cost.unused].map(pounds),
      whole(row.ahead.open),
      whole(row.ahead.taken),
      whole(need?.sessions.sessions),
      whole(need?.sessions.attended),
      whole(need?.sessions.booked),
      whole(need?.sessions.notTakenUp),
      whole(need?.sessions.workAtHome),
      whole(need?.sessions.noPlace),
      whole(need?.firstSession.met),
      whole(need?.firstSession.n),
      whole(need?.educationDay.met),
      whole(need?.educationDay.n),
      dec(need?.gaps.mean),
      whole(need?.gaps.n),
      whole(need?.gaps.without),
    ]),
  );

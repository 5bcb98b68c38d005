import { indexCalendar } from '#shared/domain/calendar/index-calendar.ts';
import { sessionKey } from '#shared/domain/calendar/session-key.ts';
import type { Session } from '#shared/domain/calendar/types.ts';
import { indexBook, type BookedPlace } from '#shared/domain/placements/index-book.ts';
import type { AskedProvider, Asking, PlaceRequest } from '#shared/domain/placements/request.ts';
import { whyNot } from '#shared/domain/placements/why-not.ts';
import { NO_RULES } from '#shared/domain/providers/no-rules.ts';
import type { ProviderRules, ProviderSession } from '#shared/domain/providers/types.ts';

const calendar = indexCalendar({
  terms: [
    { schoolYear: 2025, name: 'autumn', from: '2025-09-01', to: '2025-12-19' },
    { schoolYear: 2025, name: 'spring', from: '2026-01-05', to: '2026-03-27' },
  ],
  closures: [],
});

/** Mon 17 to Fri 21 November 2025 by day of the exclusion, morning and afternoon. */
export const on = (day: number, slot: Session['slot'] = 'am'): Session => ({
  date: `2025-11-${String(16 + day)}`,
  slot,
});
/** Day 1 in the morning. */
export const mon = on(1);

const week: readonly ProviderSession[] = [1, 2, 3, 4, 5].flatMap((weekday) => [
  { weekday, slot: 'am' as const, capacity: 2, starts: '09:00', ends: '12:00' },
  { weekday, slot: 'pm' as const, capacity: 2, starts: '13:00', ends: '15:00' },
]);

const oak: AskedProvider = {
  id: 'oak',
  kind: 'pru',
  name: 'Oak PRU',
  sessions: week,
  closures: [],
  rules: NO_RULES,
  adults: [],
  hosts: [],
};

/** Amara, Year 9, excluded for the five days of the week. */
const amara: Asking = {
  pupilId: 'amara',
  schoolId: 'home',
  purpose: 'exclusion',
  exclusionId: 'x',
  group: 'secondary',
  yearGroup: 9,
  toCover: new Map(
    [1, 2, 3, 4, 5].flatMap((day) => [
      [sessionKey(on(day)), day] as const,
      [sessionKey(on(day, 'pm')), day] as const,
    ]),
  ),
  exclusionDays: 5,
  keptApart: [],
};

/** A booked place of another exclusion at Oak PRU, unless told otherwise. */
export const place = (pupilId: string, session: Session, change: Partial<BookedPlace> = {}): BookedPlace => ({
  ...session,
  pupilId,
  providerId: 'oak',
  exclusionId: `x-${pupilId}`,
  schoolId: 'home',
  group: 'secondary',
  name: pupilId,
  state: 'booked',
  ...change,
});

/** What is different from a free place at a provider that asks for nothing. */
export interface Change {
  readonly provider?: Partial<AskedProvider>;
  readonly rules?: Partial<ProviderRules>;
  readonly asking?: Partial<Asking>;
  readonly places?: readonly BookedPlace[];
  readonly escorted?: readonly string[];
}

/** Amara’s request at Oak PRU on Fri 14 November 2025. */
export const request = ({ provider, rules, asking, places = [], escorted = [] }: Change): PlaceRequest => ({
  asking: { ...amara, ...asking },
  provider: { ...oak, ...provider, rules: { ...NO_RULES, ...rules } },
  book: indexBook(places),
  calendar,
  today: '2025-11-14',
  escorted: new Set(escorted),
  nameOf: (id) => (id === 'elm' ? 'Elm Centre' : undefined),
});

/** The kinds of reasons against each refused session. */
export const typesOf = (change: Change, sessions: readonly Session[] = [mon]) => {
  const refused = whyNot(request(change), sessions);
  return refused.map(({ refusals }) => refusals.map(({ type }) => type).join(' '));
};

import { Temporal } from 'temporal-polyfill';
import { formatDate, formatShortDate } from '../domain/calendar/format-date.ts';
import type { Session } from '../domain/calendar/types.ts';
import type { Holder, Refusal, RefusedSession } from '../domain/placements/types.ts';
import type { ProviderKind } from '../domain/providers/types.ts';
import { sayRuleRefusal } from './rule-words.ts';

/** Labels of the kinds of provider, one and many. */
export const PROVIDER_KIND_WORDS: Readonly<
  Record<ProviderKind, { readonly one: string; readonly many: string }>
> = {
  'internal-unit': { one: 'Our own unit', many: 'Our own units' },
  'partner-school': { one: 'Partner school', many: 'Partner schools' },
  'exchange-pair': { one: 'Managed exchange', many: 'Managed exchanges' },
  'la-centre': { one: 'Authority centre', many: 'Authority centres' },
  pru: { one: 'Pupil referral unit', many: 'Pupil referral units' },
  agency: { one: 'Outside agency', many: 'Outside agencies' },
  'flexible-day': { one: 'Flexible or extended day', many: 'Flexible and extended days' },
  'split-day': { one: 'Split day', many: 'Split days' },
  'primary-rota': { one: 'Rota of primary centres', many: 'Rotas of primary centres' },
  'joint-primary-centre': { one: 'Joint primary centre', many: 'Joint primary centres' },
  tuition: { one: 'Tuition staff', many: 'Tuition staff' },
  'home-study': { one: 'Supervised study at home', many: 'Supervised study at home' },
  'learning-support-unit': { one: 'Learning support unit', many: 'Learning support units' },
};

/** "Monday" for 1, up to "Friday" for 5. */
export const WEEKDAY_NAMES = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'] as const;

/** "Tue 3 June am and pm, Wed 4 June am"; sessions of a day stand next to each other. */
export function saySessions(sessions: readonly Session[]): string {
  const slotsOf = new Map<string, string[]>();
  for (const { date, slot } of sessions) slotsOf.set(date, [...(slotsOf.get(date) ?? []), slot]);
  return [...slotsOf].map(([date, slots]) => `${formatShortDate(date)} ${sayList(slots)}`).join(', ');
}

/** How many names a sentence carries before "and 3 others". */
const NAMES_SHOWN = 12;

/** How many sessions a list in a sentence carries before "and 3 more". */
const SESSIONS_SHOWN = 12;

/** "Tue 3 June am". */
export const sayShortSession = ({ date, slot }: Session): string => `${formatShortDate(date)} ${slot}`;

/** "Wed 4 June 2025, 9.30 am": an instant (UTC ISO text) in England. */
export function sayInstant(instant: string): string {
  const at = Temporal.Instant.from(instant).toZonedDateTimeISO('Europe/London');
  const hour = at.hour % 12 === 0 ? 12 : at.hour % 12;
  const time = `${String(hour)}.${String(at.minute).padStart(2, '0')} ${at.hour < 12 ? 'am' : 'pm'}`;
  return `${formatDate(at.toPlainDate().toString())}, ${time}`;
}

/** "a", "a and b", "a, b and c". */
export function sayList(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}

/** "Amara Okafor (9B)", and for a hold "Amara Okafor (9B, held until Wed 4 June 2025, 9.30 am)". */
export function sayHolder({ name, form, state, heldUntil }: Holder): string {
  const held = state === 'held' ? `held${heldUntil ? ` until ${sayInstant(heldUntil)}` : ''}` : undefined;
  const more = [form, held].filter((word) => word !== undefined);
  return more.length > 0 ? `${name} (${more.join(', ')})` : name;
}

/** "Amara Okafor (9B) and Ben Ali (8C)". */
export function sayHolders(holders: readonly Holder[]): string {
  const shown = holders.slice(0, NAMES_SHOWN).map(sayHolder);
  const left = holders.length - shown.length;
  return sayList(left > 0 ? [...shown, left === 1 ? '1 other' : `${String(left)} others`] : shown);
}

/** Why a session cannot be had, in words that follow "Tue 3 June am: ". */
export function sayRefusal(refusal: Refusal): string {
  switch (refusal.type) {
    case 'not-to-cover':
      return 'not one of the sessions of this exclusion';
    case 'not-run':
      return 'the provider does not run then';
    case 'closed':
      return `the provider is closed (${refusal.reason})`;
    case 'placed':
      return `the pupil already has a place then at ${refusal.place.providerName}${refusal.place.state === 'held' ? ' (held)' : ''}; cancel that one first to move`;
    case 'full':
      return refusal.holders.length === 0
        ? 'no places'
        : `full; ${sayHolders(refusal.holders)} ${refusal.holders.length === 1 ? 'has' : 'have'} ${refusal.capacity === 1 ? 'the only place' : `the ${String(refusal.capacity)} places`}`;
    default:
      return sayRuleRefusal(refusal);
  }
}

/** The same without the names of others, for the board: its cells show who is there, and the curtain can hide them. */
export function sayRefusalBriefly(refusal: Refusal): string {
  if (refusal.type === 'kept-apart') return 'a pupil is there from whom this one is kept apart';
  if (refusal.type !== 'full' || refusal.holders.length === 0) return sayRefusal(refusal);
  const { capacity } = refusal;
  return `full, ${capacity === 1 ? 'the only place is taken' : `all ${String(capacity)} places are taken`}`;
}

/**
 * "Tue 3 June am and pm: full; …. Wed 4 June am: …." with sessions of the same reasons together; `say` is how a reason
 * is said.
 */
export function sayRefusedSessions(refused: readonly RefusedSession[], say = sayRefusal): string {
  const byReason = new Map<string, Session[]>();
  for (const { date, slot, refusals } of refused) {
    const reason = refusals.map(say).join('; ');
    byReason.set(reason, [...(byReason.get(reason) ?? []), { date, slot }]);
  }
  return [...byReason].map(([reason, sessions]) => `${saySessions(sessions)}: ${reason}.`).join(' ');
}

/** "Tue 3 June am: Amara Okafor (9B); Tue 3 June pm: …" for places a change would take away; in order of session. */
export function sayPlaces(places: readonly (Session & Holder)[]): string {
  const bySession = new Map<string, (Session & Holder)[]>();
  for (const place of places) {
    const session = sayShortSession(place);
    bySession.set(session, [...(bySession.get(session) ?? []), place]);
  }
  const lines = [...bySession].map(([session, holders]) => `${session}: ${sayHolders(holders)}`);
  const left = lines.length - SESSIONS_SHOWN;
  return left > 0
    ? `${lines.slice(0, SESSIONS_SHOWN).join('; ')}; and ${String(left)} more sessions`
    : lines.join('; ');
}

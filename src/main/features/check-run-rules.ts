import type { Session } from '#shared/domain/calendar/types.ts';
import { indexBook } from '#shared/domain/placements/index-book.ts';
import { isWaivable, passesAsHold } from '#shared/domain/placements/waivable.ts';
import type { Refusal, RefusalType, RefusedSession } from '#shared/domain/placements/types.ts';
import { whyNot } from '#shared/domain/placements/why-not.ts';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import { refuse, type Result } from '#shared/kernel/result.ts';
import { mayDo } from '#shared/permissions/roles.ts';
import { sayList, sayRefusal, sayRefusedSessions, sayShortSession } from '#shared/text/provider-words.ts';
import type { StoredProvider } from '../storage/repositories/providers.ts';
import { readStayPlaces } from '../storage/repositories/stays.ts';
import type { Db } from '../storage/store.ts';
import type { Context } from './context.ts';
import { readPlaceFacts, requestFor } from './place-facts.ts';
import type { Booker } from './read-booker.ts';

/** What of a run the rules ask: a provider in some sessions, and what goes with it. */
export interface RunAsked {
  readonly providerId: string;
  readonly sessions: readonly Session[];
  /** Held until the same time tomorrow instead of booked. */
  readonly hold: boolean;
  /** The member of staff whom the school sends, by day. */
  readonly escorts: readonly { readonly date: IsoDate; readonly name: string }[];
  /** Waives the rules that can be waived; only for a role that may. */
  readonly override?: { readonly reason: string } | undefined;
  /** Rules that an earlier booking of the same places waived already. */
  readonly waivedBefore?: boolean;
  /** Adds to this stay instead of making a new one. */
  readonly into?: string;
}

interface Ruled {
  readonly provider: StoredProvider;
  /** The kinds of rules that stood against it and were waived. */
  readonly waived: readonly RefusalType[];
}

/** Where there is no room, as against where a rule says no. */
const NO_ROOM: ReadonlySet<RefusalType> = new Set(['full', 'week-full', 'share-full']);

/** Checks the sessions of a run (at least one) against the rules of the provider. */
export async function checkRunRules(
  db: Db,
  { clock, session: { role } }: Pick<Context, 'clock' | 'session'>,
  { asking, name, schoolId }: Booker,
  run: RunAsked & {
    /** Held places that are to be booked: only what a hold leaves open is checked then. */
    readonly confirming?: ReadonlySet<string>;
    readonly notDone: string;
  },
): Promise<Result<Ruled>> {
  const { sessions, notDone, confirming } = run;
  const days = sessions.map(({ date }) => date).toSorted();
  const facts = await readPlaceFacts(db, clock, {
    schoolId,
    from: days[0] ?? clock.today(),
    to: days.at(-1) ?? clock.today(),
    exclusionIds: asking.exclusionId === null ? [] : [asking.exclusionId],
  });
  const provider = facts.providers.get(run.providerId);
  if (!provider) return refuse('not-found', `${notDone}: this provider is not in the list any more.`);
  if (!provider.active) {
    return refuse('conflict', `${notDone}: ${provider.name} is not in use. Choose another provider.`);
  }
  const past = run.hold ? sessions.filter(({ date }) => date < clock.today()) : [];
  if (past.length > 0) {
    return refuse(
      'conflict',
      `${notDone} at ${provider.name} for ${name}: ${sayList(past.map(sayShortSession))} ${past.length === 1 ? 'is' : 'are'} past, and nothing is left to be arranged. Book instead of holding.`,
    );
  }
  const may = mayDo(role, 'places.override');
  const book =
    confirming === undefined ? facts.book : indexBook(facts.places.filter(({ id }) => !confirming.has(id)));
  const request = requestFor(
    { ...facts, book },
    asking,
    provider,
    run.escorts.map(({ date }) => date),
  );
  const stayed =
    asking.exclusionId === null && run.into !== undefined ? await daysOf(db, run.into) : undefined;
  const against = whyNot({ ...request, ...(stayed === undefined ? {} : { stayed }) }, sessions);
  const waived = new Set<RefusalType>();
  const left = against.flatMap(({ refusals, ...session }): readonly RefusedSession[] => {
    const stays = refusals.filter((refusal) => {
      if (run.hold && passesAsHold(refusal)) return false;
      if (confirming !== undefined && !passesAsHold(refusal)) return false;
      if (run.waivedBefore === true && isWaivable(refusal) && !passesAsHold(refusal)) return false;
      if (run.override === undefined || !isWaivable(refusal)) return true;
      waived.add(refusal.type);
      return false;
    });
    return stays.length === 0 ? [] : [{ ...session, refusals: stays }];
  });
  if (waived.size > 0 && !may) {
    return refuse(
      'not-permitted',
      `${notDone} at ${provider.name} for ${name}: only the head teacher, a deputy or an administrator can waive a rule of a provider. ${sayRefusedSessions(against)}`,
    );
  }
  if (left.length === 0) return { ok: true, value: { provider, waived: [...waived].toSorted() } };
  return refuse(
    left.some(({ refusals }) => refusals.some(({ type }) => NO_ROOM.has(type))) ? 'place-full' : 'conflict',
    `${notDone} at ${provider.name} for ${name}. ${sayRefusedSessions(left)} ${remedy(left, may)}`,
    { fields: fieldsOf(left, sessions) },
  );
}

/** The days on which a stay has places in force; call it after holds that ran out have lapsed. */
async function daysOf(db: Db, placementId: string): Promise<ReadonlySet<IsoDate>> {
  const places = await readStayPlaces(db, [placementId]);
  return new Set(places.flatMap(({ state, date }) => (state === 'held' || state === 'booked' ? [date] : [])));
}

function fieldsOf(left: readonly RefusedSession[], sessions: readonly Session[]) {
  return left.map(({ date, slot, refusals }) => ({
    path: `sessions.${String(sessions.findIndex((one) => one.date === date && one.slot === slot))}`,
    message: refusals.map(sayRefusal).join('; '),
  }));
}

/** What to do about it; a missing name or adult is put right rather than waived. */
function remedy(left: readonly RefusedSession[], may: boolean): string {
  const all: readonly Refusal[] = left.flatMap(({ refusals }) => refusals);
  if (all.every(({ type }) => type === 'escort')) return 'Name who goes with the pupil on these days.';
  const other = 'Choose other sessions or another provider.';
  if (!all.every(isWaivable)) return other;
  return may
    ? `${other} Or give a reason why the rule is waived.`
    : `${other} Or ask the head teacher, a deputy or an administrator to waive the rule.`;
}

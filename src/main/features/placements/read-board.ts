import type { OperationOutput } from '#shared/contract/contract.ts';
import { formatShortDate } from '#shared/domain/calendar/format-date.ts';
import type { CalendarIndex } from '#shared/domain/calendar/index-calendar.ts';
import type { Session } from '#shared/domain/calendar/types.ts';
import { sessionKey } from '#shared/domain/calendar/session-key.ts';
import { sessionsToCover } from '#shared/domain/placements/sessions-to-cover.ts';
import type { Asking } from '#shared/domain/placements/request.ts';
import { isWaivable } from '#shared/domain/placements/waivable.ts';
import { needsEscort, whyNotEach } from '#shared/domain/placements/why-not.ts';
import { capacityOn, providerClosureOn, providerSessionOn } from '#shared/domain/providers/session-of.ts';
import { PROVIDER_KINDS } from '#shared/domain/providers/types.ts';
import { addDays, weekdayOf, type IsoDate } from '#shared/kernel/plain-date.ts';
import { refuse } from '#shared/kernel/result.ts';
import { mayDo } from '#shared/permissions/roles.ts';
import { capitalise } from '#shared/text/exclusion-words.ts';
import { sayRefusalBriefly } from '#shared/text/provider-words.ts';
import { readCoveredExclusion } from '../../storage/repositories/cover.ts';
import type { ActivePlace } from '../../storage/repositories/places.ts';
import type { StoredProvider } from '../../storage/repositories/providers.ts';
import type { Handler } from '../context.ts';
import { homeSchool } from '../home-school.ts';
import { ownProviders } from '../own-providers.ts';
import { askingOf, readPlaceFacts, requestFor, type PlaceFacts } from '../place-facts.ts';
import { toCellPupil } from '../to-cell-pupil.ts';

type Board = OperationOutput<'places.board'>;
type Cell = Board['providers'][number]['cells'][number];

/**
 * Providers by sessions with what is free, held and taken; with an exclusion, also which sessions are its own and why
 * it cannot have one. A fixed number of queries, whatever the number of providers. Weekends are left out: no
 * provider's week has them. A provider out of use is shown only where pupils have places.
 */
export const readBoard: Handler<'places.board'> = (context, { from, days, exclusionId }) =>
  context.read(async (db) => {
    const home = await homeSchool(db);
    if (!home.ok) return home;
    const schoolId = home.value.school.id;
    const to = addDays(from, days - 1);
    const exclusion =
      exclusionId === undefined ? undefined : await readCoveredExclusion(db, schoolId, exclusionId);
    if (exclusionId !== undefined && !mayDo(context.session.role, 'places.arrange'))
      return refuse('not-permitted', 'Your role may not look for places for a pupil.');
    if (exclusionId !== undefined && !exclusion) {
      return refuse('not-found', 'This exclusion is not on record. Choose another pupil.');
    }
    const facts = await readPlaceFacts(db, context.clock, {
      schoolId,
      from,
      to,
      exclusionIds: exclusion ? [exclusion.id] : [],
    });
    const { calendar, places, book } = facts;
    const asking = exclusion && askingOf(exclusion, sessionsToCover(exclusion, calendar), facts.pairs);

    const dates = Array.from({ length: days }, (_, at) => addDays(from, at)).filter(
      (date) => weekdayOf(date) <= 5,
    );
    const sessions = dates.flatMap((date): Session[] => [
      { date, slot: 'am' },
      { date, slot: 'pm' },
    ]);
    const shown = new Set(
      places.filter(({ date }) => date >= from && date <= to).map(({ providerId }) => providerId),
    );

    const rows = ownProviders(context.session, [...facts.providers.values()])
      .filter(({ id, active }) => active || shown.has(id))
      .toSorted(
        (a, b) =>
          PROVIDER_KINDS.indexOf(a.kind) - PROVIDER_KINDS.indexOf(b.kind) ||
          a.name.localeCompare(b.name, 'en-GB'),
      )
      .map((provider) => {
        const against = asking ? refusalsOn(facts, asking, provider, sessions) : undefined;
        return {
          id: provider.id,
          name: provider.name,
          kind: provider.kind,
          ...(provider.weekCapacity === null
            ? {}
            : {
                week: { pupils: book.pupilsInWeek(provider.id, from).size, capacity: provider.weekCapacity },
              }),
          cells: sessions.map((session): Cell => ({
            ...makeCell(provider, session, book.at(provider.id, session)),
            ...against?.(session),
          })),
        };
      });
    return {
      ok: true,
      value: { days: dates.map((date) => toDay(date, calendar)), providers: rows },
    };
  });

/** What the picked pupil is told of a provider's sessions, worked out once for all of them. */
function refusalsOn(
  facts: PlaceFacts,
  asking: Asking,
  provider: StoredProvider,
  sessions: readonly Session[],
): (session: Session) => Partial<Cell> {
  const request = requestFor(facts, asking, provider);
  const refused = new Map(
    whyNotEach(request, sessions).map((session) => [sessionKey(session), session.refusals]),
  );
  return (session) => {
    const wanted = asking.toCover.has(sessionKey(session));
    if (!provider.active) return { wanted, cannot: 'The provider is not in use' };
    const refusals = refused.get(sessionKey(session)) ?? [];
    return {
      wanted,
      ...(refusals.length === 0
        ? {}
        : {
            cannot: capitalise(refusals.map(sayRefusalBriefly).join('; ')),
            waivable: refusals.every(isWaivable),
          }),
      ...(needsEscort(request, session) ? { escort: true } : {}),
    };
  };
}

function makeCell(provider: StoredProvider, session: Session, there: readonly ActivePlace[]): Cell {
  const run = providerSessionOn(provider, session);
  const closure = providerClosureOn(provider, session);
  const capacity = closure ? (run?.capacity ?? 0) : capacityOn(provider, session);
  return {
    ...session,
    state: !run ? 'not-run' : closure ? 'closed' : there.length >= capacity ? 'full' : 'open',
    capacity,
    booked: there.filter(({ state }) => state === 'booked').length,
    held: there.filter(({ state }) => state === 'held').length,
    ...(run && closure ? { reason: closure.reason } : {}),
    ...(run && run.capacity > capacity ? { outOfUse: run.capacity - capacity } : {}),
    wanted: false,
    pupils: there.map(toCellPupil),
  };
}

function toDay(date: IsoDate, calendar: CalendarIndex): Board['days'][number] {
  const label = formatShortDate(date);
  const am = calendar.whyClosed(date, 'am');
  const pm = calendar.whyClosed(date, 'pm');
  if (am === undefined && pm === undefined) return { date, label };
  const whole = am !== undefined && pm !== undefined;
  const schoolClosed = whole ? am : am !== undefined ? `am: ${am}` : `pm: ${String(pm)}`;
  return { date, label, schoolClosed };
}

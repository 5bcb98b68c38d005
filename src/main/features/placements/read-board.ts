import type { OperationOutput } from '#shared/contract/contract.ts';
import { formatShortDate } from '#shared/domain/calendar/format-date.ts';
import { indexCalendar, type CalendarIndex } from '#shared/domain/calendar/index-calendar.ts';
import type { Session } from '#shared/domain/calendar/types.ts';
import { sessionKey } from '#shared/domain/calendar/session-key.ts';
import { sessionsToCover } from '#shared/domain/placements/sessions-to-cover.ts';
import { whyNot } from '#shared/domain/placements/why-not.ts';
import { providerClosureOn, providerSessionOn } from '#shared/domain/providers/session-of.ts';
import { PROVIDER_KINDS } from '#shared/domain/providers/types.ts';
import { addDays, weekdayOf, type IsoDate } from '#shared/kernel/plain-date.ts';
import { refuse } from '#shared/kernel/result.ts';
import { capitalise } from '#shared/text/exclusion-words.ts';
import { sayRefusalBriefly } from '#shared/text/provider-words.ts';
import { readCoveredExclusion } from '../../storage/repositories/cover.ts';
import { groupRows } from '../../storage/repositories/group-rows.ts';
import { readActivePlaces, type ActivePlace } from '../../storage/repositories/places.ts';
import { readProviders, type StoredProvider } from '../../storage/repositories/providers.ts';
import { readCalendar } from '../../storage/repositories/workspace.ts';
import type { Handler } from '../context.ts';
import { homeSchool } from '../home-school.ts';
import { toCellPupil } from '../to-cell-pupil.ts';
import { ownPlace } from './check-request.ts';

type Board = OperationOutput<'places.board'>;
type Cell = Board['providers'][number]['cells'][number];

/**
 * Providers by sessions with what is free, held and taken; with an exclusion, also which sessions are its own and why
 * it cannot have one. A fixed number of queries, whatever the number of providers. Weekends are left out: no
 * provider's week has them. A provider out of use is shown only where pupils have places.
 */
export const readBoard: Handler<'places.board'> = ({ read, clock }, { from, days, exclusionId }) =>
  read(async (db) => {
    const home = await homeSchool(db);
    if (!home.ok) return home;
    const schoolId = home.value.school.id;
    const to = addDays(from, days - 1);
    const exclusion =
      exclusionId === undefined ? undefined : await readCoveredExclusion(db, schoolId, exclusionId);
    if (exclusionId !== undefined && !exclusion) {
      return refuse('not-found', 'This exclusion is not on record. Choose another pupil.');
    }
    const calendar = indexCalendar(await readCalendar(db, schoolId));
    const providers = await readProviders(db, { schoolId, closuresFrom: from });
    const places = await readActivePlaces(db, clock.now(), { from, to });

    const dates = Array.from({ length: days }, (_, at) => addDays(from, at)).filter(
      (date) => weekdayOf(date) <= 5,
    );
    const sessions = dates.flatMap((date): Session[] => [
      { date, slot: 'am' },
      { date, slot: 'pm' },
    ]);
    const toCover = exclusion ? new Set(sessionsToCover(exclusion, calendar).map(sessionKey)) : undefined;
    const own = new Map(
      places
        .filter(({ pupilId }) => pupilId === exclusion?.pupilId)
        .map((place) => [sessionKey(place), place]),
    );
    const placesAt = groupRows(places, (place) => `${place.providerId} ${sessionKey(place)}`);
    const placesOf = groupRows(places, (place) => place.providerId);

    const rows = providers
      .filter(({ id, active }) => active || placesOf.has(id))
      .toSorted(
        (a, b) =>
          PROVIDER_KINDS.indexOf(a.kind) - PROVIDER_KINDS.indexOf(b.kind) ||
          a.name.localeCompare(b.name, 'en-GB'),
      )
      .map((provider) => ({
        id: provider.id,
        name: provider.name,
        kind: provider.kind,
        cells: sessions.map((session): Cell => {
          const there = placesAt.get(`${provider.id} ${sessionKey(session)}`) ?? [];
          const cell = makeCell(provider, session, there);
          if (!toCover) return cell;
          const wanted = toCover.has(sessionKey(session));
          const cannot = provider.active
            ? whyNot({
                toCover: wanted,
                run: providerSessionOn(provider, session),
                closure: providerClosureOn(provider, session),
                holders: there,
                own: ownPlace(own.get(sessionKey(session)), providers),
              })
                .map(sayRefusalBriefly)
                .join('; ')
            : 'the provider is not in use';
          return { ...cell, wanted, ...(cannot === '' ? {} : { cannot: capitalise(cannot) }) };
        }),
      }));
    return {
      ok: true,
      value: { days: dates.map((date) => toDay(date, calendar)), providers: rows },
    };
  });

function makeCell(provider: StoredProvider, session: Session, there: readonly ActivePlace[]): Cell {
  const run = providerSessionOn(provider, session);
  const closure = providerClosureOn(provider, session);
  const capacity = run?.capacity ?? 0;
  return {
    ...session,
    state: !run ? 'not-run' : closure ? 'closed' : there.length >= capacity ? 'full' : 'open',
    capacity,
    booked: there.filter(({ state }) => state === 'booked').length,
    held: there.filter(({ state }) => state === 'held').length,
    ...(run && closure ? { reason: closure.reason } : {}),
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

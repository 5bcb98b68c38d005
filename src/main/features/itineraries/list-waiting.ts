import { nextFree } from '#shared/domain/placements/next-free.ts';
import { sessionsToCover } from '#shared/domain/placements/sessions-to-cover.ts';
import { readCoveredExclusion } from '../../storage/repositories/cover.ts';
import { readCalendarIndex } from '../../storage/repositories/exclusion-calendar.ts';
import { readProviders } from '../../storage/repositories/providers.ts';
import { readWaiting, type Waiting } from '../../storage/repositories/wait-list.ts';
import type { Db } from '../../storage/store.ts';
import type { Context, Handler } from '../context.ts';
import { findRoom } from '../find-room.ts';
import { homeSchool } from '../home-school.ts';
import { readItineraryFacts } from '../itinerary-facts.ts';
import { readStandings, type StoodSession } from '../standings.ts';

/**
 * Who waits where, those who asked first before others, each with the first session the provider could take now. Whoever
 * wants no place for a session to come waits for nothing and is left out. All rules are asked only where there is room.
 */
export const listWaiting: Handler<'waiting.list'> = (context, filter) =>
  context.read(async (db) => {
    const home = await homeSchool(db);
    if (!home.ok) return home;
    const schoolId = home.value.school.id;
    const rows = await readWaiting(db, schoolId, filter);
    const wantedOf = await wantedSessions(db, context, schoolId, rows);
    const all = [...wantedOf.values()].flat();
    const providers = await readProviders(db, { schoolId });
    const room = await findRoom(
      db,
      context.clock.now(),
      providers.filter(({ active, id }) => active && rows.some(({ providerId }) => providerId === id)),
      all,
    );
    const waiting = [];
    for (const row of rows) {
      const wanted = wantedOf.get(row.exclusionId) ?? [];
      if (wanted.length === 0) continue;
      const there = new Set(room.get(row.providerId));
      const first = wanted.some((session) => there.has(session))
        ? await firstFree(db, context, row)
        : undefined;
      const freeOn = first === undefined ? {} : { freeOn: { date: first.date, slot: first.slot } };
      const { form, ...rest } = row;
      waiting.push({ ...rest, ...(form === null ? {} : { form }), ...freeOn });
    }
    return { ok: true, value: { waiting } };
  });

/** The coming sessions of the exclusions that want a place, by exclusion. */
async function wantedSessions(
  db: Db,
  { clock }: Pick<Context, 'clock'>,
  schoolId: string,
  rows: readonly Waiting[],
): Promise<ReadonlyMap<string, readonly StoodSession[]>> {
  const calendar = await readCalendarIndex(db, schoolId);
  const cases = [];
  for (const exclusionId of new Set(rows.map((row) => row.exclusionId))) {
    const exclusion = await readCoveredExclusion(db, schoolId, exclusionId);
    if (exclusion) cases.push({ exclusionId, toCover: sessionsToCover(exclusion, calendar) });
  }
  const today = clock.today();
  return new Map(
    [...(await readStandings(db, clock, cases))].map(([id, sessions]) => [
      id,
      sessions.filter(({ wantsPlace, date }) => wantsPlace && date >= today),
    ]),
  );
}

async function firstFree(db: Db, context: Pick<Context, 'clock'>, { exclusionId, providerId }: Waiting) {
  const facts = await readItineraryFacts(db, context, exclusionId, 'Nothing was looked up');
  if (!facts.ok) return undefined;
  const option = facts.value.options.find(({ id }) => id === providerId);
  const next = option && nextFree(option, facts.value.uncovered, 1);
  return next && 'sessions' in next ? next.sessions[0] : undefined;
}

import { nextFree } from '#shared/domain/placements/next-free.ts';
import type { Result } from '#shared/kernel/result.ts';
import { readWaiting } from '../../storage/repositories/wait-list.ts';
import type { Handler } from '../context.ts';
import { homeSchool } from '../home-school.ts';
import { readItineraryFacts, type ItineraryFacts } from '../itinerary-facts.ts';

/**
 * Who waits where, those who asked first before others, each with the first session the provider could take now. Whoever
 * has a place for every session to come waits for nothing and is left out.
 */
export const listWaiting: Handler<'waiting.list'> = (context, filter) =>
  context.read(async (db) => {
    const home = await homeSchool(db);
    if (!home.ok) return home;
    const rows = await readWaiting(db, home.value.school.id, filter);
    const factsOf = new Map<string, Result<ItineraryFacts>>();
    for (const exclusionId of new Set(rows.map((row) => row.exclusionId))) {
      factsOf.set(exclusionId, await readItineraryFacts(db, context, exclusionId, 'Nothing was looked up'));
    }
    const waiting = rows.flatMap(({ form, ...row }) => {
      const facts = factsOf.get(row.exclusionId);
      if (facts?.ok !== true || facts.value.uncovered.length === 0) return [];
      const option = facts.value.options.find(({ id }) => id === row.providerId);
      const next = option && nextFree(option, facts.value.uncovered, 1);
      const first = next && 'sessions' in next ? next.sessions[0] : undefined;
      return [
        {
          ...row,
          ...(form === null ? {} : { form }),
          ...(first === undefined ? {} : { freeOn: { date: first.date, slot: first.slot } }),
        },
      ];
    });
    return { ok: true, value: { waiting } };
  });

import { suggestItinerary } from '#shared/domain/placements/suggest-itinerary.ts';
import { sayWhyRun, sayWithout } from '#shared/text/suggest-words.ts';
import type { Handler } from '../context.ts';
import { readItineraryFacts } from '../itinerary-facts.ts';
import { stagesInForce } from './read-stages.ts';

/** An itinerary by the stages for the coming sessions without a place; booking it asks the same rules. */
export const suggest: Handler<'places.suggest'> = (context, { exclusionId }) =>
  context.read(async (db) => {
    const found = await readItineraryFacts(db, context, exclusionId, 'Nothing was suggested');
    if (!found.ok) return found;
    const { exclusion, facts, coming, uncovered, options } = found.value;
    const { stages } = await stagesInForce(db, facts.schoolId);
    const wanted = new Set(uncovered);
    const { runs, without } = suggestItinerary({
      kind: exclusion.kind,
      stages,
      sessions: coming.filter((session) => session.placedAt !== undefined || wanted.has(session)),
      options,
    });
    const nameOf = (id: string) => facts.providers.get(id)?.name;
    return {
      ok: true,
      value: {
        runs: runs.flatMap((run) => {
          const provider = facts.providers.get(run.providerId);
          if (provider === undefined) return [];
          return [
            {
              providerId: provider.id,
              providerName: provider.name,
              providerKind: provider.kind,
              sessions: run.sessions.map(({ date, slot }) => ({ date, slot })),
              why: sayWhyRun(run, nameOf),
              escortDates: [...new Set(run.escorted.map(({ date }) => date))],
            },
          ];
        }),
        without: without.map(({ session: { date, slot }, reasons }) => ({
          date,
          slot,
          why: sayWithout(reasons, nameOf),
        })),
      },
    };
  });

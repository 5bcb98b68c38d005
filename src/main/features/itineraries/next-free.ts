import { nextFree as findNext } from '#shared/domain/placements/next-free.ts';
import { refuse } from '#shared/kernel/result.ts';
import { sayNothingFree } from '#shared/text/suggest-words.ts';
import type { Handler } from '../context.ts';
import { readItineraryFacts } from '../itinerary-facts.ts';

/**
 * When each provider in use can next take the pupil, for so many of the coming sessions without a place in a row; or
 * why it cannot, without the names of others.
 */
export const nextFree: Handler<'places.next-free'> = (context, { exclusionId, providerId, from, sessions }) =>
  context.read(async (db) => {
    const found = await readItineraryFacts(db, context, exclusionId, 'Nothing was looked up');
    if (!found.ok) return found;
    const { options, uncovered, facts } = found.value;
    if (providerId !== undefined && !options.some(({ id }) => id === providerId)) {
      const name = facts.providers.get(providerId)?.name;
      return name === undefined
        ? refuse('not-found', 'Nothing was looked up: this provider is not in the list any more.')
        : refuse('conflict', `Nothing was looked up: ${name} is not in use. Choose another provider.`);
    }
    const asked = uncovered.filter(({ date }) => from === undefined || date >= from);
    return {
      ok: true,
      value: {
        providers: options
          .filter(({ id }) => providerId === undefined || id === providerId)
          .map((option) => {
            const provider = { providerId: option.id, providerName: option.name };
            if (asked.length === 0) return { ...provider, why: 'Every session to come has a place.' };
            const next = findNext(option, asked, sessions);
            return 'sessions' in next
              ? { ...provider, next: next.sessions.map(({ date, slot }) => ({ date, slot })) }
              : { ...provider, why: sayNothingFree(next, sessions, option) };
          }),
      },
    };
  });

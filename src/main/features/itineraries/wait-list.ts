import type { OperationOutput } from '#shared/contract/contract.ts';
import { canChange } from '#shared/domain/placements/can-change.ts';
import { nextFree } from '#shared/domain/placements/next-free.ts';
import type { SuggestOption } from '#shared/domain/placements/suggest-types.ts';
import { refuse, type Result } from '#shared/kernel/result.ts';
import { sayInstant, sayShortSession } from '#shared/text/provider-words.ts';
import { sayNothingFree } from '#shared/text/suggest-words.ts';
import { insertWaiting, leaveWaiting, readWaiting } from '../../storage/repositories/wait-list.ts';
import type { Handlers } from '../context.ts';
import { homeSchool } from '../home-school.ts';
import { readItineraryFacts, type ItineraryFacts } from '../itinerary-facts.ts';
import { listWaiting } from './list-waiting.ts';

type Added = OperationOutput<'waiting.add'>;

const NOT_ADDED = 'Nobody was put on the wait list';

/** The wait lists of providers that had no place. */
export const waitingHandlers = {
  'waiting.list': listWaiting,

  'waiting.add': (context, { exclusionId, providerId }) =>
    context.change<Added>(async (db) => {
      const { clock, newId, session } = context;
      const found = await readItineraryFacts(db, context, exclusionId, NOT_ADDED);
      if (!found.ok) return found;
      const { exclusion, facts } = found.value;
      const provider = facts.providers.get(providerId);
      if (!provider) return refuse('not-found', `${NOT_ADDED}: this provider is not in the list any more.`);
      const option = found.value.options.find(({ id }) => id === providerId);
      if (!option) {
        return refuse('conflict', `${NOT_ADDED}: ${provider.name} is not in use. Choose another provider.`);
      }
      const [before] = await readWaiting(db, facts.schoolId, { exclusionId, providerId });
      if (before) {
        return refuse(
          'conflict',
          `${exclusion.name} waits for a place at ${provider.name} already, since ${sayInstant(before.askedAt)} (${before.askedBy}).`,
        );
      }
      const free = freeOn(found.value, option);
      if (!free.ok) return free;
      const waiting = {
        id: newId(),
        exclusionId,
        providerId,
        askedAt: clock.now(),
        askedBy: session.userName,
      };
      await insertWaiting(db, waiting);
      return {
        ok: true,
        value: {
          value: { id: waiting.id, ...free.value },
          audit: {
            subjectType: 'wait-list',
            subjectId: waiting.id,
            detail: { ...waiting, providerName: provider.name },
          },
        },
      };
    }),

  'waiting.leave': (context, { id }) =>
    context.change<Record<string, never>>(async (db) => {
      const home = await homeSchool(db);
      if (!home.ok) return home;
      const [waiting] = await readWaiting(db, home.value.school.id, { id });
      if (!waiting) {
        return refuse('not-found', 'This pupil is not on the wait list any more. Look at the list again.');
      }
      await leaveWaiting(db, id, context.clock.now());
      return {
        ok: true,
        value: {
          value: {},
          audit: { subjectType: 'wait-list', subjectId: id, detail: { ended: 'left', before: waiting } },
        },
      };
    }),
} satisfies Partial<Handlers>;

/** The next session the provider could take, if any; a refusal when there is nothing to wait for, or no use in it. */
function freeOn(
  { exclusion, uncovered }: ItineraryFacts,
  option: SuggestOption,
): Result<Pick<Added, 'freeOn'>> {
  const [first] = uncovered;
  if (first === undefined) {
    return refuse(
      'conflict',
      `${NOT_ADDED}: every session to come of ${exclusion.name} has a place, or needs none.`,
    );
  }
  const next = nextFree(option, uncovered, 1);
  if ('sessions' in next) {
    const [session = first] = next.sessions;
    if (session === first) {
      return refuse(
        'conflict',
        `${NOT_ADDED}: ${option.name} can take ${exclusion.name} now. ${sayShortSession(first)} is free: book it.`,
      );
    }
    return { ok: true, value: { freeOn: { date: session.date, slot: session.slot } } };
  }
  const lasting = new Map(
    [...option.refusals].map(([key, refusals]) => [key, refusals.filter((one) => !canChange(one))]),
  );
  const ever = nextFree({ ...option, refusals: lasting }, uncovered, 1);
  if ('sessions' in ever) return { ok: true, value: {} };
  return refuse(
    'conflict',
    `${NOT_ADDED}: ${option.name} could not take ${exclusion.name} even with places free. ${sayNothingFree(ever, 1, option)} Choose another provider.`,
  );
}

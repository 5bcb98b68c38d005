import type { ParsedInput } from '#shared/contract/contract.ts';
import type { FieldError } from '#shared/kernel/result.ts';
import { refuse } from '#shared/kernel/result.ts';
import {
  deleteClosure,
  insertClosure,
  readClosure,
  type StoredClosure,
  type StoredProvider,
} from '../../storage/repositories/providers.ts';
import type { Handler } from '../context.ts';
import { giveUpPlaces } from './give-up-places.ts';
import { knownProvider } from './known-provider.ts';
import { readPutOut } from './read-put-out.ts';

type ClosureDays = Omit<ParsedInput<'providers.close'>, 'reason' | 'giveUp'>;

/**
 * Closes a provider for some days or takes places out of use. Pupils who would lose a place are named, and lose it
 * only when the user has given up exactly these.
 */
export const closeProvider: Handler<'providers.close'> = (context, input) =>
  context.change(async (db) => {
    const { providerId, reason, giveUp } = input;
    const found = await knownProvider(db, providerId, 'Nothing was saved.');
    if (!found.ok) return found;
    const provider = found.value;
    const fields = closureProblems(provider, input);
    if (fields.length > 0) {
      return refuse('invalid-input', 'Nothing was saved: some of what was entered needs correcting.', {
        fields,
      });
    }
    const closure = { id: context.newId(), ...closureOf(input), reason };
    const putOut = await readPutOut(db, context, provider, withClosure(provider, closure));
    const given = await giveUpPlaces(db, context, {
      putOut,
      giveUp,
      notDone:
        closure.places === undefined ? `${provider.name} was not closed` : 'No place was taken out of use',
      path: 'from',
      reason: `${provider.name}: ${closure.places === undefined ? 'closed' : 'places out of use'} (${reason})`,
    });
    if (!given.ok) return given;
    await insertClosure(db, providerId, closure);
    const detail = { closed: closure, gaveUp: putOut.length };
    return {
      ok: true,
      value: {
        value: { closureId: closure.id },
        audit: [{ subjectType: 'provider', subjectId: providerId, detail }, ...given.value],
      },
    };
  });

/** Removes a closure, or puts places back into use. */
export const reopenProvider: Handler<'providers.reopen'> = ({ change }, { closureId }) =>
  change(async (db) => {
    const found = await readClosure(db, closureId);
    const gone = 'This closure has been removed already. Nothing was changed.';
    if (!found) return refuse('not-found', gone);
    const { providerId, ...closure } = found;
    const provider = await knownProvider(db, providerId, 'Nothing was changed.');
    if (!provider.ok) return provider;
    await deleteClosure(db, closureId);
    return {
      ok: true,
      value: {
        value: {},
        audit: { subjectType: 'provider', subjectId: providerId, detail: { reopened: closure } },
      },
    };
  });

/** What is wrong with days to close, by field. */
export function closureProblems(provider: StoredProvider, { from, to, places }: ClosureDays): FieldError[] {
  const largest = Math.max(0, ...provider.sessions.map(({ capacity }) => capacity));
  return [
    ...(to < from ? [{ path: 'to', message: 'The last day must not be before the first.' }] : []),
    ...(places !== undefined && places > largest
      ? [{ path: 'places', message: `No session has so many places: the largest has ${String(largest)}.` }]
      : []),
  ];
}

/** The provider as it would be with one closure more. */
export const withClosure = (
  provider: StoredProvider,
  closure: Omit<StoredClosure, 'id'>,
): StoredProvider => ({
  ...provider,
  closures: [...provider.closures, { id: '', ...closure }],
});

/** The days of a closure without what is not given. */
export const closureOf = ({ from, to, slot, places }: ClosureDays) => ({
  from,
  to,
  slot,
  ...(places === undefined ? {} : { places }),
});

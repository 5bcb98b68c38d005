import { refuse } from '#shared/kernel/result.ts';
import { sayPlaces } from '#shared/text/provider-words.ts';
import { readActivePlaces } from '../../storage/repositories/places.ts';
import {
  deleteClosure,
  insertClosure,
  readClosure,
  readProvider,
} from '../../storage/repositories/providers.ts';
import type { Handler } from '../context.ts';
import { homeSchool } from '../home-school.ts';

/** Closes a provider for some days; refused while pupils have places then, who are named. */
export const closeProvider: Handler<'providers.close'> = ({ change, clock, newId }, input) =>
  change(async (db) => {
    const { providerId, from, to, slot, reason } = input;
    const home = await homeSchool(db);
    if (!home.ok) return home;
    const provider = await readProvider(db, home.value.school.id, providerId);
    if (!provider) {
      return refuse('not-found', 'This provider is not in the list any more. Nothing was saved.');
    }
    if (to < from) {
      return refuse('invalid-input', 'Nothing was saved: the last day is before the first.', {
        fields: [{ path: 'to', message: 'The last day must not be before the first.' }],
      });
    }
    const places = await readActivePlaces(db, clock.now(), { providerId, from, to });
    const inTheWay = places.filter((place) => slot === 'all' || place.slot === slot);
    if (inTheWay.length > 0) {
      return refuse(
        'conflict',
        `${provider.name} was not closed, because pupils have places then: ${sayPlaces(inTheWay)}. Move or cancel these places first.`,
        { fields: [{ path: 'from', message: 'Pupils have places then.' }] },
      );
    }
    const closure = { id: newId(), from, to, slot, reason };
    await insertClosure(db, providerId, closure);
    return {
      ok: true,
      value: {
        value: { closureId: closure.id },
        audit: { subjectType: 'provider', subjectId: providerId, detail: { closed: closure } },
      },
    };
  });

/** Removes a closure. */
export const reopenProvider: Handler<'providers.reopen'> = ({ change }, { closureId }) =>
  change(async (db) => {
    const home = await homeSchool(db);
    if (!home.ok) return home;
    const found = await readClosure(db, closureId);
    const provider = found && (await readProvider(db, home.value.school.id, found.providerId));
    if (!found || !provider) {
      return refuse('not-found', 'This closure has been removed already. Nothing was changed.');
    }
    const { providerId, ...closure } = found;
    await deleteClosure(db, closureId);
    return {
      ok: true,
      value: {
        value: {},
        audit: { subjectType: 'provider', subjectId: providerId, detail: { reopened: closure } },
      },
    };
  });

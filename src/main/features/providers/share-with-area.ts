import { refuse } from '#shared/kernel/result.ts';
import { readActivePlaces } from '../../storage/repositories/places.ts';
import { shareProvider } from '../../storage/repositories/providers.ts';
import type { Handler } from '../context.ts';
import { knownProvider } from './known-provider.ts';

/**
 * Lets every school of a shared database book at a provider of one's own school, or keeps it for the school again: not
 * while pupils of other schools have places there, which nobody but their own school would see any more.
 */
export const shareWithArea: Handler<'providers.share'> = ({ store, change, clock }, { providerId, shared }) =>
  change<Record<string, never>>(async (db) => {
    const found = await knownProvider(db, providerId, 'Nothing was changed.');
    if (!found.ok) return found;
    const provider = found.value;
    if (store.engine !== 'postgres')
      return refuse(
        'refused',
        'This PC works on a database of its own, with no other school in it. Nothing was changed.',
      );
    if (provider.shared === shared) return { ok: true, value: { value: {}, audit: [], quiet: true } };
    const coming = await readActivePlaces(db, clock.now(), { providerId, from: clock.today() });
    const others = coming.filter(({ schoolId }) => schoolId !== provider.schoolId).length;
    if (!shared && others > 0)
      return refuse(
        'refused',
        `Pupils of other schools have ${others === 1 ? 'a place' : `${String(others)} places`} at ${provider.name} from today on. Nothing was changed. Ask their schools to give them up, or wait until they are over.`,
      );
    await shareProvider(db, providerId, shared);
    return {
      ok: true,
      value: { value: {}, audit: { subjectType: 'provider', subjectId: providerId, detail: { shared } } },
    };
  });

import { refuse, type Result } from '#shared/kernel/result.ts';
import { readProvider, type StoredProvider } from '../../storage/repositories/providers.ts';
import type { Db } from '../../storage/store.ts';
import { homeSchool } from '../home-school.ts';

/**
 * A provider of the school this database belongs to; `kept` ends the refusal: "Nothing was saved." Where something is to
 * be kept, a provider of the whole area is changed only by the school that has it.
 */
export async function knownProvider(db: Db, providerId: string, kept = ''): Promise<Result<StoredProvider>> {
  const home = await homeSchool(db);
  if (!home.ok) return home;
  const provider = await readProvider(db, home.value.school.id, providerId);
  if (provider && kept !== '' && provider.schoolId !== home.value.school.id)
    return refuse(
      'refused',
      `${provider.name} belongs to another school, which alone can change it. ${kept}`,
    );
  if (provider) return { ok: true, value: provider };
  return refuse('not-found', `This provider is not in the list any more.${kept ? ` ${kept}` : ''}`);
}

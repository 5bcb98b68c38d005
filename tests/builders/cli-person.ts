import { newKeyFile } from '#main/security/keys/key-file.ts';
import { saveKeyFile } from '#main/security/keys/key-file-place.ts';
import { passwordSlot } from '#main/security/keys/slots.ts';
import { hasUsers } from '#main/storage/repositories/users.ts';
import { foldPersonName } from '#shared/domain/people/fold-person-name.ts';
import type { Services } from '#main/features/context.ts';
import { addPerson, TEST_ADMINISTRATOR } from './people.ts';
import { CHEAP } from './system-keys.ts';
import { TEST_KEY } from './test-key.ts';

const MADE_AT = '2025-11-12T12:00:00.000Z';

/**
 * The options by which the command line opens a test application's database and signs in to it: as its administrator,
 * who is added if nobody is there, by a password that costs next to nothing to look at. `runCli` gives the password.
 */
export async function signInOptions(app: { readonly services: Services }): Promise<readonly string[]> {
  const { store } = app.services;
  const { name, password } = TEST_ADMINISTRATOR;
  if (!(await store.read(hasUsers)))
    await addPerson(store, { name, roles: ['administrator', 'decider', 'authority'] });
  const place = { databaseId: 'test-database', keyId: 'test-key' };
  const person = { foldedName: foldPersonName(name), password };
  const slot = await passwordSlot(place, TEST_KEY, person, MADE_AT, CHEAP);
  saveKeyFile(
    store.location,
    newKeyFile(place.databaseId, [{ id: place.keyId, madeAt: MADE_AT, slots: [slot] }]),
  );
  return ['--database', store.location, '--user', name, '--as', 'administrator'];
}

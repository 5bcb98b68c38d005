import { expect } from 'vitest';
import type { Office } from '#main/office/office.ts';
import { readRecoveryKey } from '#main/security/keys/recovery-key.ts';
import type { Secret, SystemKeyStore } from '#main/security/keys/slots.ts';
import type { Store } from '#main/storage/store.ts';
import { seedPlaces } from './database.ts';
import { officeOf } from './office.ts';

export const PERSON = { foldedName: 'amara okafor', password: 'a long sentence of hers' };
export const BY_PASSWORD = { kind: 'password', ...PERSON } as const;

export const countPupils = (store: Store) =>
  store.read(async (db) => (await db.select().from(db.tables.pupils)).length);

/** A recovery key as the secret it is. */
export function typedKey(recoveryKey: string): Secret {
  const bytes = readRecoveryKey(recoveryKey);
  if (!bytes) throw new Error('not a recovery key');
  return { kind: 'recovery', bytes };
}

/** A new recovery sheet, printed and confirmed. */
export function printSheet(office: Office): string {
  const { recoveryKey, ask } = office.keys.newRecoveryKey();
  const groups = ask.map((group) => ({ group, typed: recoveryKey.split('-')[group - 1] ?? '' }));
  expect(office.keys.confirmRecoveryKey(groups)).toEqual({ ok: true, value: {} });
  return recoveryKey;
}

/** The program started over the database of a PC. */
export async function startOffice(file: string, system?: SystemKeyStore): Promise<Office> {
  const office = officeOf(file, { system });
  await office.start();
  return office;
}

/** A school's database with two pupils and a person; gives what its recovery sheet says. */
export async function setUpOffice(
  file: string,
  system?: SystemKeyStore,
): Promise<{ readonly office: Office; readonly printed: string }> {
  const office = await startOffice(file, system);
  await office.keys.admitPassword(PERSON.foldedName, PERSON.password);
  await seedPlaces(office.store, 2, 2);
  return { office, printed: printSheet(office) };
}

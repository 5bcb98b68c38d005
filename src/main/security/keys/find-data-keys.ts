import type { KeyEntry, KeyFile, Slot } from './key-file.ts';
import {
  openPassword,
  openRecovery,
  openSystem,
  placeOf,
  whoOf,
  type Secret,
  type SystemKeyStore,
} from './slots.ts';

/** A data key that could be read, and the entry it came from. */
export interface FoundKey {
  readonly keyId: string;
  readonly key: string;
}

/** Data keys that open without a question: in clear, or by the key store of this account. The newest first. */
export function findWithoutSecret(file: KeyFile, system: SystemKeyStore | undefined): readonly FoundKey[] {
  return file.keys.toReversed().flatMap((entry) => {
    const key = first(entry, (slot) => {
      if (slot.kind === 'open') return slot.key;
      if (slot.kind === 'system' && system) return openSystem(placeOf(file.databaseId, entry), slot, system);
      return undefined;
    });
    return key === undefined ? [] : [{ keyId: entry.id, key }];
  });
}

/** Data keys that a recovery key, or a name and password, opens. The newest first; none when the secret is another one. */
export async function findWithSecret(file: KeyFile, secret: Secret): Promise<readonly FoundKey[]> {
  const found: FoundKey[] = [];
  for (const entry of file.keys.toReversed()) {
    const key = await findInEntry(file.databaseId, entry, secret);
    if (key !== undefined) found.push({ keyId: entry.id, key });
  }
  return found;
}

async function findInEntry(databaseId: string, entry: KeyEntry, secret: Secret): Promise<string | undefined> {
  const place = placeOf(databaseId, entry);
  if (secret.kind === 'recovery') {
    return first(entry, (slot) =>
      slot.kind === 'recovery' ? openRecovery(place, slot, secret.bytes) : undefined,
    );
  }
  const who = whoOf(databaseId, secret.foldedName);
  const slot = entry.slots.find((one) => one.kind === 'password' && one.who === who);
  return slot?.kind === 'password' ? openPassword(place, slot, secret.password) : undefined;
}

function first(entry: KeyEntry, open: (slot: Slot) => string | undefined): string | undefined {
  for (const slot of entry.slots) {
    const key = open(slot);
    if (key !== undefined) return key;
  }
  return undefined;
}

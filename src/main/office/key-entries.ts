import { randomBytes } from 'node:crypto';
import type { KeyEntry, KeyFile, PasswordCost, Slot } from '../security/keys/key-file.ts';
import { RECOVERY_BYTES, writeRecoveryKey } from '../security/keys/recovery-key.ts';
import {
  newDataKey,
  passwordSlot,
  recoverySlot,
  systemSlot,
  type KeyPlace,
  type SystemKeyStore,
} from '../security/keys/slots.ts';
import type { PersonSecret } from '../features/office-desk.ts';

/** A data key that is not in use yet, with its slots. */
export interface MadeKey {
  readonly key: string;
  readonly entry: KeyEntry;
}

export interface KeyMaker {
  readonly newId: () => string;
  readonly now: () => string;
  readonly system: SystemKeyStore | undefined;
  readonly cost: PasswordCost;
}

/** What is to open a new key. */
export interface Openers {
  readonly open?: boolean;
  readonly thisAccount?: boolean;
  readonly person?: PersonSecret | undefined;
  readonly recovery?: Uint8Array;
}

/** A new data key, made before anything is encrypted with it. */
export async function makeKey(
  databaseId: string,
  { newId, now, system, cost }: KeyMaker,
  { open, thisAccount, person, recovery }: Openers,
): Promise<MadeKey> {
  const key = newDataKey();
  const madeAt = now();
  const place: KeyPlace = { databaseId, keyId: newId() };
  const slots: Slot[] = [
    ...(open ? [{ kind: 'open' as const, madeAt, key }] : []),
    ...(thisAccount && system ? [systemSlot(place, key, system, madeAt)] : []),
    ...(person ? [await passwordSlot(place, key, person, madeAt, cost)] : []),
    ...(recovery ? [recoverySlot(place, key, recovery, madeAt)] : []),
  ];
  return { key, entry: { id: place.keyId, madeAt, slots } };
}

/** The slots of one key changed; the other keys stay as they are. */
export const withSlots = (
  file: KeyFile,
  keyId: string,
  change: (slots: readonly Slot[]) => readonly Slot[],
): KeyFile => ({
  ...file,
  keys: file.keys.map((entry) =>
    entry.id === keyId ? { ...entry, slots: [...change(entry.slots)] } : entry,
  ),
});

export interface FreshRecovery {
  readonly bytes: Uint8Array;
  readonly recoveryKey: string;
}

export function freshRecovery(): FreshRecovery {
  const bytes = randomBytes(RECOVERY_BYTES);
  return { bytes, recoveryKey: writeRecoveryKey(bytes) };
}

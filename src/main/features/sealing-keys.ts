import { keyFingerprint } from '../exchange/seal-keys.ts';
import { keysInUse, type SealKeyRow } from '../storage/repositories/seal-keys.ts';
import type { Db } from '../storage/store.ts';

/** The key that a school's returns are sealed for: the newest in use of its authority. */
export async function authorityKeyOf(db: Db, laEstab: string): Promise<SealKeyRow | undefined> {
  return (await keysInUse(db, 'authority', laEstab.slice(0, 3))).at(-1);
}

/** The signing key of the school whose database this is, with its secret half. */
export async function ownSigningKey(
  db: Db,
  laEstab: string,
): Promise<{ readonly publicKey: string; readonly secretKey: string } | undefined> {
  for (const { publicKey, secretKey } of await keysInUse(db, 'school', laEstab)) {
    if (secretKey !== null) return { publicKey, secretKey };
  }
  return undefined;
}

export const shownKey = (publicKey: string) => ({ publicKey, fingerprint: keyFingerprint(publicKey) });

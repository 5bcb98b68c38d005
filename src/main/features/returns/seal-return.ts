import { refuse, type Result } from '#shared/kernel/result.ts';
import { sealReturn, type SealedMeta } from '../../exchange/sealed-file.ts';
import type { SigningKey } from '../../exchange/signing-keys.ts';
import type { Db } from '../../storage/store.ts';
import { authorityKeyOf, ownSigningKey } from '../sealing-keys.ts';

export interface SealingKeys {
  /** The authority's public key. */
  readonly recipient: string;
  readonly signing: SigningKey;
}

/** The keys a school seals with; none where it does not want to. Refused where it wants to and has none. */
export async function readSealingKeys(
  db: Db,
  laEstab: string,
  wanted: boolean,
): Promise<Result<SealingKeys | undefined>> {
  if (!wanted) return { ok: true, value: undefined };
  const authority = await authorityKeyOf(db, laEstab);
  const signing = await ownSigningKey(db, laEstab);
  if (!authority || !signing) {
    return refuse(
      'refused',
      'Nothing was written: the authority’s key is not entered, so the return cannot be sealed. Enter it under Sealing.',
    );
  }
  return { ok: true, value: { recipient: authority.publicKey, signing } };
}

export const sealWith = (keys: SealingKeys, bytes: Uint8Array, meta: SealedMeta): Promise<Uint8Array> =>
  sealReturn(bytes, meta, keys);

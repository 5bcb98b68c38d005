import { refuse, type Result } from '#shared/kernel/result.ts';
import { keyFingerprint } from '../../exchange/seal-keys.ts';
import {
  findSealKey,
  insertSealKey,
  keysInUse,
  updateSealKey,
} from '../../storage/repositories/seal-keys.ts';
import type { Db } from '../../storage/store.ts';
import type { AuditNote, Context } from '../context.ts';

/** `unknown`: nobody has compared it; `changed`: another key of that school was compared before. */
export type SignerStanding = 'confirmed' | 'unknown' | 'changed';

interface Signer {
  readonly laEstab: string;
  readonly signedBy: string;
}

/** What is known here of the key that a file was signed with. A key of another school or out of use is refused. */
export async function judgeSigner(db: Db, { laEstab, signedBy }: Signer): Promise<Result<SignerStanding>> {
  const key = await findSealKey(db, { publicKey: signedBy });
  if (key !== undefined && (key.holder !== 'school' || key.code !== laEstab)) {
    return refusedFor(
      signedBy,
      'It says it is of one school and is signed with the key of another.',
      `Do not use it. Ask school ${laEstab}, by telephone, whether it sent the file.`,
    );
  }
  if (key !== undefined && key.retiredAt !== null) {
    return refusedFor(
      signedBy,
      'It is signed with a key of the school that was taken out of use.',
      'Ask the school to write the file again with the key it uses now.',
    );
  }
  if (key !== undefined && (key.confirmedBy !== null || key.secretKey !== null))
    return { ok: true, value: 'confirmed' };
  const others = (await keysInUse(db, 'school', laEstab)).filter(({ publicKey }) => publicKey !== signedBy);
  return { ok: true, value: others.some(({ confirmedBy }) => confirmedBy !== null) ? 'changed' : 'unknown' };
}

/**
 * Notes that somebody compared the key with the school: it is that school's from now on, and others of the school are
 * out of use.
 */
export async function confirmSigner(
  db: Db,
  { newId, clock, session }: Pick<Context, 'newId' | 'clock' | 'session'>,
  { laEstab, signedBy }: Signer,
): Promise<AuditNote> {
  const known = await findSealKey(db, { publicKey: signedBy });
  if (known) await updateSealKey(db, known.id, { confirmedBy: session.userName });
  else {
    await insertSealKey(db, {
      id: newId(),
      holder: 'school',
      code: laEstab,
      publicKey: signedBy,
      secretKey: null,
      addedBy: session.userName,
      addedAt: clock.now(),
      confirmedBy: session.userName,
      retiredAt: null,
    });
  }
  for (const other of await keysInUse(db, 'school', laEstab)) {
    if (other.publicKey !== signedBy) await updateSealKey(db, other.id, { retiredAt: clock.now() });
  }
  return {
    subjectType: 'school-key',
    subjectId: laEstab,
    detail: { fingerprint: keyFingerprint(signedBy), became: 'confirmed' },
  };
}

const refusedFor = (signedBy: string, message: string, remedy: string): Result<never> =>
  refuse('refused', `${message} Nothing was changed.`, {
    problems: [{ severity: 'error', element: 'signature', value: keyFingerprint(signedBy), message, remedy }],
  });

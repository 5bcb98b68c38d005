import { refuse } from '#shared/kernel/result.ts';
import { isSealKey, keyFingerprint } from '../../exchange/seal-keys.ts';
import { makeSigningKey } from '../../exchange/signing-keys.ts';
import {
  insertSealKey,
  findSealKey,
  keysInUse,
  updateSealKey,
} from '../../storage/repositories/seal-keys.ts';
import type { Handler } from '../context.ts';
import { homeSchool } from '../home-school.ts';
import { authorityKeyOf, ownSigningKey, shownKey } from '../sealing-keys.ts';

/** The authority's key that returns are sealed for and our signing key, as far as there are such. */
export const showSealing: Handler<'returns.sealing'> = ({ read }) =>
  read(async (db) => {
    const home = await homeSchool(db);
    if (!home.ok) return home;
    const { laEstab } = home.value.school;
    const authority = await authorityKeyOf(db, laEstab);
    const signing = await ownSigningKey(db, laEstab);
    return {
      ok: true,
      value: {
        ...(authority ? { authority: shownKey(authority.publicKey) } : {}),
        ...(signing ? { signing: shownKey(signing.publicKey) } : {}),
      },
    };
  });

/**
 * Takes the authority's public key in place of the one before, or none. Our own signing key is made with the first. A
 * key whose secret half is here (authority and school in one database) stays that authority's.
 */
export const setSealing: Handler<'returns.set-sealing'> = (context, { authorityKey }) => {
  const { change, newId, clock, session } = context;
  return change(async (db) => {
    const home = await homeSchool(db);
    if (!home.ok) return home;
    const { laEstab } = home.value.school;
    if (authorityKey !== null && !isSealKey(authorityKey)) {
      return refuse('invalid-input', 'That is not a public key for sealing. Nothing was changed.', {
        fields: [
          {
            path: 'authorityKey',
            message: 'Paste the whole key as the authority sent it: age1 and 58 letters and figures.',
          },
        ],
      });
    }
    const la = laEstab.slice(0, 3);
    const row = { addedBy: session.userName, addedAt: clock.now(), confirmedBy: null, retiredAt: null };
    const before = await authorityKeyOf(db, laEstab);
    for (const other of await keysInUse(db, 'authority', la)) {
      if (other.publicKey === authorityKey || other.secretKey !== null) continue;
      await updateSealKey(db, other.id, { retiredAt: clock.now() });
    }
    if (authorityKey !== null) {
      const known = await findSealKey(db, { publicKey: authorityKey });
      if (known) await updateSealKey(db, known.id, { retiredAt: null });
      else {
        const key = { publicKey: authorityKey, secretKey: null };
        await insertSealKey(db, { id: newId(), holder: 'authority', code: la, ...key, ...row });
      }
      if (!(await ownSigningKey(db, laEstab))) {
        await insertSealKey(db, {
          id: newId(),
          holder: 'school',
          code: laEstab,
          ...makeSigningKey(),
          ...row,
        });
      }
    }
    const fingerprint = (key: string | undefined) => (key === undefined ? null : keyFingerprint(key));
    const detail = {
      before: fingerprint(before?.publicKey),
      after: fingerprint(authorityKey ?? undefined),
    };
    return {
      ok: true,
      value: { value: {}, audit: { subjectType: 'sealing', subjectId: laEstab, detail } },
    };
  });
};

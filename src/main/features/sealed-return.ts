import { refuse, type Result } from '#shared/kernel/result.ts';
import { keyFingerprint } from '../exchange/seal-keys.ts';
import { openSealed, type OpenedSeal } from '../exchange/sealed-file.ts';
import { findSealKey, firstSealKey, insertSealKey, listSealKeys } from '../storage/repositories/seal-keys.ts';
import type { Db } from '../storage/store.ts';
import type { Context } from './context.ts';

export interface OpenedReturn extends OpenedSeal {
  /** Somebody has compared the school's signing key with the school; until then it is the first one that came. */
  readonly confirmed: boolean;
}

type Judged = 'unknown' | 'new' | 'confirmed' | 'changed' | 'retired' | 'of-another';

/**
 * Opens a sealed return with the authority's keys (retired ones too: files sealed before travel late) and holds its
 * signature against the school's. The first key of a school is taken and kept as unconfirmed; another one later is kept
 * too, and its returns are refused until somebody has confirmed it. That the return inside is of `laEstab` is for the
 * caller to check.
 */
export async function openSealedReturn(context: Context, bytes: Uint8Array): Promise<Result<OpenedReturn>> {
  const secrets = await context.read(async (db) =>
    (await listSealKeys(db, 'authority')).flatMap(({ secretKey }) => secretKey ?? []),
  );
  if (secrets.length === 0) {
    return refuse(
      'not-set-up',
      'This is a sealed return, and we have no key to open it with. Make one on Keys.',
    );
  }
  const opened = await openSealed(bytes, secrets);
  if (!opened.ok) return opened;
  let judged = await context.read((db) => judgeKey(db, opened.value));
  if (judged === 'unknown') {
    const kept = await keepKey(context, opened.value);
    if (!kept.ok) return kept;
    judged = await context.read((db) => judgeKey(db, opened.value));
  }
  const reason = REFUSALS[judged];
  if (reason === undefined)
    return { ok: true, value: { ...opened.value, confirmed: judged === 'confirmed' } };
  const { laEstab, signedBy } = opened.value;
  const [message, remedy] = reason;
  return refuse('refused', `${message} Nothing of it was kept.`, {
    problems: [
      {
        severity: 'error',
        element: 'signature',
        value: keyFingerprint(signedBy),
        message,
        remedy: remedy(laEstab),
      },
    ],
  });
}

/** What is known of the key a return was signed with. */
async function judgeKey(db: Db, { signedBy, laEstab }: OpenedSeal): Promise<Judged> {
  const key = await findSealKey(db, { publicKey: signedBy });
  if (key === undefined) return 'unknown';
  if (key.holder !== 'school' || key.code !== laEstab) return 'of-another';
  if (key.retiredAt !== null) return 'retired';
  if (key.confirmedBy !== null || key.secretKey !== null) return 'confirmed';
  // One taken out of use counts too: whoever comes after it is another, and has to be confirmed.
  const first = await firstSealKey(db, 'school', laEstab);
  return first?.id === key.id ? 'new' : 'changed';
}

function keepKey(context: Context, { laEstab, signedBy }: OpenedSeal): Promise<Result<object>> {
  return context.change<object>(async (db) => {
    // Another import may have met the key in the meantime.
    if (await findSealKey(db, { publicKey: signedBy })) return { ok: true, value: { value: {}, audit: [] } };
    await insertSealKey(db, {
      id: context.newId(),
      holder: 'school',
      code: laEstab,
      publicKey: signedBy,
      secretKey: null,
      addedBy: context.session.userName,
      addedAt: context.clock.now(),
      confirmedBy: null,
      retiredAt: null,
    });
    const detail = { fingerprint: keyFingerprint(signedBy), confirmed: false };
    return {
      ok: true,
      value: { value: {}, audit: { subjectType: 'school-key', subjectId: laEstab, detail } },
    };
  });
}

/** Why a return is not taken for the key that signed it, and what to do. */
const REFUSALS: Readonly<Partial<Record<Judged, readonly [string, (laEstab: string) => string]>>> = {
  changed: [
    'It is signed with another key than this school’s returns before.',
    (laEstab) =>
      `Ask school ${laEstab}, by telephone, for the fingerprint of its signing key. If it is the one shown here, confirm the key on Keys and import the file again.`,
  ],
  retired: [
    'It is signed with a key of the school that was taken out of use.',
    () => 'Ask the school to seal the return again with the key it uses now.',
  ],
  'of-another': [
    'It says it is of one school and is signed with the key of another.',
    (laEstab) => `Do not use it. Ask school ${laEstab}, by telephone, whether it sent the file.`,
  ],
};

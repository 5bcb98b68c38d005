import { refuse, type Result } from '#shared/kernel/result.ts';
import { makeSealKey } from '../../exchange/seal-keys.ts';
import { knownSchools } from '../../storage/repositories/received-returns.ts';
import {
  findSealKey,
  insertSealKey,
  keysInUse,
  listSealKeys,
  updateSealKey,
  type SealKeyRow,
} from '../../storage/repositories/seal-keys.ts';
import { readWorkspace, type Workspace } from '../../storage/repositories/workspace.ts';
import type { Db } from '../../storage/store.ts';
import type { Handler } from '../context.ts';
import { shownKey } from '../sealing-keys.ts';

type Authority = NonNullable<Workspace['authority']>;

/** The authority's own keys and the signing keys of schools. */
export const listKeys: Handler<'authority.seal-keys'> = ({ read, nationalSchools }) =>
  read(async (db) => {
    const authority = await ourAuthority(db);
    if (!authority.ok) return authority;
    const ours = (await listSealKeys(db, 'authority')).filter(
      ({ code, secretKey }) => code === authority.value.code && secretKey !== null,
    );
    const schools = await listSealKeys(db, 'school');
    const known = new Map(
      (
        await knownSchools(
          db,
          schools.map(({ code }) => code),
        )
      ).map(({ laEstab, name }) => [laEstab, name]),
    );
    return {
      ok: true,
      value: {
        ours: ours.map(({ id, publicKey, addedBy, addedAt, retiredAt }) => ({
          id,
          ...shownKey(publicKey),
          addedBy,
          addedAt,
          retired: retiredAt !== null,
        })),
        schools: schools.map((key) => {
          const name = known.get(key.code) ?? nationalSchools().byLaEstab(key.code)?.name;
          return {
            id: key.id,
            laEstab: key.code,
            ...(name === undefined ? {} : { schoolName: name }),
            fingerprint: shownKey(key.publicKey).fingerprint,
            state: stateOf(key, schools),
            firstSeenAt: key.addedAt,
            ...(key.confirmedBy === null ? {} : { confirmedBy: key.confirmedBy }),
          };
        }),
      },
    };
  });

/** `all` are the oldest first. A school's own key in this very database needs no confirming. */
function stateOf(key: SealKeyRow, all: readonly SealKeyRow[]) {
  if (key.retiredAt !== null) return 'retired' as const;
  if (key.confirmedBy !== null || key.secretKey !== null) return 'confirmed' as const;
  const first = all.find(({ code }) => code === key.code);
  return first?.id === key.id ? ('new' as const) : ('changed' as const);
}

/** A further key is made beside those that are there, and is what schools are given from now on. */
export const makeKey: Handler<'authority.make-seal-key'> = async (context) => {
  const { change, newId, clock, session } = context;
  const made = await makeSealKey();
  return change(async (db) => {
    const authority = await ourAuthority(db);
    if (!authority.ok) return authority;
    const { code } = authority.value;
    const key = { id: newId(), ...shownKey(made.publicKey) };
    await insertSealKey(db, {
      id: key.id,
      holder: 'authority',
      code,
      ...made,
      addedBy: session.userName,
      addedAt: clock.now(),
      confirmedBy: null,
      retiredAt: null,
    });
    const detail = { fingerprint: key.fingerprint };
    return {
      ok: true,
      value: { value: key, audit: { subjectType: 'authority-key', subjectId: key.id, detail } },
    };
  });
};

/** The school's other keys are taken out of use with it: a school signs with one. */
export const confirmKey: Handler<'authority.confirm-school-key'> = ({ change, clock, session }, { keyId }) =>
  change(async (db) => {
    const key = await findSealKey(db, { id: keyId });
    if (key?.holder !== 'school') return refuse('not-found', 'That key is not known any more.');
    if (key.retiredAt !== null) {
      return refuse('refused', 'That key was taken out of use. Nothing was changed.');
    }
    await updateSealKey(db, key.id, { confirmedBy: session.userName });
    for (const other of await keysInUse(db, 'school', key.code)) {
      if (other.id !== key.id) await updateSealKey(db, other.id, { retiredAt: clock.now() });
    }
    return { ok: true, value: { value: {}, audit: auditOf(key, 'confirmed') } };
  });

export const retireKey: Handler<'authority.retire-seal-key'> = ({ change, clock }, { keyId }) =>
  change(async (db) => {
    const key = await findSealKey(db, { id: keyId });
    if (!key) return refuse('not-found', 'That key is not known any more.');
    if (key.retiredAt !== null) return { ok: true, value: { value: {}, audit: [] } };
    await updateSealKey(db, key.id, { retiredAt: clock.now() });
    return { ok: true, value: { value: {}, audit: auditOf(key, 'retired') } };
  });

const auditOf = ({ id, holder, code, publicKey }: SealKeyRow, became: string) => ({
  subjectType: `${holder}-key`,
  subjectId: id,
  detail: { code, fingerprint: shownKey(publicKey).fingerprint, became },
});

async function ourAuthority(db: Db): Promise<Result<Authority>> {
  const workspace = await readWorkspace(db);
  if (workspace?.authority) return { ok: true, value: workspace.authority };
  return refuse('not-set-up', 'This database is no authority’s. Set up your authority first.');
}

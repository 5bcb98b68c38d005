import { createHash, hkdfSync, randomBytes } from 'node:crypto';
import { hashRaw } from '@node-rs/argon2';
import { purposeOf, type KeyEntry, type PasswordCost, type SlotOf } from './key-file.ts';
import { unwrapKey, wrapKey } from './wrap-key.ts';

/** Which key of which database a slot is for. */
export interface KeyPlace {
  readonly databaseId: string;
  readonly keyId: string;
}

/** The system's key store: for one account of one PC, and only where it really encrypts. */
export interface SystemKeyStore {
  /** What people know it as, e.g. “this Windows account”. */
  readonly name: string;
  /** Which account of which PC, as a hash. */
  readonly account: string;
  seal(text: string): Uint8Array;
  /** Undefined for what another account sealed. */
  unseal(sealed: Uint8Array): string | undefined;
}

/** What somebody opens a database with. */
export type Secret =
  | { readonly kind: 'recovery'; readonly bytes: Uint8Array }
  | { readonly kind: 'password'; readonly foldedName: string; readonly password: string };

/** Of Argon2id, as people's passwords are kept: 64 MiB, three passes, one lane. About a tenth of a second. */
export const PASSWORD_COST: PasswordCost = { memory: 65_536, passes: 3, lanes: 1 };
const SALT = 16;
const KEY = 32;

const hex = (key: Uint8Array | undefined): string | undefined =>
  key?.length === KEY ? Buffer.from(key).toString('hex') : undefined;

const bytesOf = (key: string): Buffer => Buffer.from(key, 'hex');

/** A new data key: 32 random bytes as 64 hexadecimal digits. */
export const newDataKey = (): string => randomBytes(KEY).toString('hex');

export function recoverySlot(
  place: KeyPlace,
  key: string,
  bytes: Uint8Array,
  madeAt: string,
): SlotOf<'recovery'> {
  const salt = randomBytes(SALT);
  const wrapped = wrapKey(recoveryWrap(bytes, salt), bytesOf(key), about(place, 'recovery'));
  return { kind: 'recovery', madeAt, salt: salt.toString('base64'), wrapped };
}

export const openRecovery = (
  place: KeyPlace,
  slot: SlotOf<'recovery'>,
  bytes: Uint8Array,
): string | undefined =>
  hex(
    unwrapKey(recoveryWrap(bytes, Buffer.from(slot.salt, 'base64')), slot.wrapped, about(place, 'recovery')),
  );

/** Takes some tenths of a second, off the main thread. */
export async function passwordSlot(
  place: KeyPlace,
  key: string,
  { foldedName, password }: { readonly foldedName: string; readonly password: string },
  madeAt: string,
  cost: PasswordCost = PASSWORD_COST,
): Promise<SlotOf<'password'>> {
  const salt = randomBytes(SALT);
  const wrapped = wrapKey(await passwordWrap(password, salt, cost), bytesOf(key), about(place, 'password'));
  const who = whoOf(place.databaseId, foldedName);
  return { kind: 'password', madeAt, who, salt: salt.toString('base64'), cost, wrapped };
}

export async function openPassword(
  place: KeyPlace,
  slot: SlotOf<'password'>,
  password: string,
): Promise<string | undefined> {
  const wrap = await passwordWrap(password, Buffer.from(slot.salt, 'base64'), slot.cost);
  return hex(unwrapKey(wrap, slot.wrapped, about(place, 'password')));
}

/** How a person's slot is found without their name: a hash, different in each database. */
export const whoOf = (databaseId: string, foldedName: string): string =>
  createHash('sha256').update(`first-day person\0${databaseId}\0${foldedName}`).digest('base64url');

export const systemSlot = (
  place: KeyPlace,
  key: string,
  store: SystemKeyStore,
  madeAt: string,
): SlotOf<'system'> => ({
  kind: 'system',
  madeAt,
  account: store.account,
  sealed: Buffer.from(store.seal(`${about(place, 'system')} ${key}`)).toString('base64'),
});

export function openSystem(
  place: KeyPlace,
  slot: SlotOf<'system'>,
  store: SystemKeyStore,
): string | undefined {
  if (slot.account !== store.account) return undefined;
  const text = store.unseal(Buffer.from(slot.sealed, 'base64'));
  const before = `${about(place, 'system')} `;
  const key = text?.startsWith(before) === true ? text.slice(before.length) : '';
  return /^[0-9a-f]{64}$/.test(key) ? key : undefined;
}

export const placeOf = (databaseId: string, { id }: KeyEntry): KeyPlace => ({ databaseId, keyId: id });

const about = ({ databaseId, keyId }: KeyPlace, kind: Parameters<typeof purposeOf>[2]): string =>
  purposeOf(databaseId, keyId, kind);

/** The recovery key is random throughout: nothing to make slow, only something to make a key of. */
const recoveryWrap = (bytes: Uint8Array, salt: Uint8Array): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', bytes, salt, 'first-day recovery', KEY));

const passwordWrap = (
  password: string,
  salt: Uint8Array,
  { memory, passes, lanes }: PasswordCost,
): Promise<Buffer> =>
  // Argon2id, which the package takes when it is not told another kind.
  hashRaw(password.normalize('NFKC'), {
    memoryCost: memory,
    timeCost: passes,
    parallelism: lanes,
    outputLen: KEY,
    salt,
  });

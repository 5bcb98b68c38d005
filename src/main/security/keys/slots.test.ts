import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { CHEAP, systemKeys } from '../../../../tests/builders/system-keys.ts';
import { findWithoutSecret, findWithSecret } from './find-data-keys.ts';
import { newKeyFile, parseKeyFile, writeKeyFile, type KeyFile, type Slot } from './key-file.ts';
import { newDataKey, passwordSlot, PASSWORD_COST, recoverySlot, systemSlot, whoOf } from './slots.ts';

const NOW = '2025-11-12T12:00:00.000Z';
const place = { databaseId: 'database-1', keyId: 'key-1' };
const key = newDataKey();

const fileWith = (...slots: readonly Slot[]): KeyFile =>
  newKeyFile(place.databaseId, [{ id: place.keyId, madeAt: NOW, slots: [...slots] }]);

const amara = { foldedName: 'amara okafor', password: 'correct horse' };
const secretOf = (more: Partial<typeof amara> = {}) => ({ kind: 'password' as const, ...amara, ...more });

describe('the slots of a key file', () => {
  it('open by the recovery key, and by no other', async () => {
    const bytes = randomBytes(20);
    const file = fileWith(recoverySlot(place, key, bytes, NOW));
    expect(await findWithSecret(file, { kind: 'recovery', bytes })).toEqual([{ keyId: 'key-1', key }]);
    expect(await findWithSecret(file, { kind: 'recovery', bytes: randomBytes(20) })).toEqual([]);
    expect(findWithoutSecret(file, undefined)).toEqual([]);
  });

  it('open by a person’s name and password, however an accent was typed, and name nobody', async () => {
    const slot = await passwordSlot(place, key, { ...amara, password: 'caf\u00E9 au lait' }, NOW, CHEAP);
    const file = fileWith(slot);
    expect(await findWithSecret(file, secretOf({ password: 'cafe\u0301 au lait' }))).toHaveLength(1);
    expect(await findWithSecret(file, secretOf({ password: 'cafe au lait' }))).toEqual([]);
    expect(await findWithSecret(file, secretOf({ foldedName: 'somebody else' }))).toEqual([]);
    expect(writeKeyFile(file).toLowerCase()).not.toMatch(/amara|okafor/);
    expect(whoOf('database-1', 'amara okafor')).not.toBe(whoOf('database-2', 'amara okafor'));
  });

  it('cost an attacker 64 MiB and three passes for each password', async () => {
    const slot = await passwordSlot(place, key, amara, NOW);
    expect(slot.cost).toEqual({ memory: 65_536, passes: 3, lanes: 1 });
    expect(PASSWORD_COST).toEqual(slot.cost);
    expect(await findWithSecret(fileWith(slot), secretOf())).toHaveLength(1);
  });

  it('open silently for the account they were made for, not for another account or PC', () => {
    const own = systemKeys('office@pc-1');
    const file = fileWith(systemSlot(place, key, own, NOW));
    expect(findWithoutSecret(file, own)).toEqual([{ keyId: 'key-1', key }]);
    expect(findWithoutSecret(file, systemKeys('head@pc-1'))).toEqual([]);
    // The same account name on a new PC has another secret.
    expect(findWithoutSecret(file, systemKeys('office@pc-1'))).toEqual([]);
    expect(findWithoutSecret(file, undefined)).toEqual([]);
  });

  it('open for nobody when a slot was moved to another database, another key or another kind', async () => {
    const bytes = randomBytes(20);
    const slot = recoverySlot(place, key, bytes, NOW);
    const own = systemKeys('office@pc-1');
    const system = systemSlot(place, key, own, NOW);
    const secret = { kind: 'recovery' as const, bytes };
    for (const moved of [
      newKeyFile('database-2', [{ id: 'key-1', madeAt: NOW, slots: [slot, system] }]),
      newKeyFile('database-1', [{ id: 'key-2', madeAt: NOW, slots: [slot, system] }]),
    ]) {
      expect(await findWithSecret(moved, secret)).toEqual([]);
      expect(findWithoutSecret(moved, own)).toEqual([]);
    }
  });

  it('give both keys while the key is being changed, the new one first', async () => {
    const bytes = randomBytes(20);
    const next = newDataKey();
    const entry = (keyId: string, dataKey: string) => ({
      id: keyId,
      madeAt: NOW,
      slots: [recoverySlot({ ...place, keyId }, dataKey, bytes, NOW)],
    });
    const file = newKeyFile(place.databaseId, [entry('key-1', key), entry('key-2', next)]);
    const found = await findWithSecret(file, { kind: 'recovery', bytes });
    expect(found.map((one) => one.key)).toEqual([next, key]);
  });
});

describe('a key file', () => {
  const file = fileWith(recoverySlot(place, key, randomBytes(20), NOW));

  it('is read back as it was written, and never holds the key of a closed database', () => {
    expect(parseKeyFile(writeKeyFile(file))).toEqual(file);
    expect(writeKeyFile(file)).not.toContain(key);
  });

  it('is not read when it was cut off, changed in form, or is something else', () => {
    const text = writeKeyFile(file);
    for (const wrong of [
      '',
      '{}',
      'null',
      text.slice(0, text.length / 2),
      text.replace('"recovery"', '"magic"'),
    ])
      expect(parseKeyFile(wrong)).toBeUndefined();
  });

  it('says in words that an open one protects nothing', () => {
    expect(fileWith({ kind: 'open', madeAt: NOW, key }).note).toMatch(/anybody can open it/);
    expect(file.note).not.toMatch(/anybody/);
  });
});

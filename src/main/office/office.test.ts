import { copyFileSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { must, newDatabaseFile, NOW, seedPlaces } from '../../../tests/builders/database.ts';
import { officeOf } from '../../../tests/builders/office.ts';
import {
  BY_PASSWORD,
  PERSON,
  countPupils,
  setUpOffice,
  startOffice,
  typedKey,
} from '../../../tests/builders/school-office.ts';
import { systemKeys } from '../../../tests/builders/system-keys.ts';
import { announceKeyFile, readKeyFile, readKeyFiles } from '../security/keys/key-file-place.ts';
import { StoreNotOpenError } from '../storage/store.ts';

let file: string;
beforeEach(() => {
  file = newDatabaseFile();
});

describe('a new database', () => {
  it('is encrypted from the start, with its key written before it, and can be opened again', async () => {
    const office = await startOffice(file);
    expect(office.desk.standing()).toEqual({ state: 'open' });
    expect(readFileSync(file).includes('SQLite format')).toBe(false);
    await seedPlaces(office.store, 1, 1);
    await office.close();
    const again = await startOffice(file);
    expect(await countPupils(again.store)).toBe(1);
    expect(again.keys.standing()).toMatchObject({ open: true, passwords: 0 });
    await again.close();
  });

  it('is made with the key that a power cut left without a file', async () => {
    const office = await startOffice(file);
    const { key } = office.desk.place();
    await office.close();
    rmSync(file);
    const again = await startOffice(file);
    expect(again.desk.place().key).toBe(key);
    await again.close();
  });

  it('gets a key that was never in clear with its first person', async () => {
    const office = await startOffice(file);
    const { key } = office.desk.place();
    await office.keys.admitPassword(PERSON.foldedName, PERSON.password);
    expect(office.desk.place().key).not.toBe(key);
    expect(office.keys.standing()).toMatchObject({ open: false, passwords: 1 });
    await must(office.store, async () => undefined);
    await office.close();
    expect((await startOffice(file)).desk.standing()).toEqual({ state: 'needs-key' });
  });

  it('stays open to anybody when it is a demonstration', async () => {
    const office = await startOffice(file);
    await office.store.write((db) =>
      db.insert(db.tables.workspace).values({
        id: 1,
        demonstration: true,
        lunchtimesInReturn: false,
        createdAt: NOW,
        authorityCode: '201',
        authorityName: 'Invented',
      }),
    );
    await office.keys.admitPassword(PERSON.foldedName, PERSON.password);
    expect(office.keys.standing()).toMatchObject({ open: true, passwords: 1 });
    await office.close();
  });
});

describe('a database of a school', () => {
  it('opens by a person’s name and password, not by others, and by nothing before', async () => {
    const { office } = await setUpOffice(file);
    await office.close();
    const again = await startOffice(file);
    expect(again.desk.standing()).toEqual({ state: 'needs-key' });
    await expect(countPupils(again.store)).rejects.toThrow(StoreNotOpenError);
    const wrong = await again.keys.unlock({ ...BY_PASSWORD, password: 'wrong' }, false);
    expect(wrong).toMatchObject({ ok: false, error: { code: 'refused' } });
    expect(await again.keys.unlock(BY_PASSWORD, false)).toEqual({ ok: true, value: {} });
    expect(await countPupils(again.store)).toBe(2);
    await again.close();
  });

  it('opens by the recovery key as somebody types it', async () => {
    const { office, printed } = await setUpOffice(file);
    await office.close();
    const again = await startOffice(file);
    const secret = typedKey(printed.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o'));
    expect(await again.keys.unlock(secret, false)).toEqual({ ok: true, value: {} });
    await again.close();
  });

  it('opens without a question for the account it was set up in', async () => {
    const own = systemKeys('office@pc-1');
    const { office } = await setUpOffice(file, own);
    await office.close();
    const again = await startOffice(file, own);
    expect(again.desk.standing()).toEqual({ state: 'open' });
    expect(again.keys.standing().thisAccount).toEqual({ name: 'this Windows account', admitted: true });
    expect(again.keys.admitThisAccount(false)).toEqual({ ok: true, value: {} });
    await again.close();
    expect((await startOffice(file, own)).desk.standing()).toEqual({ state: 'needs-key' });
  });

  it('opens for another account once it was unlocked there, as long as that was wanted', async () => {
    const { office, printed } = await setUpOffice(file, systemKeys('office@pc-1'));
    await office.close();
    const head = systemKeys('head@pc-1');
    const second = await startOffice(file, head);
    expect(second.desk.standing()).toEqual({ state: 'needs-key' });
    await second.keys.unlock(typedKey(printed), false);
    await second.close();
    const third = await startOffice(file, head);
    expect(third.desk.standing()).toEqual({ state: 'needs-key' });
    await third.keys.unlock(BY_PASSWORD, true);
    expect(third.keys.standing()).toMatchObject({ otherAccounts: 1, thisAccount: { admitted: true } });
    await third.close();
    expect((await startOffice(file, head)).desk.standing()).toEqual({ state: 'open' });
  });

  it('moves to a new PC with its folder and the recovery sheet', async () => {
    const { office, printed } = await setUpOffice(file, systemKeys('office@pc-1'));
    await office.close();
    const moved = newDatabaseFile();
    for (const part of ['', '.keys', '.keys.bak']) renameSync(file + part, moved + part);
    const there = officeOf(moved, { system: systemKeys('office@pc-1') });
    expect(await there.start()).toEqual({ state: 'needs-key' });
    expect(await there.keys.unlock(typedKey(printed), true)).toEqual({ ok: true, value: {} });
    expect(await countPupils(there.store)).toBe(2);
    await there.close();
  });

  it('makes those who guess wait longer and longer', async () => {
    const { office } = await setUpOffice(file);
    await office.close();
    const again = await startOffice(file);
    const guess = () => again.keys.unlock({ ...BY_PASSWORD, password: 'guess' }, false);
    for (let n = 0; n < 3; n += 1) await guess();
    expect(await guess()).toMatchObject({
      ok: false,
      error: { message: expect.stringMatching(/^Wait 2 seconds/) },
    });
    // Not even the right one is looked at.
    expect((await again.keys.unlock(BY_PASSWORD, false)).ok).toBe(false);
  });

  it('no longer opens by a password that was withdrawn', async () => {
    const { office } = await setUpOffice(file);
    await office.keys.dismissPassword(PERSON.foldedName);
    await office.close();
    expect((await (await startOffice(file)).keys.unlock(BY_PASSWORD, false)).ok).toBe(false);
  });
});

describe('a power cut while a backup with keys of its own is put in place', () => {
  async function announced() {
    const other = newDatabaseFile();
    await (await setUpOffice(other)).office.close();
    const office = await startOffice(file);
    await seedPlaces(office.store, 1, 1);
    await office.close();
    const keys = readKeyFile(other);
    if (!keys) throw new Error('The school has no keys.');
    announceKeyFile(file, keys);
    return { other, keys };
  }

  it('before it leaves the old records, which open as before', async () => {
    await announced();
    const again = await startOffice(file);
    expect(await countPupils(again.store)).toBe(1);
    const [first, second] = readKeyFiles(file);
    expect(second).toEqual(first);
    await again.close();
  });

  it('after it leaves the backup’s, which opens with the backup’s passwords', async () => {
    const { other, keys } = await announced();
    copyFileSync(other, file);
    const again = await startOffice(file);
    expect(again.desk.standing()).toEqual({ state: 'needs-key' });
    expect(await again.keys.unlock(BY_PASSWORD, false)).toEqual({ ok: true, value: {} });
    expect(await countPupils(again.store)).toBe(2);
    expect(readKeyFiles(file)).toEqual([keys, keys]);
    await again.close();
  });
});

describe('closing the database for a moment', () => {
  it('lets those who come meanwhile wait, and answers them from what is there then', async () => {
    const { office } = await setUpOffice(file);
    let asked: Promise<number> | undefined;
    await office.desk.whileClosed(async () => {
      asked = countPupils(office.store);
      await new Promise((resolve) => setTimeout(resolve, 20));
    });
    expect(await asked).toBe(2);
    await office.close();
  });
});

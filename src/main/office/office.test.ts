import { existsSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { must, newDatabaseFile, NOW, seedPlaces } from '../../../tests/builders/database.ts';
import { officeOf } from '../../../tests/builders/office.ts';
import { systemKeys } from '../../../tests/builders/system-keys.ts';
import { readRecoveryKey } from '../security/keys/recovery-key.ts';
import type { SystemKeyStore } from '../security/keys/slots.ts';
import { keyFileOf, readKeyFile, secondKeyFileOf } from '../security/keys/key-file-place.ts';
import { openPlain } from '../storage/engines/open-connection.ts';
import { makeSqliteStore } from '../storage/engines/sqlite.ts';
import { StoreNotOpenError, type Store } from '../storage/store.ts';
import type { Office } from './office.ts';

const person = { foldedName: 'amara okafor', password: 'a long sentence of hers' };
const byPassword = { kind: 'password', ...person } as const;

let file: string;
beforeEach(() => {
  file = newDatabaseFile();
});

const pupils = (store: Store) => store.read(async (db) => (await db.select().from(db.tables.pupils)).length);

const typed = (recoveryKey: string) => {
  const bytes = readRecoveryKey(recoveryKey);
  if (!bytes) throw new Error('not a recovery key');
  return { kind: 'recovery', bytes } as const;
};

/** A school's database with two pupils and a person; printed is the recovery key. */
async function setUp(
  system?: SystemKeyStore,
): Promise<{ readonly office: Office; readonly printed: string }> {
  const office = officeOf(file, { system });
  await office.start();
  await office.keys.admitPassword(person.foldedName, person.password);
  await seedPlaces(office.store, 2, 2);
  return { office, printed: printSheet(office) };
}

function printSheet(office: Office): string {
  const { recoveryKey, ask } = office.keys.newRecoveryKey();
  const groups = ask.map((group) => ({ group, typed: recoveryKey.split('-')[group - 1] ?? '' }));
  expect(office.keys.confirmRecoveryKey(groups)).toEqual({ ok: true, value: {} });
  return recoveryKey;
}

async function started(system?: SystemKeyStore): Promise<Office> {
  const office = officeOf(file, { system });
  await office.start();
  return office;
}

describe('a new database', () => {
  it('is encrypted from the start, with its key written before it, and can be opened again', async () => {
    const office = await started();
    expect(office.desk.standing()).toEqual({ state: 'open' });
    expect(readFileSync(file).includes('SQLite format')).toBe(false);
    await seedPlaces(office.store, 1, 1);
    await office.close();
    const again = await started();
    expect(await pupils(again.store)).toBe(1);
    expect(again.keys.standing()).toMatchObject({ open: true, passwords: 0 });
    await again.close();
  });

  it('is made with the key that a power cut left without a file', async () => {
    const office = await started();
    const { key } = office.desk.place();
    await office.close();
    rmSync(file);
    const again = await started();
    expect(again.desk.place().key).toBe(key);
    await again.close();
  });

  it('gets a key that was never in clear with its first person', async () => {
    const office = await started();
    const { key } = office.desk.place();
    await office.keys.admitPassword(person.foldedName, person.password);
    expect(office.desk.place().key).not.toBe(key);
    expect(office.keys.standing()).toMatchObject({ open: false, passwords: 1 });
    await must(office.store, async () => undefined);
    await office.close();
    expect((await started()).desk.standing()).toEqual({ state: 'needs-key' });
  });

  it('stays open to anybody when it is a demonstration', async () => {
    const office = await started();
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
    await office.keys.admitPassword(person.foldedName, person.password);
    expect(office.keys.standing()).toMatchObject({ open: true, passwords: 1 });
    await office.close();
  });
});

describe('a database of a school', () => {
  it('opens by a person’s name and password, not by others, and by nothing before', async () => {
    const { office } = await setUp();
    await office.close();
    const again = await started();
    expect(again.desk.standing()).toEqual({ state: 'needs-key' });
    await expect(pupils(again.store)).rejects.toThrow(StoreNotOpenError);
    const wrong = await again.keys.unlock({ ...byPassword, password: 'wrong' }, false);
    expect(wrong).toMatchObject({ ok: false, error: { code: 'refused' } });
    expect(await again.keys.unlock(byPassword, false)).toEqual({ ok: true, value: {} });
    expect(await pupils(again.store)).toBe(2);
    await again.close();
  });

  it('opens by the recovery key as somebody types it', async () => {
    const { office, printed } = await setUp();
    await office.close();
    const again = await started();
    const secret = typed(printed.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o'));
    expect(await again.keys.unlock(secret, false)).toEqual({ ok: true, value: {} });
    await again.close();
  });

  it('opens without a question for the account it was set up in', async () => {
    const own = systemKeys('office@pc-1');
    const { office } = await setUp(own);
    await office.close();
    const again = await started(own);
    expect(again.desk.standing()).toEqual({ state: 'open' });
    expect(again.keys.standing().thisAccount).toEqual({ name: 'this Windows account', admitted: true });
    expect(again.keys.admitThisAccount(false)).toEqual({ ok: true, value: {} });
    await again.close();
    expect((await started(own)).desk.standing()).toEqual({ state: 'needs-key' });
  });

  it('opens for another account once it was unlocked there, as long as that was wanted', async () => {
    const { office, printed } = await setUp(systemKeys('office@pc-1'));
    await office.close();
    const head = systemKeys('head@pc-1');
    const second = await started(head);
    expect(second.desk.standing()).toEqual({ state: 'needs-key' });
    await second.keys.unlock(typed(printed), false);
    await second.close();
    const third = await started(head);
    expect(third.desk.standing()).toEqual({ state: 'needs-key' });
    await third.keys.unlock(byPassword, true);
    expect(third.keys.standing()).toMatchObject({ otherAccounts: 1, thisAccount: { admitted: true } });
    await third.close();
    expect((await started(head)).desk.standing()).toEqual({ state: 'open' });
  });

  it('moves to a new PC with its folder and the recovery sheet', async () => {
    const { office, printed } = await setUp(systemKeys('office@pc-1'));
    await office.close();
    const moved = newDatabaseFile();
    for (const part of ['', '.keys', '.keys.bak']) renameSync(file + part, moved + part);
    const there = officeOf(moved, { system: systemKeys('office@pc-1') });
    expect(await there.start()).toEqual({ state: 'needs-key' });
    expect(await there.keys.unlock(typed(printed), true)).toEqual({ ok: true, value: {} });
    expect(await pupils(there.store)).toBe(2);
    await there.close();
  });

  it('makes those who guess wait longer and longer', async () => {
    const { office } = await setUp();
    await office.close();
    const again = await started();
    const guess = () => again.keys.unlock({ ...byPassword, password: 'guess' }, false);
    for (let n = 0; n < 3; n += 1) await guess();
    expect(await guess()).toMatchObject({
      ok: false,
      error: { message: expect.stringMatching(/^Wait 2 seconds/) },
    });
    // Not even the right one is looked at.
    expect((await again.keys.unlock(byPassword, false)).ok).toBe(false);
  });

  it('no longer opens by a password that was withdrawn', async () => {
    const { office } = await setUp();
    await office.keys.dismissPassword(person.foldedName);
    await office.close();
    expect((await (await started()).keys.unlock(byPassword, false)).ok).toBe(false);
  });
});

describe('a recovery sheet', () => {
  it('replaces the one before only when somebody typed two of its groups back', async () => {
    const { office, printed } = await setUp();
    const next = office.keys.newRecoveryKey();
    expect(next.ask).toHaveLength(2);
    expect(office.keys.standing().recovery).toMatchObject({ sheet: next.sheet, confirmed: false });
    const wrong = office.keys.confirmRecoveryKey(next.ask.map((group) => ({ group, typed: 'ZZZZZ' })));
    expect(wrong).toMatchObject({ ok: false, error: { fields: [{}, {}] } });
    await office.close();
    for (const sheet of [printed, next.recoveryKey]) {
      const again = await started();
      expect((await again.keys.unlock(typed(sheet), false)).ok).toBe(true);
      await again.close();
    }
    const again = await started();
    await again.keys.unlock(byPassword, false);
    expect(again.keys.confirmRecoveryKey([])).toMatchObject({ ok: false, error: { code: 'refused' } });
    const last = printSheet(again);
    await again.close();
    for (const [sheet, opens] of [
      [printed, false],
      [next.recoveryKey, false],
      [last, true],
    ] as const) {
      const one = await started();
      expect([sheet, (await one.keys.unlock(typed(sheet), false)).ok]).toEqual([sheet, opens]);
      await one.close();
    }
  });
});

describe('changing the key', () => {
  it('keeps the records, lets in this account and this person, and tells a new recovery key', async () => {
    const own = systemKeys('office@pc-1');
    const { office, printed } = await setUp(own);
    const said: string[] = [];
    const changed = await office.keys.change(person, (_, text) => void said.push(text));
    if (!changed.ok) throw new Error(changed.error.message);
    expect(said).toContain('Checking every page of the copy');
    expect(await pupils(office.store)).toBe(2);
    await office.close();
    expect(readKeyFile(file)?.keys).toHaveLength(1);
    const again = await started();
    expect((await again.keys.unlock(typed(printed), false)).ok).toBe(false);
    expect((await again.keys.unlock(typed(changed.value.recoveryKey), false)).ok).toBe(true);
    await again.close();
    expect((await started(own)).desk.standing()).toEqual({ state: 'open' });
  });

  it('asks for the right password where nothing else would open the database afterwards', async () => {
    const { office } = await setUp();
    expect(await office.keys.change(undefined, () => undefined)).toMatchObject({
      ok: false,
      error: { fields: [{ path: 'password' }] },
    });
    expect((await office.keys.change({ ...person, password: 'wrong' }, () => undefined)).ok).toBe(false);
    expect(office.keys.standing()).toMatchObject({ passwords: 1, recovery: { confirmed: true } });
    await office.close();
  });

  it.each(['held', 'copied', 'encrypted', 'checked', 'swapped', 'keys-written'])(
    'leaves a database that opens as before or by the new key when it is stopped at “%s”',
    async (at) => {
      const { office, printed } = await setUp();
      await office.close();
      let stopped = false;
      const { rekeyOffice } = await import('./rekey-office.ts');
      const cut = officeOf(file, {
        rekey: async (order) =>
          rekeyOffice(order, (step) => {
            if (step !== at) return;
            stopped = true;
            throw new Error('power cut');
          }),
      });
      await cut.start();
      await cut.keys.unlock(byPassword, false);
      await expect(cut.keys.change(person, () => undefined)).rejects.toThrow('power cut');
      await cut.close();
      expect(stopped).toBe(true);
      const again = await started();
      expect((await again.keys.unlock(byPassword, false)).ok).toBe(true);
      expect(await pupils(again.store)).toBe(2);
      const keys = readKeyFile(file)?.keys ?? [];
      expect(keys).toHaveLength(1);
      await again.close();
      const old = await started();
      expect((await old.keys.unlock(typed(printed), false)).ok).toBe(
        !['swapped', 'keys-written'].includes(at),
      );
      await old.close();
    },
  );
});

describe('a database from before there were keys', () => {
  async function plainDatabase(): Promise<void> {
    const store = makeSqliteStore(file, NOW, openPlain);
    await seedPlaces(store, 2, 2);
    await store.close();
    writeFileSync(`${file}.before-v3-2024.bak`, readFileSync(file));
  }

  it('is encrypted at its first start, and nothing of it is left in clear', async () => {
    await plainDatabase();
    const office = await started();
    expect(await pupils(office.store)).toBe(2);
    await office.close();
    for (const part of ['', '.before-v3-2024.bak'])
      expect(readFileSync(file + part).includes('Surname1')).toBe(false);
    expect(existsSync(`${file}.plain`)).toBe(false);
    const again = await started();
    expect(await pupils(again.store)).toBe(2);
    await again.close();
  });

  it('opens for this account alone where the system keeps keys', async () => {
    await plainDatabase();
    const own = systemKeys('office@pc-1');
    await (await started(own)).close();
    expect((await started()).desk.standing()).toEqual({ state: 'needs-key' });
    const again = await started(own);
    expect(await pupils(again.store)).toBe(2);
    await again.close();
  });

  it.each(['keys-written', 'held', 'copied', 'encrypted', 'checked', 'swapped', 'plain-removed'])(
    'is whole and is encrypted in the end when it is stopped at “%s”',
    async (at) => {
      await plainDatabase();
      const { encryptOld } = await import('./encrypt-old.ts');
      const maker = {
        newId: () => 'id',
        now: () => NOW,
        system: undefined,
        cost: { memory: 8, passes: 1, lanes: 1 },
      };
      const cut = encryptOld(file, maker, (step) => {
        if (step === at) throw new Error('power cut');
      });
      await expect(cut).rejects.toThrow('power cut');
      const office = await started();
      expect(await pupils(office.store)).toBe(2);
      await office.close();
      for (const part of ['', '.before-v3-2024.bak'])
        expect(readFileSync(file + part).includes('Surname1')).toBe(false);
      for (const part of ['.plain', '.next']) expect(existsSync(file + part)).toBe(false);
    },
  );
});

describe('a database that is not whole', () => {
  it('is told as damaged when its keys are gone, and is left alone', async () => {
    const { office } = await setUp();
    await office.close();
    const before = readFileSync(file);
    for (const path of [keyFileOf(file), secondKeyFileOf(file)]) rmSync(path);
    const again = await started();
    expect(again.desk.standing()).toMatchObject({
      state: 'damaged',
      why: expect.stringContaining('its keys'),
    });
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(existsSync(keyFileOf(file))).toBe(false);
  });

  it('is told as damaged when the file is gone or empty though its keys are there', async () => {
    const { office } = await setUp();
    await office.close();
    truncateSync(file, 0);
    expect((await started()).desk.standing()).toMatchObject({ state: 'damaged' });
    rmSync(file);
    expect((await started()).desk.standing()).toMatchObject({ state: 'damaged' });
    expect(existsSync(file)).toBe(false);
  });

  it('is told as damaged when its key does not open it, and its place is known for what can be saved', async () => {
    const { office } = await setUp();
    const { key } = office.desk.place();
    await office.close();
    const bytes = readFileSync(file);
    bytes.fill(0, 100, 300);
    writeFileSync(file, bytes);
    const again = await started();
    const unlocked = await again.keys.unlock(byPassword, false);
    expect(unlocked).toMatchObject({ ok: false, error: { code: 'not-open' } });
    expect(again.desk.standing()).toMatchObject({ state: 'damaged' });
    expect(again.desk.place()).toEqual({ file, key });
  });

  it('is told as damaged when whoever inspects it says so', async () => {
    const { office } = await setUp(systemKeys('office@pc-1'));
    await office.close();
    const inspected = officeOf(newDatabaseFile(), { inspect: async () => 'A page is missing.' });
    expect(await inspected.start()).toEqual({ state: 'damaged', why: 'A page is missing.' });
  });

  it('is refused when it is another program’s', async () => {
    const other = openPlain(file);
    other.exec('CREATE TABLE t (x)');
    other.close();
    expect((await started()).desk.standing()).toMatchObject({ state: 'unusable' });
    expect(existsSync(keyFileOf(file))).toBe(false);
  });
});

describe('closing the database for a moment', () => {
  it('lets those who come meanwhile wait, and answers them from what is there then', async () => {
    const { office } = await setUp();
    let asked: Promise<number> | undefined;
    await office.desk.whileClosed(async () => {
      asked = pupils(office.store);
      await new Promise((resolve) => setTimeout(resolve, 20));
    });
    expect(await asked).toBe(2);
    await office.close();
  });
});

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { newDatabaseFile, NOW, seedPlaces } from '../../../tests/builders/database.ts';
import { countPupils, startOffice } from '../../../tests/builders/school-office.ts';
import { systemKeys, CHEAP } from '../../../tests/builders/system-keys.ts';
import { openPlain } from '../storage/engines/open-connection.ts';
import { makeSqliteStore } from '../storage/engines/sqlite.ts';
import { encryptOld } from './encrypt-old.ts';

let file: string;
beforeEach(() => {
  file = newDatabaseFile();
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
    const office = await startOffice(file);
    expect(await countPupils(office.store)).toBe(2);
    await office.close();
    for (const part of ['', '.before-v3-2024.bak'])
      expect(readFileSync(file + part).includes('Surname1')).toBe(false);
    expect(existsSync(`${file}.plain`)).toBe(false);
    const again = await startOffice(file);
    expect(await countPupils(again.store)).toBe(2);
    await again.close();
  });

  it('opens for this account alone where the system keeps keys', async () => {
    await plainDatabase();
    const own = systemKeys('office@pc-1');
    await (await startOffice(file, own)).close();
    expect((await startOffice(file)).desk.standing()).toEqual({ state: 'needs-key' });
    const again = await startOffice(file, own);
    expect(await countPupils(again.store)).toBe(2);
    await again.close();
  });

  it.each(['keys-written', 'held', 'copied', 'encrypted', 'checked', 'swapped', 'plain-removed'])(
    'is whole and is encrypted in the end when it is stopped at “%s”',
    async (at) => {
      await plainDatabase();
      const maker = {
        newId: () => 'id',
        now: () => NOW,
        system: undefined,
        cost: CHEAP,
      };
      const cut = encryptOld(file, maker, (step) => {
        if (step === at) throw new Error('power cut');
      });
      await expect(cut).rejects.toThrow('power cut');
      const office = await startOffice(file);
      expect(await countPupils(office.store)).toBe(2);
      await office.close();
      for (const part of ['', '.before-v3-2024.bak'])
        expect(readFileSync(file + part).includes('Surname1')).toBe(false);
      for (const part of ['.plain', '.next']) expect(existsSync(file + part)).toBe(false);
    },
  );
});

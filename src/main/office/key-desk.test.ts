import { beforeEach, describe, expect, it } from 'vitest';
import { newDatabaseFile } from '../../../tests/builders/database.ts';
import { officeOf } from '../../../tests/builders/office.ts';
import {
  BY_PASSWORD,
  PERSON,
  countPupils,
  printSheet,
  setUpOffice,
  startOffice,
  typedKey,
} from '../../../tests/builders/school-office.ts';
import { systemKeys } from '../../../tests/builders/system-keys.ts';
import { readKeyFile } from '../security/keys/key-file-place.ts';
import { rekeyOffice } from './rekey-office.ts';

let file: string;
beforeEach(() => {
  file = newDatabaseFile();
});

describe('a recovery sheet', () => {
  it('replaces the one before only when somebody typed two of its groups back', async () => {
    const { office, printed } = await setUpOffice(file);
    const next = office.keys.newRecoveryKey();
    expect(next.ask).toHaveLength(2);
    expect(office.keys.standing().recovery).toMatchObject({ sheet: next.sheet, confirmed: false });
    const wrong = office.keys.confirmRecoveryKey(next.ask.map((group) => ({ group, typed: 'ZZZZZ' })));
    expect(wrong).toMatchObject({ ok: false, error: { fields: [{}, {}] } });
    await office.close();
    for (const sheet of [printed, next.recoveryKey]) {
      const again = await startOffice(file);
      expect((await again.keys.unlock(typedKey(sheet), false)).ok).toBe(true);
      await again.close();
    }
    const again = await startOffice(file);
    await again.keys.unlock(BY_PASSWORD, false);
    expect(again.keys.confirmRecoveryKey([])).toMatchObject({ ok: false, error: { code: 'refused' } });
    const last = printSheet(again);
    await again.close();
    for (const [sheet, opens] of [
      [printed, false],
      [next.recoveryKey, false],
      [last, true],
    ] as const) {
      const one = await startOffice(file);
      expect([sheet, (await one.keys.unlock(typedKey(sheet), false)).ok]).toEqual([sheet, opens]);
      await one.close();
    }
  });
});

describe('changing the key', () => {
  it('keeps the records, lets in this account and this person, and tells a new recovery key', async () => {
    const own = systemKeys('office@pc-1');
    const { office, printed } = await setUpOffice(file, own);
    const said: string[] = [];
    const changed = await office.keys.change(PERSON, (_, text) => void said.push(text));
    if (!changed.ok) throw new Error(changed.error.message);
    expect(said).toContain('Checking every page of the copy');
    expect(await countPupils(office.store)).toBe(2);
    await office.close();
    expect(readKeyFile(file)?.keys).toHaveLength(1);
    const again = await startOffice(file);
    expect((await again.keys.unlock(typedKey(printed), false)).ok).toBe(false);
    expect((await again.keys.unlock(typedKey(changed.value.recoveryKey), false)).ok).toBe(true);
    await again.close();
    expect((await startOffice(file, own)).desk.standing()).toEqual({ state: 'open' });
  });

  it('asks for the right password where nothing else would open the database afterwards', async () => {
    const { office } = await setUpOffice(file);
    expect(await office.keys.change(undefined, () => undefined)).toMatchObject({
      ok: false,
      error: { fields: [{ path: 'password' }] },
    });
    expect((await office.keys.change({ ...PERSON, password: 'wrong' }, () => undefined)).ok).toBe(false);
    expect(office.keys.standing()).toMatchObject({ passwords: 1, recovery: { confirmed: true } });
    await office.close();
  });

  it.each(['held', 'copied', 'encrypted', 'checked', 'swapped', 'keys-written'])(
    'leaves a database that opens as before or by the new key when it is stopped at “%s”',
    async (at) => {
      const { office, printed } = await setUpOffice(file);
      await office.close();
      let stopped = false;
      const cut = officeOf(file, {
        rekey: async (order) =>
          rekeyOffice(order, (step) => {
            if (step !== at) return;
            stopped = true;
            throw new Error('power cut');
          }),
      });
      await cut.start();
      await cut.keys.unlock(BY_PASSWORD, false);
      await expect(cut.keys.change(PERSON, () => undefined)).rejects.toThrow('power cut');
      await cut.close();
      expect(stopped).toBe(true);
      const again = await startOffice(file);
      expect((await again.keys.unlock(BY_PASSWORD, false)).ok).toBe(true);
      expect(await countPupils(again.store)).toBe(2);
      const keys = readKeyFile(file)?.keys ?? [];
      expect(keys).toHaveLength(1);
      await again.close();
      const old = await startOffice(file);
      expect((await old.keys.unlock(typedKey(printed), false)).ok).toBe(
        !['swapped', 'keys-written'].includes(at),
      );
      await old.close();
    },
  );
});

import { existsSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { newDatabaseFile } from '../../../tests/builders/database.ts';
import { BY_PASSWORD, setUpOffice, startOffice } from '../../../tests/builders/school-office.ts';
import { keyFileOf, secondKeyFileOf } from '../security/keys/key-file-place.ts';
import { openPlain } from '../storage/engines/open-connection.ts';

let file: string;
beforeEach(() => {
  file = newDatabaseFile();
});

describe('a database that is not whole', () => {
  it('is told as damaged when its keys are gone, and is left alone', async () => {
    const { office } = await setUpOffice(file);
    await office.close();
    const before = readFileSync(file);
    for (const path of [keyFileOf(file), secondKeyFileOf(file)]) rmSync(path);
    const again = await startOffice(file);
    expect(again.desk.standing()).toMatchObject({
      state: 'damaged',
      why: expect.stringContaining('its keys'),
    });
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(existsSync(keyFileOf(file))).toBe(false);
  });

  it('is told as damaged when the file is gone or empty though its keys are there', async () => {
    const { office } = await setUpOffice(file);
    await office.close();
    truncateSync(file, 0);
    expect((await startOffice(file)).desk.standing()).toMatchObject({ state: 'damaged' });
    rmSync(file);
    expect((await startOffice(file)).desk.standing()).toMatchObject({ state: 'damaged' });
    expect(existsSync(file)).toBe(false);
  });

  it('is told as damaged when its key does not open it, and its place is known for what can be saved', async () => {
    const { office } = await setUpOffice(file);
    const { key } = office.desk.place();
    await office.close();
    const bytes = readFileSync(file);
    bytes.fill(0, 100, 300);
    writeFileSync(file, bytes);
    const again = await startOffice(file);
    const unlocked = await again.keys.unlock(BY_PASSWORD, false);
    expect(unlocked).toMatchObject({ ok: false, error: { code: 'not-open' } });
    expect(again.desk.standing()).toMatchObject({ state: 'damaged' });
    expect(again.desk.place()).toEqual({ file, key });
  });

  it('is refused when it is another program’s', async () => {
    const other = openPlain(file);
    other.exec('CREATE TABLE t (x)');
    other.close();
    expect((await startOffice(file)).desk.standing()).toMatchObject({ state: 'unusable' });
    expect(existsSync(keyFileOf(file))).toBe(false);
  });
});

import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listBackups } from '#main/backup/list-backups.ts';
import { makeBackup } from '#main/backup/make-backup.ts';
import { unwatched } from '#main/backup/watch.ts';
import { openBackupOffice } from '../builders/backup-office.ts';
import { flipBit } from '../builders/flip-bit.ts';

const at = (time: string) => `2025-11-12T${time}:00.000Z`;

describe('making a backup', () => {
  it('keeps the whole database, its keys and what it is, while the database is in use', async () => {
    const office = await openBackupOffice(5);
    const store = office.open();
    const backup = office.backUp(at('10:15'));
    await store.close();
    expect(office.names()).toEqual(['2025-11-12T101500Z']);
    expect(readdirSync(backup.folder).toSorted()).toEqual(['about.json', 'first-day.db', 'keys.json']);
    expect(backup.about).toMatchObject({
      at: at('10:15'),
      reason: 'by-hand',
      rows: { pupils: 5, exclusions: 5 },
    });
    const bytes = readFileSync(join(backup.folder, 'first-day.db'));
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(backup.about.sha256);
    expect(readFileSync(join(backup.folder, 'keys.json'), 'utf8')).toBe('{"test":"keys"}');
    expect(office.query('SELECT id FROM pupils', join(backup.folder, 'first-day.db'))).toEqual(
      office.query('SELECT id FROM pupils'),
    );
  });

  it('has nothing in clear: neither names nor numbers of pupils', async () => {
    const office = await openBackupOffice(5);
    const { folder } = office.backUp();
    for (const name of readdirSync(folder)) {
      expect(readFileSync(join(folder, name)).toString('latin1')).not.toMatch(/Surname|A20140012|Test High/);
    }
  });

  it('gives two of the same second a number each', async () => {
    const office = await openBackupOffice();
    office.backUp(at('10:15'));
    office.backUp(at('10:15'));
    expect(office.names()).toEqual(['2025-11-12T101500Z', '2025-11-12T101500Z-2']);
  });

  it('removes older ones only after the new one is good', async () => {
    const office = await openBackupOffice();
    for (const day of ['01', '02', '03']) {
      for (const time of ['09', '15'])
        office.backUp(`2025-10-${day}T${time}:00:00.000Z`, { reason: 'timer' });
    }
    // The day has a later one by then, and more than 24 hours have gone by.
    expect(office.names()).toEqual([
      '2025-10-01T150000Z',
      '2025-10-02T150000Z',
      '2025-10-03T090000Z',
      '2025-10-03T150000Z',
    ]);
    flipBit(office.database, 3);
    expect(makeBackup(office.order({ now: '2025-10-09T09:00:00.000Z' }), unwatched)).toMatchObject({
      ok: false,
      error: { code: 'unreadable-file' },
    });
    expect(office.names()).toHaveLength(4);
  });

  it('leaves nothing behind, and nothing changed, when it is stopped at any step', async () => {
    const office = await openBackupOffice();
    office.backUp(at('09:00'));
    for (let step = 1; ; step += 1) {
      let left = step;
      const stop = () => {
        left -= 1;
        if (left === 0) throw new Error('stopped');
      };
      let stopped = false;
      try {
        makeBackup(office.order({ now: at('10:15') }), { progress: stop, checkCancelled: stop });
      } catch (error) {
        expect(error).toMatchObject({ message: 'stopped' });
        stopped = true;
      }
      if (!stopped) break;
      expect(office.names()).toEqual(['2025-11-12T090000Z']);
    }
    expect(office.names()).toEqual(['2025-11-12T090000Z', '2025-11-12T101500Z']);
  });

  it('never takes half a backup for one, and clears it away once nobody writes to it', async () => {
    const office = await openBackupOffice();
    const part = join(office.place, '2025-11-12T080000Z.part');
    mkdirSync(part, { recursive: true });
    writeFileSync(join(part, 'first-day.db'), 'half');
    office.backUp(at('09:00'));
    expect(office.names()).toContain('2025-11-12T080000Z.part');
    expect(listBackups(office.place).map(({ name }) => name)).toEqual(['2025-11-12T090000Z']);
    const longAgo = new Date('2025-01-01T00:00:00Z');
    for (const path of [join(part, 'first-day.db'), part]) utimesSync(path, longAgo, longAgo);
    office.backUp(at('09:15'));
    expect(office.names()).not.toContain('2025-11-12T080000Z.part');
  });

  it.runIf(process.getuid?.() !== 0)('says that the folder can only be read, and loses nothing', async () => {
    const office = await openBackupOffice();
    office.backUp(at('09:00'));
    chmodSync(office.place, 0o500);
    const made = makeBackup(office.order({ now: at('10:15') }), unwatched);
    chmodSync(office.place, 0o700);
    expect(made).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining('may not write') as string },
    });
    expect(office.names()).toEqual(['2025-11-12T090000Z']);
  });

  it('says so in a sentence when a file lies where its folder should be', async () => {
    const office = await openBackupOffice();
    writeFileSync(office.place, '');
    const made = makeBackup(office.order(), unwatched);
    expect(made).toMatchObject({ ok: false, error: { code: 'refused' } });
    rmSync(office.place);
    expect(existsSync(office.database)).toBe(true);
  });

  it('holds what was written up to its moment while others go on writing', async () => {
    const office = await openBackupOffice();
    const store = office.open();
    let wrote = 0;
    const made = makeBackup(office.order(), {
      progress: () => {
        wrote += 1;
      },
      checkCancelled: () => undefined,
    });
    await store.close();
    expect(wrote).toBeGreaterThan(2);
    expect(made.ok && made.value.about.rows['pupils']).toBe(5);
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { auditOf } from '../../../../tests/builders/audit-of.ts';
import {
  fileText,
  openAuthorityApp,
  sentReturn,
  type AuthorityApp,
} from '../../../../tests/builders/return-authority.ts';

const ONE = [[1, 'SUSP', '2025-11-10', 5]] as const;
const BAD = fileText('bad.xml', sentReturn(ONE)).replace('<Sessions>5<', '<Sessions>95<');

let app: AuthorityApp;

beforeEach(async () => {
  app = await openAuthorityApp();
});

afterEach(() => app.close());

const waiting = async () => (await app.must('authority.quarantine', {})).files;

describe('a refused file', () => {
  it('is kept with what is wrong, once however often it comes', async () => {
    const [outcome] = await app.importPaths(app.put('bad.xml', BAD));
    await app.importPaths(app.put('copy of bad.xml', BAD));
    expect(await waiting()).toMatchObject([
      {
        id: outcome?.quarantineId,
        fileName: 'copy of bad.xml',
        size: Buffer.byteLength(BAD),
        kept: true,
        attempts: 2,
        refusedBy: 'Test Person',
        problems: [{ severity: 'error', value: '95' }],
      },
    ]);
  });

  it('is tried again, and stays while it is wrong', async () => {
    await app.importPaths(app.put('bad.xml', BAD));
    const [file] = await waiting();
    // Named more than once it is tried once.
    const ids = Array.from({ length: 50 }, () => file?.id ?? '');
    const { totals, files } = await app.must('authority.retry-quarantined', { ids });
    expect(totals).toMatchObject({ refused: 1, imported: 0 });
    expect(files[0]?.quarantineId).toBe(file?.id);
    expect(await waiting()).toMatchObject([{ attempts: 2 }]);
  });

  it('leaves the list once it is taken', async () => {
    const path = app.put('2014002_return.xml', sentReturn(ONE));
    expect(await app.importPaths(path)).toMatchObject([{ outcome: 'refused' }]);
    // The same content under a name that does not speak against it.
    await app.importPaths(app.put('renamed.xml', sentReturn(ONE)));
    expect(await waiting()).toEqual([]);
    expect(await app.kept()).toEqual({ returns: 1, exclusions: 1 });
  });

  it('is saved as it came, and discarded for good, with a row in the trail', async () => {
    await app.importPaths(app.put('bad.xml', BAD));
    const [file] = await waiting();
    const id = file?.id ?? '';
    const place = join(app.folder, 'copy.xml');
    await app.must('authority.save-quarantined', { id, destination: app.fileId(place) });
    expect(readFileSync(place, 'utf8')).toBe(BAD);
    expect(await app.must('authority.discard-quarantined', { ids: [id] })).toEqual({ discarded: 1 });
    expect(await waiting()).toEqual([]);
    expect(await app.run('authority.retry-quarantined', { ids: [id] })).toMatchObject({
      error: { code: 'not-found' },
    });
    expect(await auditOf(app, 'authority.discard-quarantined')).toMatchObject([
      { subjectId: id, detail: { fileName: 'bad.xml', attempts: 1 } },
    ]);
  });

  it('that could not be opened is not kept, for there is nothing to keep', async () => {
    const [outcome] = await app.importPaths(join(app.folder, 'gone.xml'));
    expect(outcome).toMatchObject({ outcome: 'refused' });
    expect(await waiting()).toEqual([]);
  });
});

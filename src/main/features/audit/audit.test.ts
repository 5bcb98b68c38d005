import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OperationInput, OperationOutput } from '#shared/contract/contract.ts';
import type { Role } from '#shared/permissions/roles.ts';
import { openTestApp, type TestApp } from '../../../../tests/builders/app.ts';
import { setUpSchool } from '../../../../tests/builders/school.ts';
import { writeAudit } from '../../security/audit.ts';

let app: TestApp;

beforeEach(async () => {
  app = openTestApp();
  await setUpSchool(app);
  await app.services.store.write(async (db) => {
    await db.insert(db.tables.pupils).values(
      ['p1', 'p2'].map((id, at) => ({
        id,
        schoolId: 'school-1',
        upn: `A20140012000${at}`,
        surname: at === 0 ? 'Example' : '=cmd()',
        forename: 'Jo',
        sex: 'F',
        dob: '2011-02-17',
        inCare: false,
        searchText: 'example jo',
        version: 1,
        updatedAt: app.services.clock.now(),
      })),
    );
    return { ok: true };
  });
});

afterEach(() => app.close());

/** What was done on some day by somebody, straight into the trail. */
async function done(
  operation: string,
  {
    at = '2025-11-12T12:00:00.000Z',
    by = 'Ada',
    pupilId,
  }: { at?: string; by?: string; pupilId?: string } = {},
): Promise<void> {
  await app.services.store.write(async (db) => {
    await writeAudit(db, { userName: by, role: 'recorder' }, operation, at, [
      {
        subjectType: 'exclusion',
        subjectId: 'x',
        detail: { before: { form: '9A' }, after: { form: '9B' } },
        ...(pupilId === undefined ? {} : { pupilId }),
      },
    ]);
    return { ok: true };
  });
}

const list = async (filter: OperationInput<'audit.list'> = {}, role: Role = 'administrator') =>
  (await app.must('audit.list', filter, role)).rows;

/** Rows are written behind what is under way: once this write is through, they are there. */
const settled = () => app.services.store.write(async () => ({ ok: true }));

const trail = async (): Promise<OperationOutput<'audit.list'>['rows']> => {
  await settled();
  return list();
};

describe('reading the audit trail', () => {
  it('gives pages, newest first, and the way to the next', async () => {
    for (let n = 1; n <= 7; n += 1) await done('exclusions.issue');
    const first = await app.must('audit.list', { limit: 3 });
    expect(first).toMatchObject({ rows: [{ id: 7 }, { id: 6 }, { id: 5 }], next: 5 });
    const last = await app.must('audit.list', { limit: 4, before: first.next });
    expect(last.rows.map(({ id }) => id)).toEqual([4, 3, 2, 1]);
    expect(last.next).toBeUndefined();
  });

  it('is narrowed down by person, area, outcome, pupil and days in England, alone and together', async () => {
    await done('exclusions.issue', { by: 'Ada', pupilId: 'p1', at: '2025-07-01T22:59:59.000Z' });
    await done('exclusions.issue', { by: 'Bob', pupilId: 'p2', at: '2025-07-01T23:00:00.000Z' });
    await done('letters.issue', { by: 'Ada', pupilId: 'p1', at: '2025-07-03T12:00:00.000Z' });
    const ids = async (filter: OperationInput<'audit.list'>) => (await list(filter)).map(({ id }) => id);
    expect(await ids({ userName: 'Ada' })).toEqual([3, 1]);
    expect(await ids({ area: 'exclusions' })).toEqual([2, 1]);
    expect(await ids({ pupilId: 'p1' })).toEqual([3, 1]);
    expect(await ids({ outcome: 'done' })).toEqual([3, 2, 1]);
    expect(await ids({ outcome: 'refused' })).toEqual([]);
    // The first ended a minute before midnight in England, the second began the next day there.
    expect(await ids({ from: '2025-07-02', to: '2025-07-02' })).toEqual([2]);
    expect(await ids({ to: '2025-07-01' })).toEqual([1]);
    expect(await ids({ from: '2026-01-01' })).toEqual([]);
    expect(await ids({ userName: 'Ada', area: 'exclusions', from: '2025-06-01', to: '2025-08-01' })).toEqual([
      1,
    ]);
    expect(await ids({ pupilId: 'p1', area: 'letters', outcome: 'done' })).toEqual([3]);
  });

  it('names the pupil and opens a row with what changed', async () => {
    await done('exclusions.issue', { pupilId: 'p1' });
    expect(await list()).toMatchObject([{ pupil: { id: 'p1', name: 'Jo Example' }, outcome: 'done' }]);
    expect(await app.must('audit.row', { id: 1 })).toMatchObject({
      operation: 'exclusions.issue',
      lines: [{ label: 'Form', before: '9A', after: '9B' }],
      erased: false,
      chained: true,
    });
    expect(await app.run('audit.row', { id: 99 })).toMatchObject({ ok: false, error: { code: 'not-found' } });
  });

  it('offers the names and areas that there are', async () => {
    await done('exclusions.issue', { by: 'Bob' });
    await done('exclusions.issue', { by: 'Ada' });
    const { names, areas } = await app.must('audit.choices', {});
    expect(names).toEqual(['Ada', 'Bob']);
    expect(areas).toEqual(expect.arrayContaining(['exclusions', 'letters', 'authority', 'audit']));
  });

  it('is for who decides and who administers alone', async () => {
    for (const role of ['recorder', 'provider-staff', 'governor-clerk', 'authority'] as const)
      expect(await app.run('audit.list', {}, role)).toMatchObject({
        ok: false,
        error: { code: 'not-permitted' },
      });
    expect(await list({}, 'decider')).toEqual([]);
  });
});

describe('taking the audit trail away', () => {
  it('writes the chosen rows as CSV that no spreadsheet runs, and notes that it was done', async () => {
    await done('exclusions.issue', { by: '=1+1', pupilId: 'p2' });
    await done('letters.issue', { by: 'Ada' });
    const path = join(app.folder, 'trail.csv');
    const written = await app.must('audit.export', { area: 'exclusions', destination: app.fileId(path) });
    expect(written).toMatchObject({ rows: 1, fileName: 'trail.csv' });
    const [headings, row] = readFileSync(path, 'utf8').split('\r\n');
    expect(headings).toContain('Row,When (UTC),Who,Role,What');
    expect(row).toContain(`1,2025-11-12T12:00:00.000Z,'=1+1,Admin staff,issued an exclusion,Done,Jo =cmd()`);
    expect(await list()).toMatchObject([
      { operation: 'audit.export', outcome: 'left', userName: 'Test Person' },
      { id: 2 },
      { id: 1 },
    ]);
  });
});

describe('checking the audit trail', () => {
  it('says that it is whole, and that a backup has another end', async () => {
    await done('exclusions.issue');
    expect(await app.must('audit.verify', {})).toEqual({
      rows: 1,
      older: 0,
      found: 0,
      findings: [],
      backups: 0,
    });
    const folder = join(dirname(app.services.store.location), 'backups', '2025-11-12T120000Z');
    mkdirSync(folder, { recursive: true });
    const about = {
      at: '2025-11-12T12:00:00.000Z',
      auditHead: { length: 9, lastId: 9, hash: 'f'.repeat(64) },
    };
    writeFileSync(join(folder, 'about.json'), JSON.stringify(about));
    expect(await app.must('audit.verify', {})).toMatchObject({
      found: 1,
      findings: [{ kind: 'backup', rowId: 9 }],
      backups: 1,
    });
  });
});

describe('what is noted beside commands', () => {
  it('a refusal, once a minute however often it is tried', async () => {
    for (const pupilId of ['p1', 'p2']) await app.run('pupils.get', { pupilId }, 'authority');
    await app.run('exclusions.discard-draft', { id: 'x' }, 'provider-staff');
    expect(await trail()).toMatchObject([
      { operation: 'exclusions.discard-draft', outcome: 'refused', role: 'provider-staff' },
      { operation: 'pupils.get', outcome: 'refused', role: 'authority', pupil: { id: 'p1' } },
    ]);
    const [, first] = await trail();
    expect((await app.must('audit.row', { id: first?.id ?? 0 })).lines).toEqual([
      { label: 'Code', value: 'not-permitted' },
    ]);
  });

  it('nothing of a hostile input but an id', async () => {
    await app.run('pupils.get', { pupilId: '<b>Jo</b> '.repeat(50) }, 'authority');
    await app.run('pupils.set-earlier-half-days', 'Jo Example' as never, 'authority');
    await settled();
    const rows = await app.services.store.read((db) => db.select().from(db.tables.audit));
    expect(JSON.stringify(rows)).not.toMatch(/Jo/);
  });

  it('a pupil’s record seen by the administrator, once a minute, and not when who records looks', async () => {
    await app.must('pupils.get', { pupilId: 'p1' }, 'recorder');
    await app.must('pupils.get', { pupilId: 'p1' }, 'decider');
    await app.must('pupils.get', { pupilId: 'p1' }, 'administrator');
    await app.must('pupils.get', { pupilId: 'p1' }, 'administrator');
    await app.must('pupils.get', { pupilId: 'p2' }, 'administrator');
    expect(await trail()).toMatchObject([
      { operation: 'pupils.get', outcome: 'seen', pupil: { id: 'p2' } },
      { operation: 'pupils.get', outcome: 'seen', pupil: { id: 'p1' }, role: 'administrator' },
    ]);
    // What was looked at is no part of the pupil's own history.
    expect((await app.must('pupils.get', { pupilId: 'p1' }, 'recorder')).history).toEqual([]);
  });

  it('a pupil’s record seen by the clerk, unless the governors see the case', async () => {
    await app.must('pupils.get', { pupilId: 'p1' }, 'governor-clerk');
    expect(await trail()).toMatchObject([{ outcome: 'seen', role: 'governor-clerk' }]);
  });

  it('a screen that is printed, with whom it is about and no number of theirs', async () => {
    await app.must('audit.note-print', { screen: '/pupils/p1' }, 'recorder');
    await app.must('audit.note-print', { screen: '/authority/conference/A201400120001' }, 'authority');
    expect(await trail()).toMatchObject([
      {
        operation: 'audit.note-print',
        outcome: 'left',
        subjectId: 'authority/conference',
        pupil: { id: 'p2' },
      },
      { operation: 'audit.note-print', outcome: 'left', pupil: { id: 'p1' } },
    ]);
  });

  it('refusals of somebody who has not signed in, of commands alone', async () => {
    const { dispatch } = await import('../../api/dispatch.ts');
    const { handlers } = await import('../../api/handlers.ts');
    const nobody = { userName: '', role: 'none' } as const;
    await dispatch(app.services, handlers, nobody, 'pupils.get', { pupilId: 'p1' });
    await dispatch(app.services, handlers, nobody, 'exclusions.discard-draft', { id: 'x' });
    expect(await trail()).toMatchObject([
      { operation: 'exclusions.discard-draft', outcome: 'refused', userName: '', role: 'none' },
    ]);
  });
});

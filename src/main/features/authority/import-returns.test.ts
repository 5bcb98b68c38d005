import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { auditOf } from '../../../../tests/builders/audit-of.ts';
import {
  AUTUMN,
  fileText,
  openAuthorityApp,
  sentReturn,
  type AuthorityApp,
} from '../../../../tests/builders/return-authority.ts';

const ONE = [[1, 'SUSP', '2025-11-10', 5]] as const;
const TWO = [...ONE, [2, 'PERM', '2025-11-18']] as const;

let app: AuthorityApp;

beforeEach(async () => {
  app = await openAuthorityApp();
});

afterEach(() => app.close());

const importOne = async (name: string, content: Parameters<AuthorityApp['put']>[1]) => {
  const [outcome] = await app.importPaths(app.put(name, content));
  if (!outcome) throw new Error('no outcome');
  return outcome;
};

describe('authority.import takes', () => {
  it.each(['one.xml', 'one.csv'])('a return (%s) whole, with its counts and an audit row', async (name) => {
    expect(await importOne(name, sentReturn(TWO))).toEqual({
      fileName: name,
      outcome: 'imported',
      school: { laEstab: '2014001', name: 'School 4001' },
      period: 'Spring census 2026',
      nil: false,
      counts: { pupils: 2, fixedPeriod: 1, permanent: 1, lunchtime: 0, sessions: 5 },
      message: 'Imported.',
      receivedId: expect.any(String),
      problems: [expect.objectContaining({ severity: 'warning', value: '2014001' })],
    });
    expect(await app.kept()).toEqual({ returns: 1, exclusions: 2 });
    expect(await auditOf(app, 'authority.import')).toMatchObject([
      { subjectType: 'received-return', detail: { fileName: name, laEstab: '2014001', outcome: 'imported' } },
    ]);
  });

  it('a nil return, which is not the same as none', async () => {
    expect(await importOne('nil.csv', sentReturn([]))).toMatchObject({ outcome: 'imported', nil: true });
    expect(await app.kept()).toEqual({ returns: 1, exclusions: 0 });
  });

  it('a folder: every file in order of name, also in folders inside, hidden files passed over', async () => {
    app.put('b.xml', sentReturn(ONE, { estab: '4002' }));
    app.put('a.csv', sentReturn(ONE, { estab: '4003' }));
    app.put('inside/c.xml', sentReturn(ONE, { estab: '4004' }));
    app.put('.hidden.xml', sentReturn(ONE, { estab: '4005' }));
    app.put('notes.docx', 'nothing of ours');
    app.put('workbook.xlsx', Buffer.from('504b0304aabb', 'hex'));
    const outcomes = await app.importPaths(join(app.folder, 'sent'));
    expect(outcomes.map(({ fileName, outcome }) => `${fileName} ${outcome}`)).toEqual([
      'sent/a.csv imported',
      'sent/b.xml imported',
      'sent/inside/c.xml imported',
      'sent/workbook.xlsx refused',
    ]);
    expect(outcomes[3]?.message).toContain('damaged or cut short');
  });

  it('the good files of a folder although others are refused', async () => {
    app.put('1.xml', sentReturn(ONE));
    app.put('2.xml', fileText('2.xml', sentReturn(ONE, { estab: '4002' })).slice(0, 900));
    app.put('3.xml', sentReturn(ONE, { estab: '4003' }));
    const outcomes = await app.importPaths(join(app.folder, 'sent'));
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['imported', 'refused', 'imported']);
    expect(await app.kept()).toEqual({ returns: 2, exclusions: 2 });
  });

  it('the name of a school from the national list before that of the file', async () => {
    const outcome = await importOne('one.xml', sentReturn(ONE, { estab: '3614' }));
    expect(outcome.school?.name).not.toBe('School 3614');
    expect(outcome.problems).toEqual([]);
  });
});

describe('authority.import knows', () => {
  it('a copy by its content, whatever its name', async () => {
    await importOne('return.xml', sentReturn(ONE));
    const copy = await importOne('Copy of return.xml', sentReturn(ONE));
    expect(copy).toMatchObject({
      outcome: 'duplicate',
      message: 'Left out: the same file is here already, as return.xml.',
      counts: { fixedPeriod: 1 },
    });
    expect(await app.kept()).toEqual({ returns: 1, exclusions: 1 });
  });

  it('a newer return of the same census: it replaces the older one, which stays as history', async () => {
    await importOne('first.xml', sentReturn(ONE));
    const newer = sentReturn(TWO, { serialNo: '002', createdAt: '2026-01-20T09:00:00' });
    expect(await importOne('second.xml', newer)).toMatchObject({
      outcome: 'replaced',
      message: 'Imported in place of first.xml, which is older.',
    });
    const { files } = await app.must('authority.received', {});
    expect(files.map(({ fileName, current }) => [fileName, current])).toEqual(
      expect.arrayContaining([
        ['second.xml', true],
        ['first.xml', false],
      ]),
    );
  });

  it('one made in the same moment: the one that comes last counts, and neither is called older', async () => {
    await app.receive({ 'first.xml': sentReturn([[1, 'SUSP', '2025-11-10', 5]]) });
    const [outcome] = await app.importPaths(app.put('last.xml', sentReturn([[1, 'SUSP', '2025-11-10', 6]])));
    expect(outcome).toMatchObject({
      outcome: 'replaced',
      message: 'Imported in place of first.xml, which says that it was made in the same moment.',
    });
  });

  it('an older return that comes late: it is left out', async () => {
    await importOne('second.xml', sentReturn(TWO, { createdAt: '2026-01-20T09:00:00' }));
    expect(await importOne('first.xml', sentReturn(ONE))).toMatchObject({
      outcome: 'older',
      message: 'Left out: second.xml, which is newer, is here for this school and period.',
    });
    expect(await app.kept()).toEqual({ returns: 1, exclusions: 2 });
  });

  it('returns of two censuses or two schools apart', async () => {
    const autumn = sentReturn([[1, 'SUSP', '2025-06-09', 2]], AUTUMN);
    expect(
      await app.receive({
        'spring.xml': sentReturn(ONE),
        'autumn.xml': autumn,
        'other.xml': sentReturn(ONE, { estab: '4002' }),
      }),
    ).toEqual(['imported', 'imported', 'imported']);
  });
});

it('a return that does not say when it was made, of a period not over, gives way to one made later', async () => {
  const { createdAt: _, ...unsaid } = sentReturn([[1, 'SUSP', '2025-11-10', 5]], {
    referenceDate: '2026-08-31',
    period: { kind: 'dates', from: '2025-09-01', to: '2026-08-31' },
  });
  const later = sentReturn([[1, 'SUSP', '2025-11-10', 7]], { createdAt: '2026-01-21T08:00:00' });
  expect(await app.receive({ 'unsaid.csv': unsaid, 'later.xml': later })).toEqual(['imported', 'imported']);
  const { rows } = await app.must('authority.schools', { schoolYear: 2025 });
  expect(rows.find(({ laEstab }) => laEstab === '2014001')).toMatchObject({ sessions: 7 });
});

describe('authority.import refuses', () => {
  it('a file made on a day still to come, which no later one could take the place of', async () => {
    const early = sentReturn([[1, 'SUSP', '2025-11-10', 5]], { createdAt: '2099-01-01T00:00:00' });
    const [outcome] = await app.importPaths(app.put('early.csv', early));
    expect(outcome).toMatchObject({
      outcome: 'refused',
      message: expect.stringContaining('made on Thu 1 January 2099, which is still to come'),
    });
    expect(await app.receive({ 'right.csv': { ...early, createdAt: '2026-01-22T00:30:00' } })).toEqual([
      'imported',
    ]);
  });

  const good = fileText('good.xml', sentReturn(TWO));

  it.each([
    ['cut short', good.slice(0, 1500)],
    ['no XML', good.replace('</Pupils>', '</Pupil>')],
    ['Windows letters marked UTF-8', Buffer.from(good.replace('Alex', 'Zoë'), 'latin1')],
    ['a wrong date', good.replace('2025-11-10', '2025-11-31')],
    ['no reason', good.replaceAll('<Reason>DB</Reason>', '')],
    ['a kind nobody knows', good.replace('>SUSP<', '>EXCL<')],
    ['an exclusion outside the window', good.replace('2025-11-10', '2026-01-06')],
  ])('a file with %s whole, says where and what to do, and changes nothing', async (_, content) => {
    const outcome = await importOne('bad.xml', content);
    expect(outcome).toMatchObject({ outcome: 'refused', nil: false });
    expect(outcome.message).not.toBe('');
    for (const problem of outcome.problems) expect(problem.remedy).not.toBe('');
    expect(await app.kept()).toEqual({ returns: 0, exclusions: 0 });
    expect(await auditOf(app, 'authority.import')).toMatchObject([
      { subjectType: 'received-files', detail: { count: 1, files: [{ outcome: 'refused' }] } },
    ]);
  });

  it('a start outside the window with its line, its value and the window', async () => {
    const outcome = await importOne('bad.xml', good.replace('2025-11-10', '2026-01-06'));
    const line = good.slice(0, good.indexOf('<TermlyExclusion>')).split('\n').length;
    expect(outcome.problems).toEqual([
      {
        severity: 'error',
        line,
        element: 'start date',
        value: '2026-01-06',
        rule: 'X13',
        message:
          'This exclusion starts outside the window of the Spring census 2026, which is Mon 21 April 2025 to Wed 31 December 2025.',
        remedy: 'The school must make the return for the right census and send it again.',
      },
    ]);
  });

  it('a wrong value with its line, element and value', async () => {
    const outcome = await importOne('bad.xml', good.replace('<Sessions>5<', '<Sessions>95<'));
    const line = good.slice(0, good.indexOf('<Sessions>')).split('\n').length;
    expect(outcome.problems).toContainEqual(
      expect.objectContaining({
        severity: 'error',
        line,
        element: expect.stringContaining('Sessions'),
        value: '95',
      }),
    );
  });

  it('a list of pupils, by what it is', async () => {
    const outcome = await importOne('pupils.csv', 'UPN,Surname,Forename,DOB\nK201400113002,A,B,2011-01-01\n');
    expect(outcome).toMatchObject({ outcome: 'refused', message: expect.stringContaining('list of pupils') });
  });

  it('a return of another authority, naming both', async () => {
    const elsewhere = sentReturn(ONE, { school: { la: '202', estab: '4001', name: 'Elsewhere' } });
    expect(await importOne('other.xml', elsewhere)).toMatchObject({
      outcome: 'refused',
      message: expect.stringContaining('authority 202, and this is 201'),
    });
    expect(await app.kept()).toEqual({ returns: 0, exclusions: 0 });
  });

  it('a return whose file is named for another school, or that is not of the school chosen', async () => {
    const path = app.put('2014002_exclusions.xml', sentReturn(ONE));
    expect(await app.importPaths(path)).toMatchObject([
      {
        outcome: 'refused',
        message: expect.stringContaining('name says school 2014002, and what is in it says 2014001'),
        problems: [{ element: 'school number', value: '2014001' }],
      },
    ]);
    const fileIds = [app.fileId(app.put('right.xml', sentReturn(ONE)))];
    const { files } = await app.must('authority.import', { fileIds, laEstab: '2014005' });
    expect(files).toMatchObject([
      { outcome: 'refused', message: expect.stringContaining('school 2014005 was chosen') },
    ]);
    expect(await app.kept()).toEqual({ returns: 0, exclusions: 0 });
  });

  it('a file that is gone, or a folder that cannot be read, by name', async () => {
    const path = app.put('gone.xml', sentReturn(ONE));
    rmSync(path);
    expect(await app.importPaths(path)).toMatchObject([
      { fileName: 'gone.xml', outcome: 'refused', message: expect.stringContaining('could not be opened') },
    ]);
  });

  it('everything when a file is not known, or a folder holds no returns', async () => {
    const empty = join(app.folder, 'empty');
    mkdirSync(empty);
    expect(await app.run('authority.import', { fileIds: ['never-given-out'] })).toMatchObject({
      ok: false,
      error: { code: 'not-found' },
    });
    expect(await app.run('authority.import', { fileIds: [app.fileId(empty)] })).toMatchObject({
      ok: false,
      error: { code: 'not-found', message: expect.stringContaining('no XML or CSV files') },
    });
  });

  it('other roles than the authority and the administrator', async () => {
    const fileIds = [app.fileId(app.put('one.xml', sentReturn(ONE)))];
    for (const role of ['recorder', 'decider', 'provider-staff', 'governor-clerk'] as const) {
      for (const result of [
        await app.run('authority.import', { fileIds }, role),
        await app.run('authority.schools', {}, role),
        await app.run('authority.received', {}, role),
        await app.run('authority.write-demonstration-returns', {}, role),
      ]) {
        expect(result).toMatchObject({ ok: false, error: { code: 'not-permitted' } });
      }
    }
    expect((await app.run('authority.import', { fileIds }, 'authority')).ok).toBe(true);
  });
});

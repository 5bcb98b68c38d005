import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { asc } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dispatch } from '#main/api/dispatch.ts';
import { handlers } from '#main/api/handlers.ts';
import { JobCancelledError } from '#main/features/context.ts';
import { openTestApp, type TestApp } from '../../../../tests/builders/app.ts';
import { csvPupil, writePupilCsv, type CsvPupil } from '../../../../tests/builders/pupil-csv.ts';
import { addPupils, pupilRecord } from '../../../../tests/builders/pupil-row.ts';
import { testUpn, upnWithWrongLetter } from '../../../../tests/builders/pupil-upn.ts';
import { setUpSchool } from '../../../../tests/builders/school.ts';

let app: TestApp;

beforeEach(async () => {
  app = openTestApp('2025-11-12');
  await setUpSchool(app);
});
afterEach(() => app.close());

const csv = (pupils: readonly CsvPupil[], name?: string): string =>
  app.fileId(writePupilCsv(app.folder, pupils, name));

const roll = () =>
  app.services.store.read((db) => db.select().from(db.tables.pupils).orderBy(asc(db.tables.pupils.upn)));

const audit = () => app.services.store.read((db) => db.select().from(db.tables.audit));

const withoutWriting = async (work: () => Promise<unknown>): Promise<void> => {
  const before = { roll: await roll(), audit: await audit() };
  await work();
  expect({ roll: await roll(), audit: await audit() }).toEqual(before);
};

describe('pupils.preview-import', () => {
  it('says of each pupil whether it is new, changed or unchanged, and writes nothing', async () => {
    await addPupils(app, [pupilRecord(1), pupilRecord(2), pupilRecord(9)]);
    const fileId = csv([csvPupil(1), csvPupil(2, { form: '9B', sen: 'K' }), csvPupil(3)]);
    await withoutWriting(async () => {
      const preview = await app.must('pupils.preview-import', { fileId });
      expect(preview.counts).toEqual({ new: 1, changed: 1, unchanged: 1, refused: 0 });
      expect(preview.kind).toBe('pupil-csv');
      expect(preview.rows).toMatchObject([
        { line: 2, upn: testUpn(1), name: 'Surname1, Alex', outcome: 'unchanged', changes: [] },
        {
          line: 3,
          outcome: 'changed',
          changes: [
            { field: 'form', from: '9A', to: '9B' },
            { field: 'senProvision', from: 'N', to: 'K' },
          ],
        },
        { line: 4, outcome: 'new', changes: [], problems: [] },
      ]);
    });
  });

  it('never takes a blank, or a sex not known, for a change', async () => {
    await addPupils(app, [pupilRecord(1, { preferredSurname: 'Kept', ethnicity: 'WBRI', inCare: true })]);
    const bare = { upn: testUpn(1), surname: 'Surname1', forename: 'Alex', dob: '09/10/2011' };
    const { rows } = await app.must('pupils.preview-import', { fileId: csv([bare]) });
    expect(rows).toMatchObject([{ outcome: 'unchanged', changes: [] }]);
  });

  it('takes a former UPN for the same pupil and shows the new UPN as a change', async () => {
    await addPupils(app, [pupilRecord(1)]);
    const fileId = csv([csvPupil(1, { upn: testUpn(77), formerUpn: testUpn(1) })]);
    const { rows } = await app.must('pupils.preview-import', { fileId });
    expect(rows).toMatchObject([
      {
        outcome: 'changed',
        changes: [
          { field: 'upn', from: testUpn(1), to: testUpn(77) },
          { field: 'formerUpn', from: '', to: testUpn(1) },
        ],
      },
    ]);
  });

  it('keeps the newer UPN when the file still has the former one, and says so', async () => {
    await addPupils(app, [pupilRecord(1, { formerUpn: testUpn(50) })]);
    const { rows } = await app.must('pupils.preview-import', {
      fileId: csv([csvPupil(1, { upn: testUpn(50) })]),
    });
    expect(rows).toMatchObject([
      { outcome: 'unchanged', problems: [{ severity: 'warning', element: 'UPN', value: testUpn(50) }] },
    ]);
  });

  it('takes an entry after the last day for a return to the school', async () => {
    await addPupils(app, [pupilRecord(1, { leavingDate: '2024-07-19' })]);
    const { rows } = await app.must('pupils.preview-import', {
      fileId: csv([csvPupil(1, { entry: '03/11/2025' })]),
    });
    expect(rows[0]?.changes).toEqual([
      { field: 'entryDate', from: '2023-09-04', to: '2025-11-03' },
      { field: 'leavingDate', from: '2024-07-19', to: '' },
    ]);
  });

  it.each<[string, CsvPupil, string, string]>([
    ['a date of birth in the future', { dob: '13/11/2025' }, 'Date of birth', '2025-11-13'],
    ['an entry before birth', { entry: '01/09/2011' }, 'Entry date', '2011-09-01'],
    ['a last day before birth', { leaving: '01/09/2011' }, 'Leaving date', '2011-09-01'],
    ['a last day before the entry', { leaving: '01/09/2023' }, 'Leaving date', '2023-09-01'],
  ])('refuses %s, with its place in the file', async (_, more, element, value) => {
    const preview = await app.must('pupils.preview-import', {
      fileId: csv([csvPupil(1), csvPupil(2, more)]),
    });
    expect(preview.counts).toMatchObject({ new: 1, refused: 1 });
    expect(preview.rows[1]).toMatchObject({
      outcome: 'refused',
      problems: [
        { severity: 'error', line: 3, element, value, remedy: expect.stringMatching(/\w/) as string },
      ],
    });
  });

  it('refuses a record whose UPN and former UPN are two pupils of the roll', async () => {
    await addPupils(app, [pupilRecord(1), pupilRecord(2)]);
    const { rows } = await app.must('pupils.preview-import', {
      fileId: csv([csvPupil(1, { formerUpn: testUpn(2) })]),
    });
    expect(rows[0]).toMatchObject({ outcome: 'refused', problems: [{ element: 'Former UPN' }] });
  });

  it('refuses the second of two records of the same pupil under the old and the new UPN', async () => {
    await addPupils(app, [pupilRecord(1)]);
    const { rows } = await app.must('pupils.preview-import', {
      fileId: csv([csvPupil(1), csvPupil(1, { upn: testUpn(77), formerUpn: testUpn(1) })]),
    });
    expect(rows.map(({ outcome }) => outcome)).toEqual(['unchanged', 'refused']);
    expect(rows[1]?.problems[0]?.message).toContain('line 2');
  });

  it('doubts, but takes, an unlikely age and somebody who is on the roll under another UPN', async () => {
    await addPupils(app, [pupilRecord(1)]);
    const { rows } = await app.must('pupils.preview-import', {
      fileId: csv([csvPupil(2, { dob: '09/10/1911' }), csvPupil(3, { surname: 'Surname1' })]),
    });
    expect(rows).toMatchObject([
      { outcome: 'new', problems: [{ severity: 'warning', element: 'Date of birth' }] },
      {
        outcome: 'new',
        problems: [{ severity: 'warning', message: expect.stringContaining(testUpn(1)) as string }],
      },
    ]);
  });

  it('counts wrong check letters of UPNs that are new to the roll', async () => {
    const known = upnWithWrongLetter(1);
    await addPupils(app, [pupilRecord(1, { upn: known })]);
    const preview = await app.must('pupils.preview-import', {
      fileId: csv([csvPupil(1, { upn: known }), csvPupil(2, { upn: upnWithWrongLetter(2) })]),
    });
    expect(preview.checkLetters).toBe(1);
    expect(preview.rows).toMatchObject([
      { outcome: 'unchanged', problems: [] },
      { outcome: 'new', problems: [{ severity: 'warning', element: 'UPN', value: upnWithWrongLetter(2) }] },
    ]);
  });

  it.each(['ctf-25.xml', 'ctf-12.xml'])('reads a Common Transfer File (%s)', async (name) => {
    const preview = await app.must('pupils.preview-import', {
      fileId: app.fileId(join('tests/fixtures/files', name)),
    });
    expect(preview.kind).toBe('ctf');
    expect(preview.counts.refused).toBe(0);
    expect(preview.counts.new).toBe(preview.rows.length);
  });

  it('reads a CSV by the columns chosen', async () => {
    const path = join(app.folder, 'odd.csv');
    writeFileSync(path, `a,b,c,d\n${testUpn(1)},Jo,Example,17/02/2011\n`);
    const mapping = { upn: 'a', forename: 'b', surname: 'c', dob: 'd' };
    const preview = await app.must('pupils.preview-import', { fileId: app.fileId(path), mapping });
    expect(preview.rows).toMatchObject([{ upn: testUpn(1), name: 'Example, Jo', outcome: 'new' }]);
  });

  it('refuses a mapping to something that is no part of a pupil', async () => {
    const refused = await app.run('pupils.preview-import', {
      fileId: csv([csvPupil(1)]),
      mapping: { shoeSize: 'UPN' },
    });
    expect(refused).toMatchObject({
      ok: false,
      error: { code: 'invalid-input', fields: [{ path: 'mapping.shoeSize' }] },
    });
  });

  it('refuses a file with errors whole, each with line, column, value and remedy', async () => {
    const fileId = csv([csvPupil(1), csvPupil(2, { dob: '31/02/2011' }), csvPupil(1)]);
    const refused = await app.run('pupils.preview-import', { fileId });
    expect(refused).toMatchObject({
      ok: false,
      error: {
        code: 'unreadable-file',
        problems: [
          {
            line: 3,
            element: 'Date of birth',
            value: '31/02/2011',
            remedy: expect.stringMatching(/\w/) as string,
          },
          { line: 4, element: 'UPN', value: testUpn(1), remedy: expect.stringMatching(/\w/) as string },
        ],
      },
    });
  });

  it.each([
    ['an Excel workbook', 'PK\u0003\u0004', /Excel/],
    ['a PDF', '%PDF-1.7', /PDF/],
    ['an empty file', '', /empty/],
    ['a truncated CTF', '<?xml version="1.0"?><CTfile><Header>', /\w/],
  ])('says what is wrong with %s', async (_, text, message) => {
    const path = join(app.folder, 'chosen.dat');
    writeFileSync(path, text, 'latin1');
    const refused = await app.run('pupils.preview-import', { fileId: app.fileId(path) });
    expect(refused).toMatchObject({
      ok: false,
      error: { code: 'unreadable-file', problems: [{ message: expect.stringMatching(message) as string }] },
    });
  });

  it('refuses an id that was never given out, a file that has gone, and a database without a school', async () => {
    expect(await app.run('pupils.preview-import', { fileId: 'nobody' })).toMatchObject({
      ok: false,
      error: { code: 'not-found' },
    });
    expect(
      await app.run('pupils.preview-import', { fileId: app.fileId(join(app.folder, 'gone.csv')) }),
    ).toMatchObject({
      ok: false,
      error: { code: 'unreadable-file', message: expect.stringContaining('gone.csv') as string },
    });
    const empty = openTestApp();
    const fileId = empty.fileId(writePupilCsv(app.folder, [csvPupil(1)]));
    expect(await empty.run('pupils.preview-import', { fileId })).toMatchObject({
      error: { code: 'not-set-up' },
    });
    expect(await empty.run('pupils.import', { fileId })).toMatchObject({ error: { code: 'not-set-up' } });
    await empty.close();
  });
});

describe('pupils.import', () => {
  it('does what the dry run said, and leaves pupils who are not in the file alone', async () => {
    await addPupils(app, [pupilRecord(1), pupilRecord(2), pupilRecord(9)]);
    const fileId = csv([
      csvPupil(1),
      csvPupil(2, { form: '9B', surname: 'Łuksza' }),
      csvPupil(3, { care: 'Yes' }),
    ]);
    const { sha256, counts } = await app.must('pupils.preview-import', { fileId });
    const done = await app.must('pupils.import', { fileId, sha256 });
    expect(done).toEqual({ counts, fileName: 'pupils.csv' });
    expect(counts).toEqual({ new: 1, changed: 1, unchanged: 1, refused: 0 });
    const after = await roll();
    const of = (serial: number) => after.find(({ upn }) => upn === testUpn(serial));
    expect(after).toHaveLength(4);
    expect(of(1)).toEqual(pupilRecord(1));
    expect(of(2)).toMatchObject({ id: 'pupil-2', surname: 'Łuksza', form: '9B', version: 2 });
    expect(of(3)).toMatchObject({
      surname: 'Surname3',
      dob: '2011-10-09',
      ncYear: '9',
      inCare: true,
      version: 1,
    });
    expect(of(9)).toEqual(pupilRecord(9));
    const { rows } = await app.must('pupils.list', { text: 'luksza' });
    expect(rows.map(({ id }) => id)).toEqual(['pupil-2']);
  });

  it('gives back the old UPN as the former one and keeps the pupil', async () => {
    await addPupils(app, [pupilRecord(1)]);
    await app.must('pupils.import', {
      fileId: csv([csvPupil(1, { upn: testUpn(77), formerUpn: testUpn(1) })]),
    });
    expect(await roll()).toMatchObject([{ id: 'pupil-1', upn: testUpn(77), formerUpn: testUpn(1) }]);
  });

  it('leaves one audit row for the file and one, with before and after, for each pupil it touched', async () => {
    await addPupils(app, [pupilRecord(1), pupilRecord(2)]);
    const fileId = csv([csvPupil(1), csvPupil(2, { form: '9B' }), csvPupil(3)], 'Autumn.csv');
    const { sha256 } = await app.must('pupils.preview-import', { fileId });
    await app.must('pupils.import', { fileId, sha256 });
    const rows = await audit();
    expect(rows.map(({ subjectType }) => subjectType)).toEqual(['pupil-file', 'pupil', 'pupil']);
    expect(rows[0]).toMatchObject({
      operation: 'pupils.import',
      userName: 'Test Person',
      detail: { fileName: 'Autumn.csv', sha256, counts: { new: 1, changed: 1, unchanged: 1, refused: 0 } },
    });
    expect(rows[1]).toMatchObject({ detail: { outcome: 'new', upn: testUpn(3) } });
    expect(rows[2]).toMatchObject({
      subjectId: 'pupil-2',
      detail: { outcome: 'changed', changes: [{ field: 'form', from: '9A', to: '9B' }] },
    });
  });

  it('refuses the whole file for one refused pupil, and for one that cannot be read', async () => {
    await addPupils(app, [pupilRecord(1)]);
    await withoutWriting(async () => {
      const future = csv(
        [csvPupil(1, { form: '9C' }), csvPupil(2), csvPupil(3, { dob: '01/01/2030' })],
        'a.csv',
      );
      expect(await app.run('pupils.import', { fileId: future })).toMatchObject({
        ok: false,
        error: { code: 'unreadable-file', problems: [{ line: 4, element: 'Date of birth' }] },
      });
      const broken = csv([csvPupil(2), csvPupil(3, { dob: 'soon' })], 'b.csv');
      expect(await app.run('pupils.import', { fileId: broken })).toMatchObject({
        ok: false,
        error: { code: 'unreadable-file', problems: [{ line: 3, value: 'soon' }] },
      });
    });
  });

  it('refuses wrong check letters until they are accepted', async () => {
    const fileId = csv([csvPupil(1, { upn: upnWithWrongLetter(1) })]);
    await withoutWriting(async () => {
      expect(await app.run('pupils.import', { fileId })).toMatchObject({
        ok: false,
        error: { code: 'refused', message: expect.stringContaining('check letter') as string },
      });
    });
    await app.must('pupils.import', { fileId, acceptCheckLetters: true });
    expect(await roll()).toMatchObject([{ upn: upnWithWrongLetter(1) }]);
  });

  it('refuses a file that has changed since the dry run', async () => {
    const path = writePupilCsv(app.folder, [csvPupil(1)]);
    const fileId = app.fileId(path);
    const { sha256 } = await app.must('pupils.preview-import', { fileId });
    appendFileSync(path, '\r\n');
    await withoutWriting(async () => {
      expect(await app.run('pupils.import', { fileId, sha256 })).toMatchObject({
        ok: false,
        error: { code: 'conflict' },
      });
    });
  });

  it('changes nothing the second time', async () => {
    const fileId = app.fileId('tests/fixtures/files/ctf-25.xml');
    await app.must('pupils.import', { fileId, acceptCheckLetters: true });
    const before = await roll();
    const again = await app.must('pupils.import', { fileId });
    expect(again.counts).toEqual({ new: 0, changed: 0, unchanged: before.length, refused: 0 });
    expect(await roll()).toEqual(before);
  });

  it('is for those who may import', async () => {
    const fileId = csv([csvPupil(1)]);
    for (const role of ['provider-staff', 'governor-clerk', 'authority'] as const) {
      for (const operation of ['pupils.import', 'pupils.preview-import', 'pupils.inspect-file'] as const) {
        expect(await app.run(operation, { fileId }, role)).toMatchObject({
          error: { code: 'not-permitted' },
        });
      }
    }
    expect(await app.run('pupils.import', { fileId }, 'recorder')).toMatchObject({ ok: true });
  });

  it('says how far it is, and writes nothing when it is cancelled in the middle', async () => {
    await addPupils(app, [pupilRecord(1)]);
    const fileId = csv([
      csvPupil(1, { form: '9C' }),
      ...Array.from({ length: 900 }, (_, at) => csvPupil(at + 2)),
    ]);
    const told: number[] = [];
    let writing = false;
    const job = {
      progress: (fraction: number | undefined, text: string) => {
        told.push(fraction ?? 0);
        writing ||= text.startsWith('Saving: 400');
      },
      checkCancelled: () => {
        if (writing) throw new JobCancelledError();
      },
    };
    const session = { userName: 'Test Person', role: 'administrator' } as const;
    await withoutWriting(async () => {
      const result = await dispatch(app.services, handlers, session, 'pupils.import', { fileId }, job);
      expect(result).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    });
    expect(told.length).toBeGreaterThan(9);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
  });

  it('writes a change of every field, more pupils than one statement takes', async () => {
    const many = Array.from({ length: 450 }, (_, at) => at + 1);
    await addPupils(
      app,
      many.map((serial) => pupilRecord(serial)),
    );
    await app.must('pupils.import', {
      fileId: csv(many.map((serial) => csvPupil(serial, { form: '10Z', year: '10' }))),
    });
    const pupils = await roll();
    expect(pupils).toHaveLength(450);
    expect(
      pupils.every(({ form, ncYear, version }) => form === '10Z' && ncYear === '10' && version === 2),
    ).toBe(true);
    expect(pupils.find(({ id }) => id === 'pupil-7')).toMatchObject({ upn: testUpn(7), surname: 'Surname7' });
  });
});

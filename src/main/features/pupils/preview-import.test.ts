import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestApp } from '../../../../tests/builders/app.ts';
import { csvPupil, writePupilCsv, type CsvPupil } from '../../../../tests/builders/pupil-csv.ts';
import { openImportApp, type ImportApp } from '../../../../tests/builders/pupil-import.ts';
import { addPupils, pupilRecord } from '../../../../tests/builders/pupil-row.ts';
import { testUpn, upnWithWrongLetter } from '../../../../tests/builders/pupil-upn.ts';

let app: ImportApp;
beforeEach(async () => {
  app = await openImportApp();
});
afterEach(() => app.close());

describe('pupils.preview-import', () => {
  it('says of each pupil whether it is new, changed or unchanged, and writes nothing', async () => {
    await addPupils(app, [pupilRecord(1), pupilRecord(2), pupilRecord(9)]);
    const fileId = app.csv([csvPupil(1), csvPupil(2, { form: '9B', sen: 'K' }), csvPupil(3)]);
    await app.withoutWriting(async () => {
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
    const { rows } = await app.must('pupils.preview-import', { fileId: app.csv([bare]) });
    expect(rows).toMatchObject([{ outcome: 'unchanged', changes: [] }]);
  });

  it('takes a former UPN for the same pupil and shows the new UPN as a change', async () => {
    await addPupils(app, [pupilRecord(1)]);
    const fileId = app.csv([csvPupil(1, { upn: testUpn(77), formerUpn: testUpn(1) })]);
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
      fileId: app.csv([csvPupil(1, { upn: testUpn(50) })]),
    });
    expect(rows).toMatchObject([
      { outcome: 'unchanged', problems: [{ severity: 'warning', element: 'UPN', value: testUpn(50) }] },
    ]);
  });

  it('takes an entry after the last day for a return to the school', async () => {
    await addPupils(app, [pupilRecord(1, { leavingDate: '2024-07-19' })]);
    const { rows } = await app.must('pupils.preview-import', {
      fileId: app.csv([csvPupil(1, { entry: '03/11/2025' })]),
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
      fileId: app.csv([csvPupil(1), csvPupil(2, more)]),
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
      fileId: app.csv([csvPupil(1, { formerUpn: testUpn(2) })]),
    });
    expect(rows[0]).toMatchObject({ outcome: 'refused', problems: [{ element: 'Former UPN' }] });
  });

  it('refuses the second of two records of the same pupil under the old and the new UPN', async () => {
    await addPupils(app, [pupilRecord(1)]);
    const { rows } = await app.must('pupils.preview-import', {
      fileId: app.csv([csvPupil(1), csvPupil(1, { upn: testUpn(77), formerUpn: testUpn(1) })]),
    });
    expect(rows.map(({ outcome }) => outcome)).toEqual(['unchanged', 'refused']);
    expect(rows[1]?.problems[0]?.message).toContain('line 2');
  });

  it('doubts, but takes, an unlikely age and somebody who is on the roll under another UPN', async () => {
    await addPupils(app, [pupilRecord(1)]);
    const { rows } = await app.must('pupils.preview-import', {
      fileId: app.csv([csvPupil(2, { dob: '09/10/1911' }), csvPupil(3, { surname: 'Surname1' })]),
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
      fileId: app.csv([csvPupil(1, { upn: known }), csvPupil(2, { upn: upnWithWrongLetter(2) })]),
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
      fileId: app.csv([csvPupil(1)]),
      mapping: { shoeSize: 'UPN' },
    });
    expect(refused).toMatchObject({
      ok: false,
      error: { code: 'invalid-input', fields: [{ path: 'mapping.shoeSize' }] },
    });
  });

  it('refuses a file with errors whole, each with line, column, value and remedy', async () => {
    const fileId = app.csv([csvPupil(1), csvPupil(2, { dob: '31/02/2011' }), csvPupil(1)]);
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

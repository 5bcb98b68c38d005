import { appendFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dispatch } from '#main/api/dispatch.ts';
import { handlers } from '#main/api/handlers.ts';
import { JobCancelledError } from '#main/features/context.ts';
import { csvPupil, writePupilCsv } from '../../../../tests/builders/pupil-csv.ts';
import { openImportApp, type ImportApp } from '../../../../tests/builders/pupil-import.ts';
import { addPupils, pupilRecord } from '../../../../tests/builders/pupil-row.ts';
import { testUpn, upnWithWrongLetter } from '../../../../tests/builders/pupil-upn.ts';

let app: ImportApp;
beforeEach(async () => {
  app = await openImportApp();
});
afterEach(() => app.close());

describe('pupils.import', () => {
  it('does what the dry run said, and leaves pupils who are not in the file alone', async () => {
    await addPupils(app, [pupilRecord(1), pupilRecord(2), pupilRecord(9)]);
    const fileId = app.csv([
      csvPupil(1),
      csvPupil(2, { form: '9B', surname: 'Łuksza' }),
      csvPupil(3, { care: 'Yes' }),
    ]);
    const { sha256, counts } = await app.must('pupils.preview-import', { fileId });
    const done = await app.must('pupils.import', { fileId, sha256 });
    expect(done).toEqual({ counts, fileName: 'pupils.csv' });
    expect(counts).toEqual({ new: 1, changed: 1, unchanged: 1, refused: 0 });
    const after = await app.roll();
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
      fileId: app.csv([csvPupil(1, { upn: testUpn(77), formerUpn: testUpn(1) })]),
    });
    expect(await app.roll()).toMatchObject([{ id: 'pupil-1', upn: testUpn(77), formerUpn: testUpn(1) }]);
  });

  it('leaves one audit row for the file and one, with before and after, for each pupil it touched', async () => {
    await addPupils(app, [pupilRecord(1), pupilRecord(2)]);
    const fileId = app.csv([csvPupil(1), csvPupil(2, { form: '9B' }), csvPupil(3)], 'Autumn.csv');
    const { sha256 } = await app.must('pupils.preview-import', { fileId });
    await app.must('pupils.import', { fileId, sha256 });
    const rows = await app.audit();
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
    await app.withoutWriting(async () => {
      const future = app.csv(
        [csvPupil(1, { form: '9C' }), csvPupil(2), csvPupil(3, { dob: '01/01/2030' })],
        'a.csv',
      );
      expect(await app.run('pupils.import', { fileId: future })).toMatchObject({
        ok: false,
        error: { code: 'unreadable-file', problems: [{ line: 4, element: 'Date of birth' }] },
      });
      const broken = app.csv([csvPupil(2), csvPupil(3, { dob: 'soon' })], 'b.csv');
      expect(await app.run('pupils.import', { fileId: broken })).toMatchObject({
        ok: false,
        error: { code: 'unreadable-file', problems: [{ line: 3, value: 'soon' }] },
      });
    });
  });

  it('refuses wrong check letters until they are accepted', async () => {
    const fileId = app.csv([csvPupil(1, { upn: upnWithWrongLetter(1) })]);
    await app.withoutWriting(async () => {
      expect(await app.run('pupils.import', { fileId })).toMatchObject({
        ok: false,
        error: { code: 'refused', message: expect.stringContaining('check letter') as string },
      });
    });
    await app.must('pupils.import', { fileId, acceptCheckLetters: true });
    expect(await app.roll()).toMatchObject([{ upn: upnWithWrongLetter(1) }]);
  });

  it('refuses a file that has changed since the dry run', async () => {
    const path = writePupilCsv(app.folder, [csvPupil(1)]);
    const fileId = app.fileId(path);
    const { sha256 } = await app.must('pupils.preview-import', { fileId });
    appendFileSync(path, '\r\n');
    await app.withoutWriting(async () => {
      expect(await app.run('pupils.import', { fileId, sha256 })).toMatchObject({
        ok: false,
        error: { code: 'conflict' },
      });
    });
  });

  it('changes nothing the second time', async () => {
    const fileId = app.fileId('tests/fixtures/files/ctf-25.xml');
    await app.must('pupils.import', { fileId, acceptCheckLetters: true });
    const before = await app.roll();
    const again = await app.must('pupils.import', { fileId });
    expect(again.counts).toEqual({ new: 0, changed: 0, unchanged: before.length, refused: 0 });
    expect(await app.roll()).toEqual(before);
  });

  it('is for those who may import', async () => {
    const fileId = app.csv([csvPupil(1)]);
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
    const fileId = app.csv([
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
    await app.withoutWriting(async () => {
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
      fileId: app.csv(many.map((serial) => csvPupil(serial, { form: '10Z', year: '10' }))),
    });
    const pupils = await app.roll();
    expect(pupils).toHaveLength(450);
    expect(
      pupils.every(({ form, ncYear, version }) => form === '10Z' && ncYear === '10' && version === 2),
    ).toBe(true);
    expect(pupils.find(({ id }) => id === 'pupil-7')).toMatchObject({ upn: testUpn(7), surname: 'Surname7' });
  });
});

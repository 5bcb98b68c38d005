import { join } from 'node:path';
import { writeFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, it, describe } from 'vitest';
import { openTestApp, type TestApp } from '../../../../tests/builders/app.ts';

let app: TestApp;

beforeEach(() => {
  app = openTestApp();
});
afterEach(() => app.close());

describe('pupils.inspect-file', () => {
  it('gives the columns of a CSV, its first rows, a mapping and what must be mapped', async () => {
    const inspected = await app.must('pupils.inspect-file', {
      fileId: app.fileId('tests/fixtures/files/pupils.csv'),
    });
    expect(inspected).toMatchObject({ kind: 'pupil-csv', name: 'pupils.csv' });
    expect(inspected.columns).toContain('Legal surname');
    expect(inspected.rows).toHaveLength(3);
    expect(inspected.mapping).toMatchObject({ upn: 'UPN', surname: 'Legal surname', dob: 'Date of birth' });
    const required = inspected.fields.filter((field) => field.required).map(({ label }) => label);
    expect(required).toEqual(['UPN', 'Surname', 'Forename', 'Date of birth']);
  });

  it('offers no part that is not kept', async () => {
    const path = join(app.folder, 'chosen.csv');
    writeFileSync(path, 'UPN,Surname,Forename,Known as\n');
    const { mapping, fields } = await app.must('pupils.inspect-file', { fileId: app.fileId(path) });
    expect(Object.keys(mapping)).toEqual(['upn', 'surname', 'forename']);
    expect(fields.map(({ field }) => field)).not.toContain('preferredForename');
  });

  it('knows a Common Transfer File by its content, whatever it is called', async () => {
    const path = join(app.folder, 'pupils.csv');
    writeFileSync(path, '\ufeff\n<?xml version="1.0"?><CTfile/>');
    const inspected = await app.must('pupils.inspect-file', { fileId: app.fileId(path) });
    expect(inspected).toMatchObject({ kind: 'ctf', columns: [], mapping: {} });
  });

  it('refuses what has no columns', async () => {
    const path = join(app.folder, 'letter.txt');
    writeFileSync(path, 'Dear parent\n');
    expect(await app.run('pupils.inspect-file', { fileId: app.fileId(path) })).toMatchObject({
      error: { code: 'unreadable-file' },
    });
  });
});

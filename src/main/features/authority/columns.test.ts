import { afterEach, beforeEach, expect, it } from 'vitest';
import { strToU8, zipSync } from 'fflate';
import { auditOf } from '../../../../tests/builders/audit-of.ts';
import { testUpn } from '../../../../tests/builders/pupil-upn.ts';
import {
  fileText,
  openAuthorityApp,
  sentReturn,
  type AuthorityApp,
} from '../../../../tests/builders/return-authority.ts';

let app: AuthorityApp;

beforeEach(async () => {
  app = await openAuthorityApp();
});

afterEach(() => app.close());

/** A list as another system writes it: other headings, dates and words. */
const listOf = (date: string) =>
  [
    'DfE Number,UPN,Legal Surname,Legal Forename,Gender,Date of Birth,Type,Grund,Start Date,Days',
    `2014001,${testUpn(1)},Okoro,Ada,F,09/10/2011,Suspension,DB,${date},2.5`,
  ].join('\r\n');

it('a list of another system waits until its columns are named, and is known again by its headings', async () => {
  const [refused] = await app.importPaths(app.put('list.csv', listOf('10/11/2025')));
  expect(refused).toMatchObject({ outcome: 'refused', quarantineId: expect.any(String) });
  const id = refused?.quarantineId ?? '';
  const columns = await app.must('authority.columns', { id });
  expect(columns.headings[7]).toEqual({ heading: 'Grund', samples: ['DB'] });
  const suggested = Object.fromEntries(
    columns.wanted.flatMap(({ column, suggested: heading }) =>
      heading === undefined ? [] : [[column, heading]],
    ),
  );
  expect(suggested).toMatchObject({
    upn: 'UPN',
    surname: 'Legal Surname',
    start_date: 'Start Date',
    days: 'Days',
  });
  expect(suggested).not.toHaveProperty('reason_1');
  await app.must('authority.save-columns', {
    id,
    name: 'Test High School',
    columns: { ...suggested, reason_1: 'Grund' },
  });
  const { totals } = await app.must('authority.retry-quarantined', { ids: [id] });
  expect(totals).toMatchObject({ imported: 1 });
  expect((await app.must('authority.quarantine', {})).files).toEqual([]);
  const [next] = await app.importPaths(app.put('next.csv', listOf('12/03/2025')));
  expect(next).toMatchObject({ outcome: 'imported', counts: { fixedPeriod: 1, sessions: 5 } });
  expect(await auditOf(app, 'authority.save-columns')).toMatchObject([
    { subjectType: 'column-mapping', detail: { name: 'Test High School' } },
  ]);
});

it('a school’s number given for all rows of one list is not taken for the list of another school', async () => {
  const unsaid = (date: string) =>
    listOf(date)
      .split('\r\n')
      .map((line) => line.slice(line.indexOf(',') + 1))
      .join('\r\n');
  const [refused] = await app.importPaths(app.put('ours.csv', unsaid('10/11/2025')));
  const id = refused?.quarantineId ?? '';
  const { wanted } = await app.must('authority.columns', { id });
  const suggested = wanted.flatMap(({ column, suggested: heading }) => (heading ? [[column, heading]] : []));
  const columns = { ...Object.fromEntries(suggested), reason_1: 'Grund', laestab: '=2014001' };
  await app.must('authority.save-columns', { id, name: 'Test High School', columns });
  const { files } = await app.must('authority.retry-quarantined', { ids: [id] });
  expect(files).toMatchObject([{ outcome: 'imported', school: { laEstab: '2014001' } }]);
  expect(await app.importPaths(app.put('theirs.csv', unsaid('11/11/2025')))).toMatchObject([
    { outcome: 'refused', message: expect.stringContaining('does not say of which school it is') },
  ]);
  expect(await app.importPaths(app.put('2014003 list.csv', unsaid('12/11/2025')))).toMatchObject([
    { outcome: 'imported', school: { laEstab: '2014003' } },
  ]);
  const fileIds = [app.fileId(app.put('chosen.csv', unsaid('13/11/2025')))];
  const chosen = await app.must('authority.import', { fileIds, laEstab: '2014004' });
  expect(chosen.files).toMatchObject([{ outcome: 'imported', school: { laEstab: '2014004' } }]);
});

it('a column that the file does not have is refused', async () => {
  const [refused] = await app.importPaths(app.put('list.csv', listOf('10/11/2025')));
  expect(
    await app.run('authority.save-columns', {
      id: refused?.quarantineId ?? '',
      name: 'Test High School',
      columns: { upn: 'Nowhere' },
    }),
  ).toMatchObject({ error: { code: 'invalid-input' } });
});

it('a zip file is taken file by file; what is refused in it is kept by itself', async () => {
  const one = [[1, 'SUSP', '2025-11-10', 5]] as const;
  const zip = zipSync({
    '2014001.xml': strToU8(fileText('a.xml', sentReturn(one))),
    'more/2014002.csv': strToU8(fileText('a.csv', sentReturn(one, { estab: '4002' }))),
    'notes.txt': strToU8('not a return'),
  });
  const outcomes = await app.importPaths(app.put('returns.zip', zip));
  expect(outcomes.map(({ fileName, outcome }) => `${fileName} ${outcome}`)).toEqual([
    'returns.zip/2014001.xml imported',
    'returns.zip/more/2014002.csv imported',
    'returns.zip/notes.txt refused',
  ]);
  expect((await app.must('authority.quarantine', {})).files).toMatchObject([
    { fileName: 'returns.zip/notes.txt' },
  ]);
});

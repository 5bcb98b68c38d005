import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openOfficeApp, type OfficeApp } from '../../../../tests/builders/office-school.ts';

let app: OfficeApp;
let amara: string;
beforeEach(async () => {
  app = await openOfficeApp();
  amara = await app.pupil('Amara Okafor');
  await app.setPupil(amara, { upn: 'G201400114001' });
});
afterEach(() => app.close());

const WEEK = { from: '2025-11-10', to: '2025-11-14' };
const place = (name: string) => app.fileId(join(app.folder, name));
const register = (...rows: readonly string[]) => {
  const path = join(app.folder, 'register.csv');
  writeFileSync(path, ['UPN,Date,Session,Code', ...rows].join('\n'));
  return app.fileId(path);
};

describe('register.codes', () => {
  it('gives each session out its code and why; from today on as booked', async () => {
    const id = await app.exclude(amara, '2025-11-11 pm');
    await app.place(id, 'la-centre', ['2025-11-12 pm']);
    await app.place(id, 'pru', ['2025-11-13 am'], 'held');
    const { rows } = await app.must('register.codes', WEEK);
    expect(rows.map(({ date, slot, code, why }) => `${date} ${slot} ${code} ${why}`)).toEqual([
      '2025-11-11 pm E out, with no place',
      '2025-11-12 am E no place booked so far',
      '2025-11-12 pm K as booked, at Riverside Centre, arranged by the authority',
      '2025-11-13 am E place at The Bridge only held, not booked',
    ]);
    expect(rows[0]).toMatchObject({
      name: 'Amara Okafor',
      upn: 'G201400114001',
      form: '9B',
      exclusionId: id,
    });
  });

  it('leaves out drafts, lunchtimes, half days given back, cancelled places and holds that ran out', async () => {
    await app.exclude(amara, '2025-11-10 am', { state: 'draft' });
    const ben = await app.pupil('Ben Brown');
    await app.exclude(ben, '2025-11-10 am', { kind: 'lunchtime' });
    const cara = await app.pupil('Cara Cole');
    const cancelled = await app.exclude(cara, '2025-11-13 am', {
      state: 'cancelled',
      stopped: '2025-11-13 pm',
    });
    await app.place(cancelled, 'pru', ['2025-11-13 am'], 'cancelled');
    expect((await app.must('register.codes', WEEK)).rows).toMatchObject([
      { name: 'Cara Cole', date: '2025-11-13', slot: 'am', code: 'E' },
    ]);
    await app.place(cancelled, 'la-centre', ['2025-11-13 am'], 'held');
    app.goTo('2025-11-14');
    expect((await app.must('register.codes', WEEK)).rows).toMatchObject([
      { code: 'E', why: 'out, with no place' },
    ]);
  });

  it('follows a permanent exclusion until the name was removed from the register', async () => {
    const id = await app.exclude(amara, '2025-11-10 am', { kind: 'permanent' });
    expect((await app.must('register.codes', WEEK)).rows).toHaveLength(10);
    await app.services.store.write((db) =>
      db.insert(db.tables.duties).values({
        exclusionId: id,
        key: 'remove-from-register',
        party: 'pupil',
        owedBy: 'school',
        basis: 'law',
        owed: true,
        withoutDelay: false,
        working: [],
        source: 'test',
        why: 'It is owed.',
        certainty: 'read',
        fulfilledOn: '2025-11-12',
        how: 'removed',
        byWhom: 'Office',
        fulfilledBy: 'Test Person',
        fulfilledAt: '2025-11-12T12:00:00.000Z',
      }),
    );
    expect((await app.must('register.codes', WEEK)).rows).toHaveLength(4);
  });

  it('can be of one exclusion', async () => {
    await app.exclude(amara, '2025-11-10 am');
    const other = await app.exclude(await app.pupil('Ben Brown'), '2025-11-10 am', { halfDays: 1 });
    const { rows } = await app.must('register.codes', { ...WEEK, exclusionId: other });
    expect(rows).toMatchObject([{ name: 'Ben Brown' }]);
  });

  it.each([
    [{ from: '2025-11-14', to: '2025-11-10' }, 'to'],
    [{ from: '2024-11-10', to: '2025-11-12' }, 'to'],
    [{ from: 'soon', to: '2025-11-12' }, 'from'],
  ])('refuses the period %j', async (period, path) => {
    expect(await app.run('register.codes', period)).toMatchObject({
      error: { code: 'invalid-input', fields: [{ path }] },
    });
  });

  it('is not for a provider’s staff', async () => {
    expect(await app.run('register.codes', WEEK, 'provider-staff')).toMatchObject({
      error: { code: 'not-permitted' },
    });
  });
});

describe('register.export', () => {
  it('writes one row a session and leaves an audit row without names', async () => {
    await app.exclude(amara, '2025-11-13 am', { halfDays: 1 });
    const fileId = place('codes.csv');
    const written = await app.must('register.export', { ...WEEK, destination: fileId });
    expect(written).toMatchObject({ fileName: 'codes.csv', rows: 1 });
    expect(readFileSync(join(app.folder, 'codes.csv'), 'utf8')).toBe(
      '\ufeffUPN,Pupil,Form,Date,Session,Code,Why\r\nG201400114001,Amara Okafor,9B,2025-11-13,AM,E,no place booked so far\r\n',
    );
    const [row] = await app.audit();
    expect(row).toMatchObject({ operation: 'register.export', detail: { fileName: 'codes.csv', rows: 1 } });
    expect(JSON.stringify(row)).not.toMatch(/Amara|G2014/);
  });

  it('writes nothing where no place was chosen, or nothing can be written', async () => {
    expect(await app.run('register.export', WEEK)).toMatchObject({ error: { code: 'cancelled' } });
    expect(await app.run('register.export', { ...WEEK, destination: 'gone' })).toMatchObject({
      error: { code: 'not-found' },
    });
    expect(await app.run('register.export', { ...WEEK, destination: place('no/such.csv') })).toMatchObject({
      error: { code: 'refused' },
    });
    expect(await app.audit()).toEqual([]);
  });

  it('refuses a period in the wrong order before it asks for a place', async () => {
    const wrong = { from: '2025-11-14', to: '2025-11-10', destination: place('codes.csv') };
    expect(await app.run('register.export', wrong)).toMatchObject({ error: { code: 'invalid-input' } });
    expect(existsSync(join(app.folder, 'codes.csv'))).toBe(false);
  });
});

describe('register.compare', () => {
  it('agrees with what First Day itself exported', async () => {
    const id = await app.exclude(amara, '2025-11-11 am');
    await app.place(id, 'internal-unit', ['2025-11-11 am', '2025-11-11 pm']);
    const fileId = place('codes.csv');
    await app.must('register.export', { ...WEEK, destination: fileId });
    expect(await app.must('register.compare', { fileId })).toEqual({
      from: '2025-11-11',
      to: '2025-11-12',
      read: 4,
      agreeing: 4,
      clashes: [],
      problems: [],
    });
  });

  it('finds clashes both ways, each with what to do', async () => {
    const id = await app.exclude(amara, '2025-11-10 am', { halfDays: 3, stopped: '2025-11-11 am' });
    const fileId = register(
      'G201400114001,10/11/2025,AM,/',
      'G201400114001,11/11/2025,AM,E',
      'K201400113002,11/11/2025,AM,E',
      'rubbish,11/11/2025,AM,E',
    );
    const compared = await app.must('register.compare', { fileId });
    expect(compared).toMatchObject({ from: '2025-11-10', to: '2025-11-11', read: 3, agreeing: 0 });
    expect(compared.problems).toMatchObject([{ line: 5, element: 'UPN', value: 'rubbish' }]);
    expect(compared.clashes).toMatchObject([
      {
        kind: 'other-code',
        name: 'Amara Okafor',
        exclusionId: id,
        registerCode: '/',
        recordCode: 'E',
        text: 'The register has /, the record says E: out, with no place.',
      },
      { kind: 'no-mark', date: '2025-11-10', slot: 'pm', recordCode: 'E' },
      { kind: 'no-record', exclusionId: id, registerCode: 'E', text: expect.stringContaining('given back') },
      { kind: 'no-record', name: 'Not on your roll', text: expect.stringContaining('Check the number') },
    ]);
    expect(compared.clashes[3]).not.toHaveProperty('pupilId');
  });

  it('tells E without an exclusion from a code that may be right for another reason', async () => {
    const fileId = register('G201400114001,2025-11-10,AM,E', 'G201400114001,2025-11-10,PM,B');
    const { clashes } = await app.must('register.compare', { fileId });
    expect(clashes.map(({ text }) => text)).toEqual([
      expect.stringContaining('or record the exclusion'),
      expect.stringContaining('right only if the pupil was there for another reason'),
    ]);
  });

  it('changes nothing', async () => {
    await app.must('register.compare', { fileId: register('G201400114001,2025-11-10,AM,/') });
    expect(await app.audit()).toEqual([]);
  });

  it('refuses a file that is gone, of another kind, unreadable, or of more than a year', async () => {
    expect(await app.run('register.compare', { fileId: 'gone' })).toMatchObject({
      error: { code: 'not-found' },
    });
    expect(await app.run('register.compare', { fileId: place('nothing.csv') })).toMatchObject({
      error: { code: 'unreadable-file' },
    });
    writeFileSync(join(app.folder, 'book.csv'), 'PK\u0003\u0004');
    expect(await app.run('register.compare', { fileId: place('book.csv') })).toMatchObject({
      error: { problems: [{ message: expect.stringContaining('Excel') }] },
    });
    writeFileSync(join(app.folder, 'names.csv'), 'Name,Form\nJo,9B');
    expect(await app.run('register.compare', { fileId: place('names.csv') })).toMatchObject({
      error: { code: 'unreadable-file' },
    });
    const long = register('G201400114001,2024-01-10,AM,/', 'G201400114001,2025-11-10,PM,/');
    expect(await app.run('register.compare', { fileId: long })).toMatchObject({
      error: { problems: [{ message: expect.stringContaining('more than one year') }] },
    });
  });

  it('refuses a register of which hardly anything agrees', async () => {
    const days = Array.from({ length: 28 }, (_, at) => String(at + 1).padStart(2, '0'));
    const months = ['01', '02', '03'];
    const upns = Array.from({ length: 15 }, (_, at) => `G2014001140${String(at + 10)}`);
    const rows = upns.flatMap((upn) =>
      months.flatMap((month) =>
        days.flatMap((day) => [`${upn},2025-${month}-${day},AM,E`, `${upn},2025-${month}-${day},PM,E`]),
      ),
    );
    expect(await app.run('register.compare', { fileId: register(...rows) })).toMatchObject({
      error: { code: 'refused' },
    });
  });
});

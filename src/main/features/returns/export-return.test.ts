import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { parse } from 'csv-parse/sync';
import { XMLParser } from 'fast-xml-parser';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { auditOf } from '../../../../tests/builders/audit-of.ts';
import { openReturnApp, SPRING_2026, type ReturnApp } from '../../../../tests/builders/return-school.ts';

let app: ReturnApp;

beforeEach(async () => {
  app = await openReturnApp();
});

afterEach(() => app.close());

const exportTo = (name: string, format: 'census-xml' | 'csv' = 'census-xml') =>
  app.run('returns.export', { period: SPRING_2026, format, destination: app.place(name).destination });

const mustExport = async (name: string, format?: 'census-xml' | 'csv') => {
  const result = await exportTo(name, format);
  if (!result.ok) throw new Error(result.error.message);
  return { receipt: result.value, bytes: await readFile(app.place(name).path) };
};

const written = async () => (await readdir(app.folder)).filter((name) => !name.startsWith('first-day.db'));

const history = async () => (await app.must('returns.history', {})).receipts;

/** Names, numbers and days as text, as an outsider's parser gives them. */
const parseXml = (bytes: Buffer) =>
  new XMLParser({
    parseTagValue: false,
    isArray: (name) => ['PupilOnRoll', 'PupilNoLongerOnRoll', 'TermlyExclusion', 'Reason'].includes(name),
  }).parse(bytes.toString('utf8')) as { Message: Record<string, unknown> };

describe('returns.export as census XML', () => {
  it('writes what an independent parser reads back as the records', async () => {
    const here = await app.pupil(1, {
      surname: 'O’Brien & Sön',
      forename: '李',
      sex: 'M',
      senProvision: 'K',
    });
    const gone = await app.pupil(2, { surname: 'Abara', leavingDate: '2025-12-19', ncYear: '11' });
    await app.exclude(here, '2025-11-10', { halfDays: 5, slot: 'pm', reasons: ['PP', 'DB'] });
    await app.exclude(here, '2025-12-01', { halfDays: 2, reasons: ['TH'] });
    await app.exclude(gone, '2025-11-18', { kind: 'permanent', reasons: ['PA'] });
    const { bytes } = await mustExport('return.xml');
    const { Message } = parseXml(bytes);
    expect(Message['Header']).toMatchObject({
      CollectionDetails: { Collection: 'SC', Term: 'SPR', Year: '2026', ReferenceDate: '2026-01-15' },
      Source: {
        SourceLevel: 'S',
        LEA: '201',
        Estab: '4001',
        SerialNo: '001',
        DateTime: '2026-01-21T12:00:00',
      },
    });
    expect(Message['School']).toEqual({ SchoolCharacteristics: { SchoolName: 'Test High School' } });
    expect(Message['Pupils']).toMatchObject({
      PupilsOnRoll: {
        PupilOnRoll: [
          {
            PupilIdentifiers: { Surname: 'O’Brien & Sön', Forename: '李', Sex: 'M', DOB: '2011-10-09' },
            SpecialEducationalNeeds: { SENprovision: 'K' },
            Exclusions: {
              TermlyExclusion: [
                {
                  Category: 'SUSP',
                  Reasons: { Reason: ['PP', 'DB'] },
                  StartDate: '2025-11-10',
                  Sessions: '5',
                  InCare: 'false',
                  SENprovision: 'N',
                },
                { Category: 'SUSP', Reasons: { Reason: ['TH'] }, StartDate: '2025-12-01', Sessions: '2' },
              ],
            },
          },
        ],
      },
      PupilsNoLongerOnRoll: {
        PupilNoLongerOnRoll: [
          {
            PupilIdentifiers: { Surname: 'Abara' },
            PupilStatus: { LeavingDate: '2025-12-19', NCyearActual: '11' },
            Exclusions: {
              TermlyExclusion: [{ Category: 'PERM', Reasons: { Reason: ['PA'] }, StartDate: '2025-11-18' }],
            },
          },
        ],
      },
    });
    expect(bytes.toString('utf8').match(/<Sessions>/g)).toHaveLength(2);
  });

  it('gives a receipt with the counts and the fingerprint of the very file', async () => {
    const pupil = await app.pupil(1);
    await app.exclude(pupil, '2025-11-10', { halfDays: 3 });
    const { receipt, bytes } = await mustExport('return.xml');
    expect(receipt).toMatchObject({
      period: { name: 'Spring census 2026', from: '2025-04-21', to: '2025-12-31' },
      version: 1,
      format: 'census-xml',
      fileName: 'return.xml',
      sha256: createHash('sha256').update(bytes).digest('hex'),
      nil: false,
      counts: { pupils: 1, fixedPeriod: 1, permanent: 0, lunchtime: 0, sessions: 3 },
      exportedBy: 'Test Person',
      exportedAt: '2026-01-21T12:00:00.000Z',
    });
    const { fileId, ...kept } = receipt;
    expect(app.services.files.pathOf(fileId)).toBe(app.place('return.xml').path);
    expect(await history()).toEqual([kept]);
    expect(await auditOf(app, 'returns.export')).toMatchObject([
      { subjectType: 'return', subjectId: receipt.id, detail: { fingerprint: receipt.sha256, version: 1 } },
    ]);
  });

  it('cuts names that are longer than the census takes', async () => {
    const pupil = await app.pupil(1, { surname: 'Ángeles-Wetherby-Featherstonehaugh-Ng' });
    await app.exclude(pupil, '2025-11-10');
    const { bytes } = await mustExport('return.xml');
    expect(bytes.toString('utf8')).toContain('<Surname>Ángeles-Wetherby-Featherstonehaugh-</Surname>');
  });

  it('keeps a pupil on roll who leaves after the census', async () => {
    const pupil = await app.pupil(1, { leavingDate: '2026-01-15' });
    await app.exclude(pupil, '2025-11-10');
    const text = (await mustExport('return.xml')).bytes.toString('utf8');
    expect(text).toContain('<PupilsOnRoll>');
    expect(text).not.toContain('LeavingDate');
  });
});

describe('returns.export as CSV', () => {
  it('writes what an independent parser reads back as the records', async () => {
    const pupil = await app.pupil(1, {
      surname: 'Smith, the "third"',
      forename: '=Jo',
      formerUpn: 'N201400112003',
    });
    await app.exclude(pupil, '2025-11-10', { halfDays: 5, slot: 'pm', reasons: ['PP', 'DB'] });
    const { bytes } = await mustExport('return.csv', 'csv');
    const rows = parse(bytes, { bom: true, columns: true }) as Record<string, string>[];
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      laestab: '2014001',
      school_name: 'Test High School',
      census_term: 'SPR',
      census_year: '2026',
      surname: 'Smith, the "third"',
      former_upn: 'N201400112003',
      category: 'SUSP',
      reason_1: 'PP',
      reason_2: 'DB',
      reason_3: '',
      start_date: '2025-11-10',
      start_session: 'PM',
      end_date: '2025-11-12',
      sessions: '5',
    });
    expect(rows[0]?.['forename']).toBe("'=Jo");
  });
});

describe('returns.export', () => {
  it('makes a nil return of a period without records', async () => {
    const { receipt, bytes } = await mustExport('nil.xml');
    expect(receipt).toMatchObject({ nil: true, counts: { pupils: 0, fixedPeriod: 0, sessions: 0 } });
    expect(parseXml(bytes).Message).toMatchObject({ Pupils: '' });
    const csv = await mustExport('nil.csv', 'csv');
    const rows = parse(csv.bytes, { bom: true, columns: true }) as Record<string, string>[];
    expect(rows).toEqual([expect.objectContaining({ category: 'NIL', upn: '', laestab: '2014001' })]);
  });

  it('writes nothing while a record has an error, and keeps no receipt', async () => {
    const pupil = await app.pupil(1, { entryDate: '2025-12-01' });
    await app.exclude(pupil, '2025-11-10');
    for (const format of ['census-xml', 'csv'] as const) {
      expect(await exportTo('return', format)).toMatchObject({
        ok: false,
        error: { code: 'refused', message: expect.stringContaining('one error needs correcting first') },
      });
    }
    expect(await written()).toEqual([]);
    expect(await history()).toEqual([]);
    expect(await auditOf(app, 'returns.export')).toEqual([]);
  });

  it('is not kept back by queries', async () => {
    const pupil = await app.pupil(1, { sex: 'U' });
    await app.exclude(pupil, '2025-11-10', { kind: 'permanent' });
    expect((await exportTo('return.xml')).ok).toBe(true);
  });

  it('says which value does not fit the layout, and writes nothing', async () => {
    const pupil = await app.pupil(1, { enrolStatus: 'Z' });
    await app.exclude(pupil, '2025-11-10');
    const result = await exportTo('return.xml');
    expect(result).toMatchObject({
      ok: false,
      error: {
        code: 'refused',
        message: expect.stringMatching(/^Nothing was written/),
        problems: [{ value: 'Z' }],
      },
    });
    expect(await written()).toEqual([]);
  });

  it('numbers the exports of a period and leaves every receipt as it was', async () => {
    const pupil = await app.pupil(1);
    await app.exclude(pupil, '2025-11-10', { halfDays: 2 });
    const first = await mustExport('first.xml');
    await app.exclude(pupil, '2025-12-01', { halfDays: 4 });
    const second = await mustExport('second.xml');
    expect(second.bytes.toString('utf8')).toContain('<SerialNo>002</SerialNo>');
    const receipts = await history();
    expect(receipts.map(({ version, counts }) => [version, counts.sessions])).toEqual([
      [2, 6],
      [1, 2],
    ]);
    expect(receipts[1]?.sha256).toBe(first.receipt.sha256);
  });

  it('writes nothing where no file can be, and keeps no receipt', async () => {
    await mkdir(join(app.folder, 'folder'));
    for (const name of ['folder', 'nowhere/return.xml']) {
      expect(await exportTo(name)).toMatchObject({
        ok: false,
        error: { code: 'refused', message: expect.stringContaining('could not be written there') },
      });
    }
    expect(await written()).toEqual(['folder']);
    expect(await readdir(join(app.folder, 'folder'))).toEqual([]);
    expect(await history()).toEqual([]);
  });

  it('leaves the file that stood there when the receipt cannot be kept', async () => {
    const { path } = app.place('return.xml');
    await writeFile(path, 'last term’s return');
    const other = new Database(join(app.folder, 'first-day.db'));
    other.exec("CREATE TRIGGER full BEFORE INSERT ON returns BEGIN SELECT RAISE(ABORT, 'full'); END");
    other.close();
    expect(await exportTo('return.xml')).toMatchObject({ ok: false, error: { code: 'internal' } });
    expect((await exportTo('new.xml')).ok).toBe(false);
    expect(await readFile(path, 'utf8')).toBe('last term’s return');
    expect(await written()).toEqual(['return.xml']);
  });

  it('writes over a file that stood there, and leaves nothing else beside it', async () => {
    const { path } = app.place('return.xml');
    await writeFile(path, 'last term’s return');
    const { bytes } = await mustExport('return.xml');
    expect(bytes.toString('utf8')).toMatch(/^<\?xml/);
    expect(await written()).toEqual(['return.xml']);
  });

  it('gives exports in the same moment a version and a file each', async () => {
    const pupil = await app.pupil(1);
    await app.exclude(pupil, '2025-11-10');
    const names = ['a.xml', 'b.xml', 'c.xml'];
    const results = await Promise.all(names.map((name) => exportTo(name)));
    const receipts = results.map((result) => (result.ok ? result.value : undefined));
    expect(receipts.map((receipt) => receipt?.version).toSorted()).toEqual([1, 2, 3]);
    for (const [at, name] of names.entries()) {
      const bytes = await readFile(app.place(name).path);
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(receipts[at]?.sha256);
      expect(bytes.toString('utf8')).toContain(`<SerialNo>00${receipts[at]?.version}</SerialNo>`);
    }
    expect(await written()).toEqual(names);
  });

  it('leaves one whole file when two exports in the same moment go to one place', async () => {
    const results = await Promise.all([exportTo('same.xml'), exportTo('same.xml')]);
    expect(results.map(({ ok }) => ok)).toEqual([true, true]);
    const sha256 = createHash('sha256')
      .update(await readFile(app.place('same.xml').path))
      .digest('hex');
    expect((await history()).map((receipt) => receipt.sha256)).toContain(sha256);
    expect(await written()).toEqual(['same.xml']);
  });

  it('writes nothing when no place was chosen or the place is not known', async () => {
    const asked = await app.run('returns.export', { period: SPRING_2026, format: 'csv' });
    expect(asked).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    const unknown = await app.run('returns.export', {
      period: SPRING_2026,
      format: 'csv',
      destination: 'never-given-out',
    });
    expect(unknown).toMatchObject({ ok: false, error: { code: 'not-found' } });
    expect(await history()).toEqual([]);
  });

  it('refuses dates that are not the window of the census', async () => {
    const result = await app.run('returns.export', {
      period: { ...SPRING_2026, from: '2025-01-01' },
      format: 'census-xml',
      destination: app.place('return.xml').destination,
    });
    expect(result).toMatchObject({ ok: false, error: { fields: [{ path: 'period.from' }] } });
    expect(await written()).toEqual([]);
  });

  it('is for those who may export: a governor’s clerk only looks', async () => {
    for (const role of ['governor-clerk', 'provider-staff', 'authority'] as const) {
      const result = await app.run('returns.export', { period: SPRING_2026, format: 'csv' }, role);
      expect(result).toMatchObject({ ok: false, error: { code: 'not-permitted' } });
    }
    expect((await app.run('returns.history', {}, 'governor-clerk')).ok).toBe(true);
  });
});

import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
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
    const rows = parse<Record<string, string>>(bytes, { bom: true, columns: true });
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

describe('a nil return', () => {
  it('says so in either layout', async () => {
    const { receipt, bytes } = await mustExport('nil.xml');
    expect(receipt).toMatchObject({ nil: true, counts: { pupils: 0, fixedPeriod: 0, sessions: 0 } });
    expect(parseXml(bytes).Message).toMatchObject({ Pupils: '' });
    const csv = await mustExport('nil.csv', 'csv');
    const rows = parse<Record<string, string>>(csv.bytes, { bom: true, columns: true });
    expect(rows).toEqual([expect.objectContaining({ category: 'NIL', upn: '', laestab: '2014001' })]);
  });
});

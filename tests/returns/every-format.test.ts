import { readFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { annualReturn, censusReturn, datesReturn, termlyReturn } from '#shared/domain/returns/periods.ts';
import { formatsFor } from '#shared/domain/returns/formats-for.ts';
import { RETURN_FORMATS, type ReturnFormat, type ReturnPeriod } from '#shared/domain/returns/types.ts';
import { readReturn } from '#main/exchange/return-files.ts';
import { openSealed } from '#main/exchange/sealed-file.ts';
import { makeSealKey } from '#main/exchange/seal-keys.ts';
import { openReturnApp, type ReturnApp } from '../builders/return-school.ts';

let app: ReturnApp;

beforeEach(async () => {
  app = await openReturnApp();
});

afterEach(() => app.close());

const PERIODS: readonly (readonly [string, ReturnPeriod])[] = [
  ['a census', censusReturn('SPR', 2026)],
  ['a census of the older layout', censusReturn('SPR', 2018)],
  ['a school year', annualReturn(2027)],
  ['a term', termlyReturn('AUT', 2025)],
  ['any dates', datesReturn('2025-11-03', '2025-11-28')],
];

/** Two pupils, one of whom has left; a permanent exclusion whose query is explained. */
async function fillSchool() {
  const here = await app.pupil(1, {
    surname: 'O’Brien & Sön',
    forename: '=李',
    ethnicity: 'WBRI',
    fsm: true,
    senProvision: 'K',
  });
  const gone = await app.pupil(2, { leavingDate: '2025-12-19', fsm: false });
  await app.exclude(here, '2025-11-10', { halfDays: 5, slot: 'pm', reasons: ['PP', 'DB'] });
  await app.exclude(gone, '2025-11-12', { halfDays: 2 });
  const permanent = await app.exclude(gone, '2025-11-18', { kind: 'permanent', reasons: ['PA'] });
  await app.must('returns.explain', {
    exclusionId: permanent,
    rule: 'X10',
    explanation: 'The panel meets on "2 February"; we return it meanwhile.',
  });
}

const exportAs = async (period: ReturnPeriod, format: ReturnFormat, seal = false) => {
  const { path, destination } = app.place(`return of ${format}`);
  const receipt = await app.must('returns.export', { period, format, seal, destination });
  return { receipt, bytes: await readFile(path) };
};

const reread = async (name: string, bytes: Uint8Array) => {
  const read = await readReturn(name, bytes);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
};

describe('a return through the operations and back', () => {
  it.each(
    PERIODS.flatMap(([name, period]) =>
      formatsFor(period).flatMap(({ format, reason }) =>
        reason === undefined ? [[name, format, period] as const] : [],
      ),
    ),
  )('of %s as %s has the period, the counts and the exclusions', async (_name, format, period) => {
    await fillSchool();
    const { receipt, bytes } = await exportAs(period, format);
    const { document, format: found } = await reread(receipt.fileName, bytes);
    expect(found).toBe(format);
    expect(document.period).toEqual(period);
    expect(document.nil).toBe(receipt.nil);
    const exclusions = document.pupils.flatMap((pupil) => pupil.exclusions);
    expect(exclusions).toHaveLength(receipt.counts.fixedPeriod + receipt.counts.permanent);
    if (receipt.nil) return;
    expect(document.pupils.map(({ surname, forename }) => [surname, forename])).toContainEqual([
      'O’Brien & Sön',
      '=李',
    ]);
    expect(exclusions).toContainEqual(
      expect.objectContaining({ startDate: '2025-11-10', sessions: 5, reasons: ['PP', 'DB'] }),
    );
  });

  it('has in the full record what the census has no room for', async () => {
    await fillSchool();
    for (const format of ['csv', 'xlsx', 'authority-xml'] as const) {
      const { receipt, bytes } = await exportAs(censusReturn('SPR', 2026), format);
      const { document } = await reread(receipt.fileName, bytes);
      expect(document.pupils).toEqual([
        expect.objectContaining({ onRoll: true, ethnicity: 'WBRI', fsm: true, senProvision: 'K' }),
        expect.objectContaining({ onRoll: false, leavingDate: '2025-12-19', fsm: false }),
      ]);
      const [first, ...others] = document.pupils.flatMap(({ exclusions }) => exclusions);
      expect(first?.extra).toMatchObject({
        startSession: 'PM',
        endDate: '2025-11-12',
        cumDaysTerm: 2.5,
        cumDaysYear: 2.5,
      });
      expect(others.map(({ explanations }) => explanations)).toEqual([
        undefined,
        { X10: 'The panel meets on "2 February"; we return it meanwhile.' },
      ]);
    }
  });

  it('is nil in every format where there is nothing to return', async () => {
    for (const format of RETURN_FORMATS) {
      const { receipt, bytes } = await exportAs(censusReturn('SPR', 2026), format);
      expect(receipt.nil).toBe(true);
      expect(await reread(receipt.fileName, bytes)).toMatchObject({ document: { nil: true, pupils: [] } });
    }
  });

  it('is refused as census XML where the period is no census, and nothing is kept', async () => {
    const { destination } = app.place('return.xml');
    const result = await app.run('returns.export', {
      period: termlyReturn('AUT', 2025),
      format: 'census-xml',
      destination,
    });
    expect(result).toMatchObject({
      ok: false,
      error: { code: 'refused', problems: [{ severity: 'error' }] },
    });
    expect((await app.must('returns.history', {})).receipts).toEqual([]);
  });
});

describe('a sealed return', () => {
  it('holds the very file that would have been written, for the authority alone', async () => {
    await fillSchool();
    const key = await makeSealKey();
    await app.must('returns.set-sealing', { authorityKey: key.publicKey });
    const { signing, authority } = await app.must('returns.sealing', {});
    for (const format of RETURN_FORMATS) {
      const open = await exportAs(censusReturn('SPR', 2026), format);
      const { receipt, bytes } = await exportAs(censusReturn('SPR', 2026), format, true);
      expect(receipt.sealedFor).toBe(authority?.fingerprint);
      expect(open.receipt).not.toHaveProperty('sealedFor');
      const opened = await openSealed(bytes, [key.secretKey]);
      if (!opened.ok) throw new Error(opened.error.message);
      expect(opened.value).toMatchObject({ laEstab: '2014001', signedBy: signing?.publicKey });
      const { document } = await reread(opened.value.fileName, opened.value.bytes);
      const before = await reread(open.receipt.fileName, open.bytes);
      expect(document).toEqual({ ...before.document, serialNo: document.serialNo });
    }
  });

  it('gets the ending of a sealed file when a place is asked for', async () => {
    await app.must('returns.set-sealing', { authorityKey: (await makeSealKey()).publicKey });
    const asked: string[] = [];
    Object.assign(app.services.files, {
      chooseSave: async (name: string) => {
        asked.push(name);
        return undefined;
      },
    });
    await app.run('returns.export', { period: censusReturn('SPR', 2026), format: 'csv', seal: true });
    await app.run('returns.export', { period: datesReturn('2025-11-03', '2025-11-28'), format: 'csv' });
    expect(asked).toEqual([
      '2014001_exclusions_SPR2026_001.csv.sealed',
      '2014001_exclusions_2025-11-03_2025-11-28_001.csv',
    ]);
  });

  it('is refused while the authority’s key is not entered', async () => {
    const { destination } = app.place('return.csv.sealed');
    expect(
      await app.run('returns.export', {
        period: censusReturn('SPR', 2026),
        format: 'csv',
        seal: true,
        destination,
      }),
    ).toMatchObject({ ok: false, error: { code: 'refused', message: expect.stringContaining('key') } });
  });
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  openAuthorityApp,
  sentReturn,
  type AuthorityApp,
} from '../../../../tests/builders/return-authority.ts';

const ASKED = { measure: 'incidents', phase: 'secondary' } as const;

/** The two returns that cover the school year 2024/25; the first has the autumn and spring, the second the rest. */
const FIRST_HALF = {
  referenceDate: '2025-05-15',
  period: { kind: 'census', term: 'SUM', year: 2025, from: '2024-08-01', to: '2025-04-20' },
  createdAt: '2025-05-20T10:00:00',
} as const;
const SECOND_HALF = {
  referenceDate: '2025-10-02',
  period: { kind: 'census', term: 'AUT', year: 2025, from: '2025-01-01', to: '2025-07-31' },
  createdAt: '2025-10-06T10:00:00',
} as const;

let app: AuthorityApp;

beforeEach(async () => {
  app = await openAuthorityApp();
});

afterEach(() => app.close());

const rowOf = async (laEstab: string) =>
  (await app.must('authority.compare', ASKED)).rows.find((row) => row.key === laEstab);

describe('authority.compare', () => {
  it('has no years in a database without returns, which is no error', async () => {
    expect(await app.must('authority.compare', ASKED)).toMatchObject({ offered: [], years: [], cells: [] });
    expect(await app.must('authority.roll-up', {})).toMatchObject({ years: [], rows: [] });
    expect(await app.must('authority.compare-lengths', { phase: 'primary' })).toMatchObject({ reasons: [] });
  });

  it('counts a year only when the returns of the school cover it whole; a nil return states a nought', async () => {
    await app.receive({
      '1.xml': sentReturn([[1, 'SUSP', '2025-02-03', 3]], FIRST_HALF),
      '2.csv': sentReturn([[1, 'SUSP', '2025-02-03', 3]], SECOND_HALF),
      '3.xml': sentReturn([[1, 'SUSP', '2025-02-03', 3]], { ...FIRST_HALF, estab: '4002' }),
      '4.xml': sentReturn([], { ...FIRST_HALF, estab: '4003' }),
      '5.csv': sentReturn([], { ...SECOND_HALF, estab: '4003' }),
    });
    expect((await rowOf('2014001'))?.figures).toMatchObject([{ value: 1, n: 1 }]);
    expect((await rowOf('2014002'))?.figures).toMatchObject([{ value: null, n: 0, gap: 'part' }]);
    expect((await rowOf('2014003'))?.figures).toMatchObject([{ value: 0, n: 1 }]);
    const { cells } = await app.must('authority.compare', ASKED);
    expect(cells).toMatchObject([{ schoolYear: 2024, n: 2, mean: 0.5 }]);
  });

  it('leaves a year blank of which the return was made before it was over', async () => {
    const period = { kind: 'dates', from: '2024-09-01', to: '2025-08-31' } as const;
    const made = (createdAt: string) =>
      sentReturn([[1, 'SUSP', '2024-11-10', 5]], { period, referenceDate: period.to, createdAt });
    const asked = { measure: 'incidents', phase: 'secondary' } as const;
    await app.receive({ 'early.csv': made('2025-01-20T10:00:00') });
    expect((await app.must('authority.compare', asked)).years).toEqual([]);
    await app.receive({ 'whole.csv': made('2025-09-20T10:00:00') });
    expect((await app.must('authority.compare', asked)).years).toEqual([2024]);
  });

  it('takes the years asked for, and refuses a first year after the last, or too many', async () => {
    await app.receive({ '1.xml': sentReturn([], FIRST_HALF), '2.csv': sentReturn([], SECOND_HALF) });
    const two = await app.must('authority.compare', { ...ASKED, from: 2023, to: 2024 });
    expect([two.offered, two.years, two.changes.length]).toEqual([[2024], [2023, 2024], 1]);
    const one = await app.must('authority.compare', { ...ASKED, from: 2024 });
    expect([one.years, one.changes, one.ranking.ranked]).toEqual([[2024], [], 0]);
    for (const span of [
      { from: 2024, to: 2023 },
      { from: 2010, to: 2024 },
    ]) {
      expect(await app.run('authority.compare', { ...ASKED, ...span })).toMatchObject({
        ok: false,
        error: { code: 'invalid-input', fields: [{ path: 'from' }] },
      });
    }
  });

  it('leaves lunchtimes out, and never adds permanent exclusions to the others', async () => {
    const sent = sentReturn(
      [
        [1, 'SUSP', '2025-02-03', 3],
        [2, 'PERM', '2025-02-04'],
        [3, 'LNCH', '2025-02-05', 1],
      ],
      SECOND_HALF,
    );
    await app.receive({ '1.xml': sentReturn([], FIRST_HALF), '2.csv': sent });
    for (const [measure, total] of [
      ['incidents', 1],
      ['days', 1.5],
      ['permanent', 1],
    ] as const) {
      const { cells } = await app.must('authority.compare', { ...ASKED, measure });
      expect(cells.map((cell) => cell.total)).toEqual([total]);
    }
  });

  it('may be seen by an authority and not by a school’s recorder', async () => {
    expect((await app.run('authority.compare', ASKED, 'authority')).ok).toBe(true);
    expect(await app.run('authority.compare', ASKED, 'recorder')).toMatchObject({
      ok: false,
      error: { code: 'not-permitted' },
    });
  });
});

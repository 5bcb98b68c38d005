import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  AUTUMN,
  openAuthorityApp,
  sentReturn,
  type AuthorityApp,
} from '../../../../tests/builders/return-authority.ts';

let app: AuthorityApp;

beforeEach(async () => {
  app = await openAuthorityApp();
});

afterEach(() => app.close());

const rowOf = async (laEstab: string, schoolYear?: number) => {
  const { rows } = await app.must('authority.schools', schoolYear === undefined ? {} : { schoolYear });
  return rows.find((row) => row.laEstab === laEstab);
};

describe('authority.schools', () => {
  it('lists the schools of the national list although nothing came from them', async () => {
    const { rows, years } = await app.must('authority.schools', {});
    expect(years).toEqual([]);
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) {
      expect(row).toMatchObject({ returns: 0, nilReturns: 0, pupils: 0, fixedPeriod: 0, sessions: 0 });
      expect(row).not.toHaveProperty('lastReceived');
      expect(row.laEstab).toMatch(/^201/);
    }
  });

  it('adds up a school by kind, with sessions of fixed periods alone', async () => {
    await app.receive({
      'a.xml': sentReturn([
        [1, 'SUSP', '2025-11-10', 5],
        [1, 'SUSP', '2025-12-01', 2],
        [2, 'PERM', '2025-11-18'],
        [3, 'LNCH', '2025-11-19', 3],
      ]),
    });
    expect(await rowOf('2014001')).toEqual({
      laEstab: '2014001',
      name: 'School 4001',
      phase: 'secondary',
      returns: 1,
      nilReturns: 0,
      lastReceived: '2026-01-21T12:00:00.000Z',
      pupils: 3,
      fixedPeriod: 2,
      permanent: 1,
      lunchtime: 1,
      sessions: 7,
    });
  });

  it('tells a nil return from nothing received', async () => {
    await app.receive({ 'nil.xml': sentReturn([]) });
    expect(await rowOf('2014001')).toMatchObject({ returns: 1, nilReturns: 1, fixedPeriod: 0 });
  });

  it('counts an exclusion once that two overlapping censuses both carry', async () => {
    const june = [1, 'SUSP', '2025-06-09', 4] as const;
    await app.receive({
      'autumn.xml': sentReturn([june, [2, 'SUSP', '2025-02-03', 2]], AUTUMN),
      'spring.csv': sentReturn([june, [1, 'SUSP', '2025-11-10', 5]]),
    });
    expect(await rowOf('2014001')).toMatchObject({ returns: 2, pupils: 2, fixedPeriod: 3, sessions: 11 });
  });

  it('takes what the later of two censuses says: altered, dropped, or another UPN since', async () => {
    await app.receive({
      'autumn.xml': sentReturn(
        [
          [1, 'SUSP', '2025-06-09', 4],
          [2, 'PERM', '2025-06-10'],
          [3, 'SUSP', '2025-06-11', 2],
          [3, 'SUSP', '2025-02-03', 8],
        ],
        AUTUMN,
      ),
      'spring.xml': sentReturn([
        [1, 'SUSP', '2025-06-09', 6],
        [4, 'SUSP', '2025-06-11', 2],
      ]),
    });
    expect(await rowOf('2014001')).toMatchObject({ fixedPeriod: 3, permanent: 0, sessions: 16, pupils: 3 });
  });

  it('takes a correction of the earlier census, made after the later one, for the days it covers', async () => {
    await app.receive({
      'spring.xml': sentReturn([[1, 'SUSP', '2025-06-09', 6]]),
      'autumn.xml': sentReturn([[1, 'SUSP', '2025-06-09', 4]], {
        ...AUTUMN,
        createdAt: '2026-01-20T09:00:00',
      }),
    });
    expect(await rowOf('2014001')).toMatchObject({ fixedPeriod: 1, sessions: 4 });
  });

  it('counts nothing of a return that was replaced', async () => {
    await app.receive({
      'first.xml': sentReturn([[1, 'SUSP', '2025-11-10', 5]]),
      'second.xml': sentReturn([[2, 'SUSP', '2025-11-12', 2]], { createdAt: '2026-01-20T09:00:00' }),
    });
    expect(await rowOf('2014001')).toMatchObject({ returns: 1, pupils: 1, fixedPeriod: 1, sessions: 2 });
  });

  it('keeps schools apart', async () => {
    await app.receive({
      'a.xml': sentReturn([[1, 'SUSP', '2025-11-10', 5]]),
      'b.xml': sentReturn([[1, 'SUSP', '2025-11-10', 5]], { estab: '4002' }),
    });
    expect(await rowOf('2014001')).toMatchObject({ fixedPeriod: 1 });
    expect(await rowOf('2014002')).toMatchObject({ fixedPeriod: 1 });
  });

  it('can be asked for one school year, from 1 August to 31 July', async () => {
    await app.receive({
      'autumn.xml': sentReturn(
        [
          [1, 'SUSP', '2025-02-03', 2],
          [2, 'SUSP', '2025-07-22', 6],
        ],
        AUTUMN,
      ),
      'spring.xml': sentReturn([
        [2, 'SUSP', '2025-07-22', 6],
        [3, 'SUSP', '2025-09-02', 4],
      ]),
    });
    expect((await app.must('authority.schools', {})).years).toEqual([2025, 2024]);
    expect(await rowOf('2014001', 2024)).toMatchObject({
      returns: 2,
      fixedPeriod: 2,
      sessions: 8,
      pupils: 2,
    });
    expect(await rowOf('2014001', 2025)).toMatchObject({
      returns: 1,
      fixedPeriod: 1,
      sessions: 4,
      pupils: 1,
    });
    expect(await rowOf('2014001', 2023)).toBeUndefined();
  });
});

describe('authority.received', () => {
  it('lists what was accepted, of one school when asked, up to a number', async () => {
    await app.receive({
      'a.xml': sentReturn([[1, 'SUSP', '2025-11-10', 5]]),
      'b.csv': sentReturn([], { estab: '4002' }),
    });
    const { files } = await app.must('authority.received', { laEstab: '2014001' });
    expect(files).toEqual([
      {
        id: expect.any(String),
        replacesId: null,
        sealed: false,
        fileName: 'a.xml',
        schoolName: 'School 4001',
        laEstab: '2014001',
        period: 'Spring census 2026',
        format: 'census-xml',
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
        current: true,
        nil: false,
        counts: { pupils: 1, fixedPeriod: 1, permanent: 0, lunchtime: 0, sessions: 5 },
        receivedAt: '2026-01-21T12:00:00.000Z',
        receivedBy: 'Test Person',
      },
    ]);
    expect((await app.must('authority.received', {})).files).toHaveLength(2);
    expect((await app.must('authority.received', { limit: 1 })).files).toHaveLength(1);
    expect(await app.run('authority.received', { limit: 0 })).toMatchObject({
      ok: false,
      error: { code: 'invalid-input', fields: [{ path: 'limit' }] },
    });
  });
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  AUTUMN_2025,
  openReturnApp,
  SPRING_2026,
  type ReturnApp,
} from '../../../../tests/builders/return-school.ts';
import { upnWithWrongLetter } from '../../../../tests/builders/pupil-upn.ts';

let app: ReturnApp;

beforeEach(async () => {
  app = await openReturnApp();
});

afterEach(() => app.close());

const check = (period = SPRING_2026) => app.must('returns.check', { period });

describe('returns.periods', () => {
  const names = async () => (await app.must('returns.periods', {})).periods.map(({ name }) => name);

  it('offers the next census first, then all back to the first, school years and terms', async () => {
    const all = await names();
    expect(all.slice(0, 4)).toEqual([
      'Summer census 2026',
      'Spring census 2026',
      'Autumn census 2025',
      'Summer census 2025',
    ]);
    expect(all).toContain('Spring census 2006');
    expect(all).not.toContain('Autumn census 2005');
    const { periods } = await app.must('returns.periods', {});
    const named = (kind: string) => periods.filter((period) => period.kind === kind).map(({ name }) => name);
    expect(named('annual').slice(0, 2)).toEqual(['School year 2025/26', 'School year 2024/25']);
    expect(named('termly').slice(0, 2)).toEqual(['Spring term 2025/26', 'Autumn term 2025/26']);
    expect(named('termly').at(-1)).toBe('Autumn term 2003/04');
  });

  it('offers nothing that the check does not take', async () => {
    for (const period of (await app.must('returns.periods', {})).periods) {
      expect((await app.must('returns.check', { period })).period).toEqual(period);
    }
  });

  it('gives each census its window', async () => {
    const { periods } = await app.must('returns.periods', {});
    expect(periods[1]).toEqual(SPRING_2026);
    expect(periods[2]).toEqual(AUTUMN_2025);
  });

  it.each([
    ['2026-01-15', 'Spring census 2026'],
    ['2026-01-16', 'Summer census 2026'],
    ['2025-12-31', 'Spring census 2026'],
    ['2025-10-02', 'Autumn census 2025'],
  ])('on %s the next is the %s', async (today, next) => {
    const other = await openReturnApp(today);
    const { periods } = await other.must('returns.periods', {});
    await other.close();
    expect(periods[0]?.name).toBe(next);
  });
});

describe('returns.check', () => {
  it('takes in what was issued and starts in the window, and says so', async () => {
    const pupil = await app.pupil(1, { surname: 'Okafor', forename: 'Ada' });
    const id = await app.exclude(pupil, '2025-11-10', { halfDays: 5, reasons: ['PP', 'DB'] });
    expect(await check()).toEqual({
      period: SPRING_2026,
      counts: { pupils: 1, fixedPeriod: 1, permanent: 0, lunchtime: 0, sessions: 5 },
      lunchtimes: false,
      nil: false,
      errors: 0,
      queries: 0,
      explained: 0,
      records: [
        {
          exclusionId: id,
          pupilId: pupil,
          name: 'Okafor, Ada',
          upn: expect.stringMatching(/^[A-Z]201400100001$/),
          category: 'SUSP',
          state: 'issued',
          startDate: '2025-11-10',
          sessions: 5,
          verdict: 'in',
          verdictRule: 'in',
          why: 'Issued, and starts in the period.',
          problems: [],
        },
      ],
    });
  });

  it('takes both ends of the window, and leaves out the days beside it', async () => {
    const pupil = await app.pupil(1);
    await app.exclude(pupil, '2025-04-22');
    await app.exclude(pupil, '2025-12-19');
    await app.exclude(pupil, '2026-01-05');
    const autumn = await app.pupil(2);
    await app.exclude(autumn, '2025-01-06');
    await app.exclude(autumn, '2024-12-20');
    expect((await check()).records.map(({ startDate }) => startDate)).toEqual(['2025-04-22', '2025-12-19']);
    expect((await check(AUTUMN_2025)).records.map(({ startDate }) => startDate)).toEqual([
      '2025-01-06',
      '2025-04-22',
    ]);
  });

  it('leaves out drafts, lunchtimes and what started before the window, each with its reason', async () => {
    const pupil = await app.pupil(1);
    await app.exclude(pupil, '2025-11-10', { state: 'draft' });
    await app.exclude(pupil, '2025-11-17', { kind: 'lunchtime', halfDays: 1 });
    await app.exclude(pupil, '2025-04-04', { halfDays: 4 });
    const { records, counts, nil } = await check();
    expect(records.map(({ startDate, verdict }) => [startDate, verdict])).toEqual([
      ['2025-04-04', 'out'],
      ['2025-11-10', 'out'],
      ['2025-11-17', 'out'],
    ]);
    const [before, draft, lunchtime] = records.map(({ why }) => why);
    expect(before).toContain('before Mon 21 April 2025');
    expect(draft).toContain('Issue it or discard it');
    expect(lunchtime).toContain('the census does not collect them');
    expect(nil).toBe(true);
    expect(counts).toEqual({ pupils: 0, fixedPeriod: 0, permanent: 0, lunchtime: 0, sessions: 0 });
  });

  it('takes lunchtimes in once the school has switched them on, and leaves the limits as they are', async () => {
    const pupil = await app.pupil(1);
    await app.exclude(pupil, '2025-11-17', { kind: 'lunchtime', halfDays: 1 });
    const years = async () => (await app.must('pupils.get', { pupilId: pupil })).years;
    const before = await years();
    expect((await check()).lunchtimes).toBe(false);
    await app.must('returns.include-lunchtimes', { include: true });
    const { records, counts, lunchtimes } = await check();
    expect(lunchtimes).toBe(true);
    expect(records.map(({ verdict, category }) => [verdict, category])).toEqual([['in', 'LNCH']]);
    expect(counts).toMatchObject({ pupils: 1, lunchtime: 1, sessions: 0 });
    expect(await years()).toEqual(before);
    await app.must('returns.include-lunchtimes', { include: false });
    expect((await check()).records.map(({ verdict }) => verdict)).toEqual(['out']);
  });

  it('shows a draft without a start date by the day of its incident', async () => {
    const pupil = await app.pupil(1);
    const { id } = await app.must('exclusions.save-draft', {
      pupilId: pupil,
      kind: 'fixed-period',
      incidentOn: '2025-11-12',
    });
    const { records } = await check();
    expect(records).toEqual([expect.objectContaining({ exclusionId: id, state: 'draft', verdict: 'out' })]);
    expect(records[0]).not.toHaveProperty('startDate');
    expect((await check(AUTUMN_2025)).records).toEqual([]);
  });

  it('counts pupils once, and sessions of fixed-period exclusions only', async () => {
    const [first, second] = [await app.pupil(1), await app.pupil(2)];
    await app.exclude(first, '2025-11-10', { halfDays: 3 });
    await app.exclude(first, '2025-12-01', { halfDays: 4 });
    await app.exclude(second, '2025-11-10', { kind: 'permanent' });
    const { counts } = await check();
    expect(counts).toEqual({ pupils: 2, fixedPeriod: 2, permanent: 1, lunchtime: 0, sessions: 7 });
  });

  it('counts errors and queries, and puts each at its record', async () => {
    const wrong = await app.pupil(1, { entryDate: '2025-12-01' });
    const doubtful = await app.pupil(2, { upn: upnWithWrongLetter(2) });
    const first = await app.exclude(wrong, '2025-11-10');
    const second = await app.exclude(doubtful, '2025-11-11');
    const { errors, queries, records } = await check();
    expect([errors, queries]).toEqual([1, 1]);
    expect(
      records.map(({ exclusionId, problems }) => [exclusionId, problems.map(({ rule }) => rule)]),
    ).toEqual([
      [first, ['X03']],
      [second, ['X11']],
    ]);
  });

  it('only asks where snow closed the school after the letter went out', async () => {
    const pupil = await app.pupil(1);
    await app.exclude(pupil, '2025-11-10', { halfDays: 4 });
    await app.services.store.write((db) =>
      db.insert(db.tables.closures).values({
        id: 'snow',
        schoolId: 'school-1',
        schoolYear: 2025,
        fromDate: '2025-11-11',
        toDate: '2025-11-11',
        slot: 'all',
        kind: 'closure',
        name: 'Snow',
      }),
    );
    const { errors, records } = await check();
    expect(errors).toBe(0);
    expect(records[0]?.problems).toEqual([
      expect.objectContaining({
        severity: 'query',
        rule: 'X14',
        message: expect.stringContaining('now has 2'),
      }),
    ]);
  });

  it('asks about a pupil over 45 days in the year, earlier schools counted', async () => {
    const pupil = await app.pupil(1);
    await app.exclude(pupil, '2025-11-10', { halfDays: 2 });
    const earlier = (halfDays: number) =>
      app.must('pupils.set-earlier-half-days', {
        pupilId: pupil,
        schoolYear: 2025,
        term: 'autumn',
        halfDays,
        source: 'Oak School',
      });
    const rules = async () => (await check()).records[0]?.problems.map(({ rule }) => rule);
    await earlier(88);
    expect(await rules()).not.toContain('X06');
    await earlier(89);
    expect(await rules()).toContain('X06');
  });

  it('refuses dates that are not the window of the census, naming the right ones', async () => {
    const result = await app.run('returns.check', { period: { ...SPRING_2026, to: '2026-01-31' } });
    expect(result).toMatchObject({
      ok: false,
      error: { code: 'invalid-input', fields: [{ path: 'period.to', message: 'Use 2025-12-31.' }] },
    });
  });

  it('is for the roles of the school', async () => {
    for (const role of ['recorder', 'decider', 'governor-clerk', 'administrator'] as const) {
      expect((await app.run('returns.check', { period: SPRING_2026 }, role)).ok).toBe(true);
    }
    for (const role of ['provider-staff', 'authority'] as const) {
      const results = [
        await app.run('returns.check', { period: SPRING_2026 }, role),
        await app.run('returns.periods', {}, role),
        await app.run('returns.history', {}, role),
      ];
      for (const result of results)
        expect(result).toMatchObject({ ok: false, error: { code: 'not-permitted' } });
    }
  });
});

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTestApp, type TestApp } from '../../../../tests/builders/app.ts';
import { readForecastHistory } from '../../storage/repositories/forecast-history.ts';
import { openBook, wholeWeek, type BookApp } from '../../../../tests/builders/provider-book.ts';

describe('forecast.get on the demonstration', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = openTestApp('2025-11-12');
    await app.must('setup.load-demonstration', { seed: 1 });
  });
  afterAll(() => app.close());

  it('is given exactly when it was nearer to what came than the plain average, which it is here', async () => {
    const { given, test, days, sentence } = await app.must('forecast.get', {});
    expect(test).toBeDefined();
    if (test === undefined) return;
    expect(given).toBe(test.off.forecast < test.off.plainAverage);
    expect(days.every(({ need }) => (need !== undefined) === given)).toBe(true);
    // Nearer by a fifth, and no further off than the average added to the cases on record.
    expect(given).toBe(true);
    expect(test.off.forecast).toBeLessThan(test.off.plainAverage * 0.85);
    expect(test.off.forecast).toBeLessThanOrEqual(test.off.averageAndKnown);
    expect(test.days).toBeGreaterThan(300);
    expect(sentence).toContain(`off by ${test.off.forecast.toFixed(2)} places a day`);
  });

  it('holds what came within the range as often as it says, or more', async () => {
    const { test, level } = await app.must('forecast.get', {});
    expect(level).toBe(0.8);
    expect(test?.inRange).toBeGreaterThanOrEqual(0.8);
  });

  it('knows of the places that the exclusions on record need, day by day', async () => {
    const { days } = await app.must('forecast.get', {});
    const { waiting } = await app.must('places.queue', {});
    expect(days.map(({ date }) => date)).toEqual([
      '2025-11-13',
      '2025-11-14',
      '2025-11-17',
      '2025-11-18',
      '2025-11-19',
      '2025-11-20',
      '2025-11-21',
      '2025-11-24',
      '2025-11-25',
      '2025-11-26',
    ]);
    expect(days[0]?.need?.known).toEqual({ am: 9, pm: 9, total: 18 });
    expect(waiting.length).toBeGreaterThan(0);
    for (const { need } of days)
      expect(need?.known.total).toBe((need?.known.am ?? 0) + (need?.known.pm ?? 0));
  });

  it('shows as free what the board shows as open', async () => {
    const { days } = await app.must('forecast.get', {});
    const board = await app.must('places.board', { from: '2025-11-13', days: 14 });
    for (const { date, free, taken } of days) {
      const cells = board.providers.flatMap(({ kind, cells: all }) =>
        all.filter((cell) => cell.date === date).map((cell) => ({ ...cell, kind })),
      );
      // Study at home keeps no places ready.
      const open = cells.filter(({ state, kind }) => state === 'open' && kind !== 'home-study');
      expect(free.total).toBe(open.reduce((sum, cell) => sum + cell.capacity - cell.booked - cell.held, 0));
      expect(taken.total).toBe(cells.reduce((sum, cell) => sum + cell.booked + cell.held, 0));
    }
  });

  it('reads when it came on record that an exclusion was stopped', async () => {
    const history = await app.services.store.read((db) => readForecastHistory(db, 'home-school'));
    const stopped = history.filter(({ stoppedOn }) => typeof stoppedOn === 'string');
    expect(stopped.length).toBeGreaterThan(0);
    for (const { stoppedOn, stopRecordedAt } of stopped) expect(stopRecordedAt?.slice(0, 10)).toBe(stoppedOn);
    expect(history.some(({ kind }) => kind === 'lunchtime')).toBe(false);
  });

  it('is the same when asked again, and another after the record has changed', async () => {
    const before = await app.must('forecast.get', {});
    expect(await app.must('forecast.get', {})).toEqual(before);
    await app.services.store.write((db) => db.update(db.tables.pupils).set({ dob: '2016-01-31' }));
    const after = await app.must('forecast.get', {});
    expect(before.days[0]?.need?.byStage.map(({ stage }) => stage)).toEqual(['ks3', 'ks4']);
    expect(after.days[0]?.need?.byStage.map(({ stage }) => stage)).toEqual(['ks2']);
    expect(after.days[0]?.need?.known).toEqual(before.days[0]?.need?.known);
  });
});

describe('forecast.get at a school with a short history', () => {
  let app: BookApp;
  beforeEach(async () => {
    app = await openBook();
  });
  afterEach(() => app.close());

  it('shows the places free, and says that there is too little to forecast from', async () => {
    const providerId = await app.provider('Riverside Centre', 3);
    const exclusionId = await app.exclude('Amara Okafor');
    await app.must('places.book', {
      exclusionId,
      providerId,
      sessions: [{ date: '2025-11-17', slot: 'am' }],
    });
    await app.must('providers.close', {
      providerId,
      from: '2025-11-18',
      to: '2025-11-18',
      slot: 'pm',
      reason: 'Training',
    });
    const { given, days, test, sentence } = await app.must('forecast.get', {});
    expect({ given, test }).toEqual({ given: false, test: undefined });
    expect(sentence).toContain('On record so far: 1 exclusion in 1 school day');
    expect(days.every(({ need }) => need === undefined)).toBe(true);
    const on = (date: string) => days.find((day) => day.date === date);
    expect(on('2025-11-13')).toMatchObject({ free: { am: 3, pm: 3, total: 6 }, taken: { total: 0 } });
    expect(on('2025-11-17')).toMatchObject({
      free: { am: 2, pm: 3, total: 5 },
      taken: { am: 1, pm: 0, total: 1 },
    });
    expect(on('2025-11-18')).toMatchObject({ free: { am: 3, pm: 0, total: 3 } });
  });

  it('counts nothing free at a provider that is not in use', async () => {
    const form = { kind: 'pru' as const, name: 'Old Centre', sessions: wholeWeek(4), active: false };
    await app.must('providers.save', form);
    const { days } = await app.must('forecast.get', {});
    expect(days.every(({ free }) => free.total === 0)).toBe(true);
  });

  it('gives the days there are when the term dates end, and says what to enter', async () => {
    await app.services.store.write((db) => db.update(db.tables.terms).set({ toDate: '2025-11-14' }));
    const { days, daysMissing } = await app.must('forecast.get', {});
    expect(days.map(({ date }) => date)).toEqual(['2025-11-13', '2025-11-14']);
    expect(daysMissing).toContain('spring term 2025/26');
  });

  it('is refused to a role that may not see places', async () => {
    expect(await app.run('forecast.get', {}, 'governor-clerk')).toMatchObject({
      ok: false,
      error: { code: 'not-permitted' },
    });
  });
});

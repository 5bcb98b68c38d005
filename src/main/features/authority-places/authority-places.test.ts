import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { NO_RULES } from '#shared/domain/providers/no-rules.ts';
import { openBook, wholeWeek, type BookApp } from '../../../../tests/builders/provider-book.ts';
import { openTestApp } from '../../../../tests/builders/app.ts';
import { auditOf } from '../../../../tests/builders/audit-of.ts';
import { TEST_ADMINISTRATOR } from '../../../../tests/builders/people.ts';

let app: BookApp;
beforeEach(async () => {
  app = await openBook();
});
afterEach(() => app.close());

const WEEK = { from: '2025-11-17', to: '2025-11-21' };
const at = (date: string, slot: 'am' | 'pm' = 'am') => ({ date, slot });
const [mon, monPm, tue] = [at('2025-11-17'), at('2025-11-17', 'pm'), at('2025-11-18')];

/** Two of a day at £20 in Elm Centre; Amara there from her first session, Ben from the second day, Cora nowhere. */
async function threeOut() {
  const { id: elm } = await app.must('providers.save', {
    kind: 'la-centre',
    name: 'Elm Centre',
    sessions: wholeWeek(2),
    rules: { ...NO_RULES, yearGroups: [], papers: [], courses: [], costPence: 2000 },
  });
  const [amara, ben] = [await app.exclude('Amara Okafor'), await app.exclude('Ben Ali')];
  await app.exclude('Cora Lee');
  await app.must('places.book', { exclusionId: amara, providerId: elm, sessions: [mon, monPm, tue] });
  await app.must('places.book', { exclusionId: ben, providerId: elm, sessions: [tue] });
  // Wednesday 19 November.
  app.wait(24 * 7);
  return elm;
}

describe('authority.places', () => {
  test('has by provider what was open, taken and left empty, stays with their n, and the money', async () => {
    const elm = await threeOut();
    const { rows, total, bookedHere } = await app.must('authority.places', WEEK);
    expect(bookedHere).toBe(true);
    expect(rows).toMatchObject([
      {
        id: elm,
        kind: 'la-centre',
        open: 12,
        taken: 4,
        unmarked: 4,
        unused: 8,
        pupils: 2,
        stays: { n: 2, mean: 1.5, min: 1, max: 2 },
        cost: { offered: 24_000, used: 8000, unused: 16_000 },
      },
    ]);
    expect(total).toMatchObject({ open: 12, taken: 4, pupils: 2, stays: { n: 2 } });
  });

  test('says how many sessions had no place, who had one on day one, and how long the others waited', async () => {
    await threeOut();
    const { need } = await app.must('authority.places', WEEK);
    expect(need).toMatchObject({
      sessions: { sessions: 18, booked: 4, notTakenUp: 0, noPlace: 14 },
      firstSession: { met: 1, n: 3, leftOut: [] },
      educationDay: { met: 0, n: 0, leftOut: [{ why: 'too-short', exclusions: 3 }] },
      gaps: { n: 2, mean: 0.5, min: 0, max: 1, without: 1 },
    });
  });

  test('asks for a place on the sixth consecutive school day', async () => {
    const elm = await threeOut();
    const long = { start: mon, end: at('2025-11-25', 'pm') };
    const [dina] = [await app.exclude('Dina Roy', long), await app.exclude('Ed Poe', long)];
    const sixth = [at('2025-11-24'), at('2025-11-24', 'pm')];
    await app.must('places.book', { exclusionId: dina, providerId: elm, sessions: sixth });
    app.wait(24 * 9);
    const { need } = await app.must('authority.places', { from: '2025-11-17', to: '2025-11-28' });
    expect(need?.educationDay).toMatchObject({
      met: 1,
      n: 2,
      leftOut: [{ why: 'too-short', exclusions: 3 }],
    });
  });

  test('by school has the need of our own school alone; of a visiting one it is blank, not nought', async () => {
    const elm = await threeOut();
    const guest = await app.pupil('Gil Penn', { school: 'Hill School' });
    await app.must('places.book-other', {
      pupilId: guest,
      purpose: 'visiting',
      providerId: elm,
      sessions: [at('2025-11-19'), at('2025-11-20')],
    });
    const { rows, total } = await app.must('authority.places', { ...WEEK, by: 'school' });
    expect(rows).toMatchObject([
      { name: 'Harbour School', open: null, taken: 4, cost: { offered: null, used: 8000 } },
      { name: 'Hill School', open: null, taken: 1, ahead: { open: null, taken: 1 } },
    ]);
    expect(rows.map(({ need }) => need?.sessions.noPlace)).toEqual([14, undefined]);
    expect(total).toMatchObject({ taken: 5, ahead: { taken: 1 } });
  });

  test('has no sum of money where a place that counts has no price', async () => {
    await threeOut();
    const free = await app.provider('Free Unit', 1);
    const exclusionId = await app.exclude('Fay Orr');
    await app.must('places.book', { exclusionId, providerId: free, sessions: [at('2025-11-19', 'pm')] });
    const { total } = await app.must('authority.places', WEEK);
    expect(total?.cost).toEqual({ offered: null, used: null, unused: null });
    const { rows } = await app.must('authority.places', { ...WEEK, by: 'school' });
    expect(rows[0]?.cost.used).toBeNull();
  });

  test('takes this school year up to today unless asked otherwise, and refuses days in the wrong order', async () => {
    expect(await app.must('authority.places', {})).toMatchObject({ from: '2025-09-01', to: '2025-11-12' });
    expect(await app.run('authority.places', { from: '2025-11-18', to: '2025-11-17' })).toMatchObject({
      ok: false,
      error: { code: 'invalid-input', fields: [{ path: 'to' }] },
    });
  });

  test('says of a database in which nobody books places that there is nothing to count', async () => {
    const authority = openTestApp();
    await authority.must('setup.create-authority', {
      code: '201',
      name: 'City of London',
      administrator: TEST_ADMINISTRATOR,
    });
    expect(await authority.must('authority.places', {}, 'authority')).toMatchObject({
      bookedHere: false,
      rows: [],
    });
    await authority.close();
  });
});

test('authority.export-places leaves a cell empty where there is no figure, and an audit row', async () => {
  await threeOut();
  const path = join(mkdtempSync(join(tmpdir(), 'places-')), 'places.csv');
  const destination = app.fileId(path);
  await app.must('authority.export-places', { ...WEEK, by: 'school', destination });
  const [, school, total] = readFileSync(path, 'utf8').split('\r\n');
  expect(school).toMatch(/^Harbour School,,4,0,0,4,,2,2,1\.50,0\.71,,80\.00,,,0,18,/);
  expect(total).toMatch(/^Total,12,4,0,0,4,8,2,2,1\.50,0\.71,240\.00,80\.00,160\.00,/);
  expect(await auditOf(app, 'authority.export-places')).toMatchObject([
    { subjectId: '2025-11-17 to 2025-11-19', detail: { by: 'school', rows: 1 } },
  ]);
});

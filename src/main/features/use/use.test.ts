import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { NO_RULES } from '#shared/domain/providers/no-rules.ts';
import { openBook, wholeWeek, type BookApp } from '../../../../tests/builders/provider-book.ts';

let app: BookApp;
beforeEach(async () => {
  app = await openBook();
});
afterEach(() => app.close());

const WEEK = { from: '2025-11-17', to: '2025-11-21' };
const mon = { date: '2025-11-17', slot: 'am' } as const;
const monPm = { date: '2025-11-17', slot: 'pm' } as const;
const tue = { date: '2025-11-18', slot: 'am' } as const;

/** A centre with two places a session at £20, in which Amara is booked for three sessions of her week out. */
async function amaraAtTheCentre() {
  const { id: providerId } = await app.must('providers.save', {
    kind: 'la-centre',
    name: 'Elm Centre',
    sessions: wholeWeek(2),
    rules: { ...NO_RULES, yearGroups: [], papers: [], courses: [], costPence: 2000 },
  });
  const exclusionId = await app.exclude('Amara Okafor');
  const booked = await app.must('places.book', { exclusionId, providerId, sessions: [mon, monPm, tue] });
  return { providerId, exclusionId, ...booked };
}

async function addSchool(id: string, name: string, laEstab: string) {
  const school = { id, laEstab, urn: null, name, phase: 'secondary' };
  await app.services.store.write((db) => db.insert(db.tables.schools).values(school));
}

describe('use.figures', () => {
  test('counts what was offered, booked and left empty up to today, and how the excluded sessions ended', async () => {
    const { placeIds } = await amaraAtTheCentre();
    app.wait(24 * 7);
    await app.must('stays.mark', {
      marks: [
        { placeId: placeIds[0] ?? '', outcome: 'attended' },
        { placeId: placeIds[1] ?? '', outcome: 'absent', reason: 'ill' },
      ],
    });
    const figures = await app.must('use.figures', WEEK);
    // The clock stands at Wed 19 November: three days with two sessions of two places.
    expect(figures.total).toMatchObject({
      offered: 12,
      booked: 3,
      attended: 1,
      notTakenUp: 1,
      unmarked: 1,
      unused: 9,
      costOffered: 24_000,
      costUsed: 4000,
      costPerUsed: 12_000,
      stays: 1,
      meanStayDays: 2,
    });
    expect(figures.need).toEqual({
      sessions: 6,
      attended: 1,
      booked: 1,
      notTakenUp: 1,
      workAtHome: 0,
      noPlace: 3,
    });
    expect(figures.schools).toEqual([{ schoolName: 'Harbour School', booked: 3, attended: 1, pupils: 1 }]);
    expect(figures.years).toEqual([{ schoolYear: 2025, fixedPeriod: 1, permanent: 0, soFar: true }]);
    expect(figures.trend).toEqual([{ month: '2025-11', exclusions: 1, offered: 12, used: 2 }]);
  });

  test('a pupil on a break takes a place and is in no exclusion figure', async () => {
    const { providerId } = await amaraAtTheCentre();
    const other = await app.exclude('Ben Ali', { state: 'draft' });
    await app.must('places.book-other', {
      pupilId: `pupil-${other}`,
      purpose: 'respite',
      providerId,
      sessions: [mon],
    });
    app.wait(24 * 7);
    const figures = await app.must('use.figures', WEEK);
    expect(figures.total).toMatchObject({ booked: 4, pupils: 2 });
    expect(figures.need.sessions).toBe(6);
    expect(figures.years).toMatchObject([{ fixedPeriod: 1 }]);
  });

  test('places out of use and closed days are not offered', async () => {
    const { providerId } = await amaraAtTheCentre();
    const close = { providerId, slot: 'all' as const, reason: 'Painting' };
    await app.must('providers.close', { ...close, from: '2025-11-18', to: '2025-11-18', places: 1 });
    await app.must('providers.close', { ...close, from: '2025-11-19', to: '2025-11-19' });
    app.wait(24 * 7);
    expect((await app.must('use.figures', WEEK)).total.offered).toBe(4 + 2);
  });

  test('a period that ends before it begins is refused at its last day', async () => {
    expect(await app.run('use.figures', { from: '2025-11-18', to: '2025-11-17' })).toMatchObject({
      ok: false,
      error: { code: 'invalid-input', fields: [{ path: 'to' }] },
    });
  });
});

test('use.export writes the figures so that a spreadsheet runs nothing, with an audit row', async () => {
  await amaraAtTheCentre();
  await app.must('providers.save', { kind: 'pru', name: '=HYPERLINK("x")', sessions: wholeWeek(1) });
  app.wait(24 * 7);
  const path = join(mkdtempSync(join(tmpdir(), 'use-')), 'use.csv');
  const fileId = app.fileId(path);
  await app.must('use.export', { ...WEEK, destination: fileId });
  const lines = readFileSync(path, 'utf8').split('\r\n');
  expect(lines[1]).toBe(`"'=HYPERLINK(""x"")",6,0,0,0,0,6,0,0,,0,,,,`);
  expect(lines[2]).toBe('Elm Centre,12,3,0,0,3,9,1,1,2.00,0,240.00,60.00,180.00,80.00');
  const audit = await app.services.store.read((db) => db.select().from(db.tables.audit));
  expect(audit.find(({ operation }) => operation === 'use.export')).toMatchObject({
    subjectId: '2025-11-17 to 2025-11-21',
  });
});

describe('the reciprocal balance', () => {
  /** Hill School: two of our sessions there, one of its pupils with us for three. */
  async function withHillSchool() {
    await addSchool('hill', 'Hill School', '3334006');
    const library = await app.must('providers.save', {
      kind: 'partner-school',
      name: 'Hill School library',
      sessions: wholeWeek(2),
      partnerSchoolId: 'hill',
    });
    const unit = await app.must('providers.save', {
      kind: 'internal-unit',
      name: 'Room 5',
      sessions: wholeWeek(4),
    });
    const exclusionId = await app.exclude('Amara Okafor');
    await app.must('places.book', { exclusionId, providerId: library.id, sessions: [mon, monPm] });
    const guest = `pupil-${await app.exclude('Gil Penn', { state: 'draft' })}`;
    await app.services.store.write(async (db) => {
      const { pupils } = db.tables;
      const { eq } = await import('drizzle-orm');
      await db.update(pupils).set({ schoolId: 'hill' }).where(eq(pupils.id, guest));
    });
    await app.must('places.book-other', {
      pupilId: guest,
      purpose: 'visiting',
      providerId: unit.id,
      sessions: [mon, monPm, tue],
    });
  }

  test('use.balance says what was lent and borrowed, term by term', async () => {
    await withHillSchool();
    expect(await app.must('use.balance', {})).toEqual({
      partners: [
        {
          schoolId: 'hill',
          schoolName: 'Hill School',
          terms: [{ schoolYear: 2025, term: 'autumn', lent: 3, borrowed: 2 }],
          lent: 3,
          borrowed: 2,
        },
      ],
    });
  });

  test('use.statement lists every stay with initials only', async () => {
    await withHillSchool();
    const statement = await app.must('use.statement', { schoolId: 'hill', schoolYear: 2025 });
    expect(statement).toMatchObject({
      schoolName: 'Hill School',
      ourName: 'Harbour School',
      lent: 3,
      borrowed: 2,
    });
    expect(
      statement.lines.map(({ direction, initials, sessions }) => [direction, initials, sessions]),
    ).toEqual([
      ['borrowed', 'AO', 2],
      ['lent', 'GP', 3],
    ]);
    expect(await app.run('use.statement', { schoolId: 'school', schoolYear: 2025 })).toMatchObject({
      ok: false,
      error: { code: 'not-found' },
    });
  });
});
